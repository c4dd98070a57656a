/** Teams of the task force: who may arrange them, what a team needs, and that what is sent twice is done once. */
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { serveActivities } from '../../testing/activities.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'

const { served, read, send, eventsOf } = await serveActivities(['b2'])
afterAll(() => served[Symbol.asyncDispose]())

const team = { nama: 'Tim Kecamatan Uji', wilayah: '63.98.01', unsur: 'dinas-a, police, Linmas', kapasitas: '2' }
const add = (given: Readonly<Record<string, string>>, nomor: string = randomUUID()) =>
  send('satgas', 'pendamping', { nomor, ...team, ...given })
const main = async (url: string) => wordsOf(documentOf((await read('satgas', url)).body).querySelector('main'))

const nomor = randomUUID()
const address = `pendamping/tim/${nomor}`

test('the task force adds a team, once, and nobody else does', async () => {
  for (let times = 0; times < 2; times++) expect((await add({}, nomor)).headers.location).toBe(`/sungai-uji/${address}`)
  expect((await add({ nama: 'Lain' }, nomor)).body).toContain('form-used')
  expect((await send('a0', 'pendamping', { nomor: randomUUID(), ...team })).statusCode).toBe(403)
  expect((await read('a0', 'pendamping')).statusCode).toBe(403)
  expect(await main(address)).toContain('Dinas Alfa, Kepolisian, Linmas')
  expect(await main('pendamping')).toContain(
    'Tim Kecamatan Ujipaling banyak 2 kegiatan sehari · belum ada anggota berakun',
  )
  for (const url of [address, 'pendamping']) {
    const { body } = await read('satgas', url)
    expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  }
})

test.each([
  ['without a name', { nama: ' ' }, 422, 'escort-team-incomplete', ['nama']],
  ['of nobody', { unsur: ' , ' }, 422, 'escort-team-incomplete', ['unsur']],
  ['of another region', { wilayah: '63.99.01' }, 422, 'escort-team-area-unknown', ['wilayah']],
  [
    'that ends before it begins',
    { mulai: '2021-08-01', sampai: '2021-07-01' },
    422,
    'escort-team-dates-reversed',
    ['sampai'],
  ],
  ['that ends in another age', { sampai: '2090-01-01' }, 422, 'day-too-far', ['sampai']],
  ['that began in another age', { mulai: '2005-01-01' }, 422, 'day-too-far', ['mulai']],
  ['that takes nothing', { kapasitas: '0' }, 400, 'form-invalid', ['kapasitas']],
])('a team %s is refused, and what was typed stays', async (_, given, status, code, wrong) => {
  const response = await add(given)
  const page = documentOf(response.body)
  expect([response.statusCode, response.body]).toEqual([status, expect.stringContaining(code)])
  expect([...page.querySelectorAll('[aria-invalid]')].map((field) => field.getAttribute('name'))).toEqual(wrong)
  expect(page.querySelector('[name=nama]')?.getAttribute('value')).toBe({ ...team, ...given }.nama)
})

test('members come by what they sign in with, and go again', async () => {
  for (let times = 0; times < 2; times++)
    expect((await send('satgas', `${address}/anggota`, { masuk: ' NIP-B2 ' })).statusCode).toBe(303)
  const unknown = await send('satgas', `${address}/anggota`, { masuk: '198001012005011001' })
  expect([unknown.statusCode, unknown.body]).toEqual([422, expect.stringContaining('escort-member-unknown')])
  const page = documentOf((await read('satgas', address)).body)
  expect(wordsOf(page.querySelector('main'))).toContain('Pegawai b2')
  const akun = page.querySelector('[name=akun]')?.getAttribute('value') ?? ''
  for (let times = 0; times < 2; times++)
    expect((await send('satgas', `${address}/anggota/keluar`, { akun })).statusCode).toBe(303)
  expect(await main(address)).not.toContain('Pegawai b2')
  expect((await send('satgas', 'pendamping/tim/none/anggota', { masuk: 'nip-b2' })).statusCode).toBe(404)
})

test('a day on which it cannot come is stated ahead with a reason, and withdrawn', async () => {
  const hari = '2021-07-23'
  const state = (fields: Readonly<Record<string, string>>) => send('satgas', `${address}/halangan`, fields)
  for (let times = 0; times < 2; times++) expect((await state({ hari, alasan: 'Apel' })).statusCode).toBe(303)
  expect((await state({ hari: '2021-07-20', alasan: 'Apel' })).body).toContain('escort-absence-past')
  expect((await state({ hari: '2090-01-01', alasan: 'Apel' })).body).toContain('day-too-far')
  expect((await state({ hari, alasan: ' ' })).body).toContain('escort-reason-missing')
  expect(await main(address)).toContain('Jumat, 23 Juli 2021: Apel')
  expect((await send('satgas', `${address}/halangan/batal`, { hari })).statusCode).toBe(303)
  expect(await main(address)).not.toContain('Apel')
})

test('what it can do changes from now on, and every change is on record', async () => {
  for (let times = 0; times < 2; times++)
    expect((await send('satgas', address, { kapasitas: '3', sampai: '2021-12-31' })).statusCode).toBe(303)
  for (const sampai of ['2005-01-01', '2090-01-01'])
    expect((await send('satgas', address, { kapasitas: '3', sampai })).body).toContain('day-too-far')
  expect(await main(address)).toContain('sampai 31 Desember 2021')
  expect((await eventsOf(nomor)).map(([kind]) => kind)).toEqual([
    'escort-team-added',
    'escort-member-added',
    'escort-member-removed',
    'escort-team-absent',
    'escort-team-present',
    'escort-team-changed',
  ])
})
