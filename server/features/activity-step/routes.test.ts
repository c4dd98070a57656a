/** Activities from the calendar of an agency to the task force and back, under a letter that demands coordination. */
import { randomUUID } from 'node:crypto'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { circular, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { addAccount, grantRole } from '../account/service.ts'
import { fileCircular } from '../circular/service.ts'
import { findRegion } from '../region/service.ts'
import { beginSession } from '../session/service.ts'
import { tellOwners } from './service.ts'

const served = await serveRegion()
const { app, database } = served
const { db } = database
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const inRegion = { region, reach: 'region' } as const
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  for (const employee of ['a0', 'a1', 'b1']) cookies[employee] = await cookieOf(db, region, employee)
  cookies.satgas = await as(db, inRegion, async (tx) => {
    const account = await addAccount(tx, { login: 'satgas', name: 'Polsek Uji', passwordHash: '-' }, 'test')
    if (account === undefined) throw new Error('The account was there already.')
    await grantRole(tx, account, { role: 'task_force' }, 'test')
    const at = new Date('2098-12-31')
    return { piket: await beginSession(tx, region, account, { method: 'passkey', agent: 'test', at }) }
  })
  await sql`insert into district (region_id, code, name) values (${region}, '63.98.01', 'Uji')`.execute(database.owner)
  await sql`insert into village (region_id, code, district_code, name)
    values (${region}, '63.98.01.2001', '63.98.01', 'Hulu')`.execute(database.owner)
})

const read = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const send = (who: string, url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })

const trip = {
  unit: 'dinas-a',
  tujuan: 'Perekaman KTP-el',
  jenis: 'village',
  desa: '63.98.01.2001',
  hari: '2021-07-23',
  mulai: '09:00',
  selesai: '12:00',
  pegawai: 'a2',
}
const register = async (given: Record<string, string> = {}, who = 'a1') => {
  const nomor = randomUUID()
  const response = await send(who, 'kegiatan', { nomor, ...trip, ...given })
  return { nomor, response }
}
const step = (who: string, activity: string, langkah: string, kata = '') =>
  send(who, `kegiatan/${activity}/langkah`, { langkah, kata })

const eventsOf = async (activity: string) =>
  (
    await sql<{ kind: string; clause: string | null }>`select kind, clause from event
      where region_id = ${region} and subject = ${activity} order by id`.execute(database.owner)
  ).rows.map(({ kind, clause }) => [kind, clause])

/** A letter of the regent that demands coordination of everything from Thursday on. */
const letter = circular
  .replace('uji-2021-07', 'uji-ppkm')
  .replace('800/7/UJI', '800/9/UJI')
  .replace(/from: 2021-07-19, until/, 'from: 2021-07-22, until')
  .replace(
    /clauses:[\s\S]*?figures:/,
    `clauses:
  - {id: k1, kind: duty, who: {all: true}, do: coordinate_activity, to: satgas, due: {before: activity}, includes_scheduled: true, force: must, cite: "u:1"}
figures:`,
  )
  .replace(/open_questions:[\s\S]*$/, 'open_questions: []\n')

let early = ''
test('before the letter a trip is put on the calendar and owes the task force nothing; sent twice it is one', async () => {
  const { nomor, response } = await register()
  expect([response.statusCode, response.headers.location]).toEqual([303, `/sungai-uji/kegiatan/${nomor}?terkirim=ya`])
  expect((await send('a1', 'kegiatan', { nomor, ...trip })).statusCode).toBe(303)
  const again = await send('a1', 'kegiatan', { nomor, ...trip, tujuan: 'Lain' })
  expect([again.statusCode, again.body]).toEqual([422, expect.stringContaining('form-used')])
  const { body } = await read('b1', 'kegiatan')
  expect(wordsOf(documentOf(body).querySelector('main'))).toContain('Perekaman KTP-el, Hulu')
  expect(wordsOf(documentOf(body).querySelector('main'))).toContain('Tanpa syarat koordinasi')
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  early = nomor
})

test('the letter comes: the trip is shown to be coordinated again by its clause, and its owners are told once', async () => {
  const { doc, problems } = parseCircular('ppkm.yaml', letter)
  if (!doc) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
  await as(db, inRegion, (tx) => fileCircular(tx, letter, doc, { by: 'test', now: '2021-07-21T07:00' }))
  const found = await findRegion(db, region)
  if (!found) throw new Error('There is no region.')
  const source = { db, clock: app.clock, channels: app.channels }
  expect([await tellOwners(source, found), await tellOwners(source, found)]).toEqual([1, 0])
  const page = documentOf((await read('a1', `kegiatan/${early}`)).body)
  expect(wordsOf(page.querySelector('main'))).toContain('Wajib koordinasi ulang')
  expect(page.querySelector('blockquote cite a')?.getAttribute('href')).toBe('/sungai-uji/edaran/uji-ppkm#k1')
  expect(wordsOf(documentOf((await read('satgas', 'kegiatan')).body).querySelector('.notice'))).toContain(
    '1 kegiatan yang sudah terjadwal harus dikoordinasikan lagi',
  )
})

test('asked and cleared with a condition it is settled, and every step says by which clause', async () => {
  expect((await step('a1', early, 'ask', 'Dua loket, antrean luar')).statusCode).toBe(303)
  expect((await step('a1', early, 'ask', 'Dua loket, antrean luar')).statusCode).toBe(303)
  expect((await step('a1', early, 'clear')).statusCode).toBe(403)
  expect((await step('satgas', early, 'clear', 'Paling banyak 40 orang')).statusCode).toBe(303)
  const page = wordsOf(documentOf((await read('a1', `kegiatan/${early}`)).body).querySelector('main'))
  expect(page).toContain('Terkoordinasi')
  expect(page).toContain('Paling banyak 40 orang')
  expect(await eventsOf(early)).toEqual([
    ['activity-registered', null],
    ['activity-demanded', 'uji-ppkm/k1'],
    ['activity-ask', 'uji-ppkm/k1'],
    ['activity-clear', 'uji-ppkm/k1'],
  ])
})

test('a clearance taken back needs a reason, and the form comes back with what is missing', async () => {
  const refused = await step('satgas', early, 'refuse', ' ')
  const page = documentOf(refused.body)
  expect([refused.statusCode, wordsOf(page.querySelector('main'))]).toEqual([
    422,
    expect.stringContaining('activity-words-missing'),
  ])
  expect((await step('satgas', early, 'refuse', 'Jembatan putus')).statusCode).toBe(303)
  expect(wordsOf(documentOf((await read('a1', `kegiatan/${early}`)).body).querySelector('main'))).toContain(
    'Ditolak Satgas',
  )
})

test('carried out all the same, on its day and not before, it goes on record as uncoordinated', async () => {
  expect((await step('a1', early, 'carry_out')).body).toContain('activity-ahead')
  served.moment += 2 * 86_400_000
  expect((await step('a1', early, 'carry_out', 'Terlanjur turun')).statusCode).toBe(303)
  served.moment -= 2 * 86_400_000
  const page = wordsOf(documentOf((await read('satgas', `kegiatan/${early}`)).body).querySelector('main'))
  expect(page).toContain('tanpa koordinasi yang diwajibkan')
  expect((await eventsOf(early)).at(-1)).toEqual(['activity-carry-out', 'uji-ppkm/k1'])
  expect((await step('satgas', early, 'clear')).body).toContain('activity-moved')
})

test.each([
  ['of yesterday', { hari: '2021-07-20' }, 422, 'activity-day-past'],
  ['that ends before it begins', { selesai: '08:00' }, 422, 'activity-times-reversed'],
  ['in a village of another region', { desa: '63.99.01.2001' }, 422, 'activity-village-elsewhere'],
  ['nowhere', { jenis: 'meeting', desa: '' }, 422, 'activity-place-missing'],
  ['without a purpose', { tujuan: ' ' }, 422, 'activity-purpose-missing'],
  ['of another agency', { unit: 'dinas-b' }, 403, 'activity-not-yours'],
  ['with somebody of another agency', { pegawai: 'b2' }, 403, 'activity-not-yours'],
  ['of an unreadable time', { mulai: '9' }, 400, 'form-invalid'],
])('an activity %s is refused, and what was typed stays', async (_, given, status, code) => {
  const { response } = await register({ tujuan: 'Bimbingan desa', ...given })
  const page = documentOf(response.body)
  expect([response.statusCode, wordsOf(page.querySelector('main'))]).toEqual([status, expect.stringContaining(code)])
  if (!('tujuan' in given)) expect(page.querySelector('[name=tujuan]')?.getAttribute('value')).toBe('Bimbingan desa')
})

test('nobody is sent to two activities at once', async () => {
  const day = { hari: '2021-07-26', pegawai: 'a3' }
  expect((await register(day)).response.statusCode).toBe(303)
  const { response } = await register({ ...day, tujuan: 'Bimbingan', mulai: '11:00', selesai: '13:00' })
  expect([response.statusCode, response.body]).toEqual([409, expect.stringContaining('activity-member-elsewhere')])
  expect((await register({ ...day, mulai: '13:00', selesai: '15:00' })).response.statusCode).toBe(303)
})

test('a series is as many activities as it has days, and each is settled by itself', async () => {
  await register({ hari: '2021-08-02', ulang: 'weekly', sampai: '2021-08-16', tujuan: 'Mobil keliling', pegawai: '' })
  const { body } = await app.inject({
    url: `/api/v1/regions/${region}/activities?from=2021-08-01&until=2021-08-31`,
    cookies: { ...cookies.a1 },
  })
  const { activities } = JSON.parse(body) as { activities: { day: string; coordination: string; against: string[] }[] }
  expect(activities.map(({ day, coordination, against }) => [day, coordination, ...against])).toEqual(
    ['2021-08-02', '2021-08-09', '2021-08-16'].map((day) => [day, 'again', 'uji-ppkm/k1']),
  )
})

test('who goes is told to their agency and the task force, not to another agency', async () => {
  const { nomor } = await register({ hari: '2021-07-27', tujuan: 'Posyandu' })
  const main = async (who: string) =>
    wordsOf(documentOf((await read(who, `kegiatan/${nomor}`)).body).querySelector('main'))
  expect(await main('a1')).toContain('Pegawai a2')
  expect(await main('satgas')).toContain('Pegawai a2')
  expect(await main('b1')).not.toContain('Pegawai a2')
})
