/** Escorts from the task force to the teams and back: proposed, handed on, accepted, attended; and every no on the way. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveActivities } from '../../testing/activities.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'

const { served, read, send, register, step, eventsOf, fileLetter } = await serveActivities(['a5', 'b2'])
afterAll(() => served[Symbol.asyncDispose]())

const day = '2021-07-23'
const page = async (who: string, url: string) => documentOf((await read(who, url)).body)
const main = async (who: string, url: string) => wordsOf((await page(who, url)).querySelector('main'))
const dayPage = `pendamping/hari?tanggal=${day}`

/** Adds a team with one member. */
async function addTeam(nama: string, given: Readonly<Record<string, string>>, masuk?: string) {
  const nomor = randomUUID()
  const fields = { nomor, nama, wilayah: '', unsur: 'BPBD, Satpol PP', kapasitas: '2', ...given }
  expect((await send('satgas', 'pendamping', fields)).headers.location).toBe(`/sungai-uji/pendamping/tim/${nomor}`)
  if (masuk) expect((await send('satgas', `pendamping/tim/${nomor}/anggota`, { masuk })).statusCode).toBe(303)
  return nomor
}

/** The hidden fields of the proposal that the task force reads. */
async function proposal(): Promise<Record<string, string> | undefined> {
  const form = (await page('satgas', dayPage)).querySelector('form[aria-labelledby=usulan]')
  if (!form) return undefined
  const names = ['nomor', 'hari', 'sidik']
  return Object.fromEntries(
    names.map((name) => [name, form.querySelector(`[name=${name}]`)?.getAttribute('value') ?? '']),
  )
}

/** The escort of a team with an activity, as its answers are addressed. */
async function escortOf(who: string, team: string): Promise<string> {
  const item = [...(await page(who, dayPage)).querySelectorAll('section li')].find(
    (one) => wordsOf(one).startsWith(team) && one.querySelector('form'),
  )
  const action = item?.querySelector('form')?.getAttribute('action') ?? ''
  return action.split('/')[3] ?? ''
}

const answer = (who: string, escort: string, jawab: string, alasan = '') =>
  send(who, `pendamping/${escort}/jawaban?tanggal=${day}`, { jawab, alasan })

const cleared = async (given: Readonly<Record<string, string>> = {}) => {
  const { nomor } = await register({ hari: day, pegawai: '', ...given })
  expect((await step('satgas', nomor, 'clear')).statusCode).toBe(303)
  return nomor
}

let village = ''
let district = ''
beforeAll(async () => {
  await fileLetter((yaml) =>
    yaml.replace(
      'figures:',
      '  - {id: k2, kind: duty, who: {unit: [dinas-a]}, do: send_escort_team, where: kecamatan atau desa, force: may, cite: "u:2"}\nfigures:',
    ),
  )
  village = await addTeam('Tim Desa Hulu', { wilayah: '63.98.01.2001', kapasitas: '1' }, 'NIP-A5')
  district = await addTeam('Tim Kecamatan Uji', { wilayah: '63.98.01' }, 'nip-b2')
})

let trip = ''
test('what is not cleared is not escorted; once it is, the team of its village is proposed', async () => {
  const { nomor } = await register({ hari: day, pegawai: '' })
  trip = nomor
  expect(await proposal()).toBe(undefined)
  expect(await main('satgas', dayPage)).toContain('Tidak ada kegiatan di desa yang sudah disetujui')
  await step('satgas', trip, 'clear')
  const { body } = await read('satgas', dayPage)
  const words = wordsOf(documentOf(body).querySelector('main'))
  expect(words).toContain('Tim Desa HuluPerekaman KTP-el, Hulu · 09.00–12.00tim desa setempat')
  expect(words).toContain('Terbukti terbaik')
  expect(words).toContain('setiap kecamatan lain dihitung sama jauh')
  expect(documentOf(body).querySelector('blockquote cite a')?.getAttribute('href')).toBe(
    '/sungai-uji/edaran/uji-ppkm#k2',
  )
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  expect(await main('a1', dayPage)).not.toContain('Usulan')
})

test('one button asks the teams; sent twice it asks once, and another proposal than the one that was read is refused', async () => {
  const fields = (await proposal()) ?? {}
  const stale = await send('satgas', 'pendamping/hari', { ...fields, sidik: 'x' })
  expect([stale.statusCode, stale.body]).toEqual([409, expect.stringContaining('escort-proposal-stale')])
  for (let times = 0; times < 2; times++)
    expect((await send('satgas', 'pendamping/hari', fields)).headers.location).toBe(`/sungai-uji/${dayPage}`)
  expect(await proposal()).toBe(undefined)
  expect(await main('a1', `kegiatan/${trip}`)).toContain('Tim Desa HuluMenunggu jawaban')
  expect((await eventsOf(trip)).at(-1)).toEqual(['escort-proposed', 'uji-ppkm/k2'])
})

test('a team hands on with a reason, which the owner does not read, and the next proposal names another team', async () => {
  const escort = await escortOf('a5', 'Tim Desa Hulu')
  for (const who of ['a1', 'b2']) expect((await answer(who, escort, 'accept')).statusCode).toBe(403)
  const bare = await answer('a5', escort, 'hand_on', ' ')
  expect([bare.statusCode, bare.body]).toEqual([422, expect.stringContaining('escort-reason-missing')])
  expect(documentOf(bare.body).querySelector('details[open] [aria-invalid]')?.getAttribute('name')).toBe('alasan')
  for (let times = 0; times < 2; times++)
    expect((await answer('a5', escort, 'hand_on', 'Ketua sakit')).statusCode).toBe(303)
  expect((await answer('a5', escort, 'accept')).body).toContain('escort-moved')
  expect(await main('satgas', dayPage)).toContain('Ketua sakit')
  expect(await main('satgas', dayPage)).toContain('Tim Kecamatan UjiPerekaman KTP-el, Hulu · 09.00–12.00tim kecamatan')
  expect(await main('a1', dayPage)).not.toContain('Ketua sakit')
})

test('accepted, and attended on its day, the activity says that it was escorted', async () => {
  await send('satgas', 'pendamping/hari', (await proposal()) ?? {})
  const escort = await escortOf('b2', 'Tim Kecamatan Uji')
  for (let times = 0; times < 2; times++) expect((await answer('b2', escort, 'accept')).statusCode).toBe(303)
  expect((await answer('b2', escort, 'attend')).body).toContain('escort-day-ahead')
  served.moment += 2 * 86_400_000
  expect((await answer('b2', escort, 'attend')).statusCode).toBe(303)
  served.moment -= 2 * 86_400_000
  const words = await main('a1', `kegiatan/${trip}`)
  expect(words).toContain('Terkoordinasi, didampingi')
  expect(words).toContain('Tim Desa HuluDiserahkan')
  expect(words).toContain('Tim Kecamatan UjiHadir')
  expect((await eventsOf(trip)).slice(-4).map(([kind]) => kind)).toEqual([
    'escort-proposed',
    'escort-accepted',
    'escort-attended',
    'activity-escort',
  ])
})

const ask = (kegiatan: string, tim: string, nomor: string = randomUUID()) =>
  send('satgas', 'pendamping/tugas', { nomor, kegiatan, tim })

test('by hand no team is asked twice at one time, over its capacity, away, elsewhere, or for what is not cleared', async () => {
  const same = await cleared({ tujuan: 'Posyandu', mulai: '11:00', selesai: '12:30' })
  expect((await ask(same, district)).body).toContain('escort-team-twice')
  const later = await cleared({ tujuan: 'Vaksinasi', mulai: '13:00', selesai: '14:00' })
  expect((await ask(later, district)).statusCode).toBe(303)
  const [form, also] = [randomUUID(), await cleared({ tujuan: 'Senam pagi', mulai: '07:00', selesai: '08:00' })]
  for (let times = 0; times < 2; times++) expect((await ask(also, village, form)).statusCode).toBe(303)
  expect((await ask(also, district, form)).body).toContain('form-used')
  const last = await cleared({ tujuan: 'Bimbingan', mulai: '15:00', selesai: '16:00' })
  expect((await ask(last, district)).body).toContain('escort-team-full')
  // The village's team handed on an activity of that time.
  expect((await ask(same, village)).body).toContain('escort-team-unavailable')
  const none = await ask(last, 'none')
  expect([none.statusCode, none.body]).toEqual([422, expect.stringContaining('escort-team-missing')])
  const { nomor } = await register({ hari: day, tujuan: 'Senam', mulai: '16:00', selesai: '17:00', pegawai: '' })
  expect((await ask(nomor, village)).body).toContain('escort-activity-closed')
})

test('a team that has become unavailable, or whose activity was cancelled, does not accept', async () => {
  const hari = '2021-07-27'
  const trips = [await cleared({ hari, tujuan: 'Satu' }), await cleared({ hari, tujuan: 'Dua' })]
  const [first = '', second = ''] = trips
  await ask(first, village)
  await ask(second, district)
  const of = async (who: string) => {
    const form = (await page(who, `pendamping/hari?tanggal=${hari}`)).querySelector('form[action*=jawaban]')
    return form?.getAttribute('action')?.split('/')[3] ?? ''
  }
  const [one, other] = [await of('a5'), await of('b2')]
  await send('satgas', `pendamping/tim/${village}/halangan`, { hari, alasan: 'Apel' })
  expect((await answer('a5', one, 'accept')).body).toContain('escort-team-unavailable')
  await send('satgas', `pendamping/tim/${village}/halangan/batal`, { hari })
  expect((await answer('a5', one, 'accept')).statusCode).toBe(303)
  expect((await step('a1', second, 'cancel', 'Hujan')).statusCode).toBe(303)
  expect((await answer('b2', other, 'accept')).body).toContain('escort-activity-closed')
  expect(await main('b2', `pendamping/hari?tanggal=${hari}`)).toContain('Kegiatan ini tidak lagi didampingi')
})

test('the task force notes what a team said by telephone, and that it did not come', async () => {
  const hari = '2021-07-28'
  const joint = await addTeam('Tim Gabungan', {})
  const nomor = await cleared({ hari })
  await ask(nomor, joint)
  const { body } = await read('satgas', `pendamping/hari?tanggal=${hari}`)
  expect(wordsOf(documentOf(body).querySelector('main'))).toContain('Anda bukan anggotanya')
  const escort = documentOf(body).querySelector('form[action*=jawaban]')?.getAttribute('action')?.split('/')[3] ?? ''
  expect((await answer('satgas', escort, 'accept')).statusCode).toBe(303)
  served.moment += 8 * 86_400_000
  expect((await answer('satgas', escort, 'hand_on', 'Banjir')).body).toContain('escort-day-over')
  expect((await answer('satgas', escort, 'miss', 'Tidak tampak')).statusCode).toBe(303)
  served.moment -= 8 * 86_400_000
  expect((await eventsOf(nomor)).at(-1)).toEqual(['escort-missed', 'uji-ppkm/k2'])
})
