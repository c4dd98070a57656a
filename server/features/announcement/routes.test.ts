/** Announcements: made, read, and who has not read them. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'
import { accountByEmployee, grantRole } from '../account/service.ts'
import { unreadAnnouncements } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const actor = { region: '63.98', reach: 'region' } as const
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  for (const employee of ['a0', 'a2', 'a3', 'b0', 'c2'])
    cookies[employee] = await cookieOf(database.db, '63.98', employee)
  await as(database.db, actor, async (tx) => {
    const account = await accountByEmployee(tx, 'c2')
    if (account) await grantRole(tx, account.account, { role: 'personnel_agency' }, 'test')
  })
})

const page = (who: string, url: string) => app.inject({ url: `/sungai-uji/${url}`, cookies: { ...cookies[who] } })
const post = (who: string, url: string, fields: readonly (readonly [string, string])[] = []) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/pengumuman${url}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields as [string, string][]).toString(),
  })
const announcement = (opd: readonly string[], change: object = {}) =>
  Object.entries({ nomor: randomUUID(), judul: 'Apel ditiadakan', isi: 'Apel Senin ditiadakan.', ...change })
    .map(([name, value]) => [name, String(value)] as const)
    .concat(opd.map((one) => ['opd', one] as const))

test('a head tells the agency; who reads it says so once, and the head sees who has not', async () => {
  const nomor = randomUUID()
  const made = await post('a0', '', announcement(['dinas-a'], { nomor }))
  expect([made.statusCode, made.headers.location]).toEqual([303, `/sungai-uji/pengumuman/${nomor}`])
  await post('a0', '', announcement(['dinas-a'], { nomor }))
  expect((await as(database.db, actor, (tx) => unreadAnnouncements(tx, 'a2', 'dinas-a'))).length).toBe(1)
  const told = (await page('a2', 'pengumuman')).body
  expect(told).toContain('Apel Senin ditiadakan.')
  expect(await axeFindings(told)).toEqual([])
  expect(refusedByPolicy(told)).toEqual([])
  expect((await page('b0', 'pengumuman')).body).not.toContain('Apel Senin ditiadakan.')
  expect((await post('b0', `/${nomor}/dibaca`)).statusCode).toBe(404)
  for (let times = 0; times < 2; times++) expect((await post('a2', `/${nomor}/dibaca`)).statusCode).toBe(303)
  expect(await as(database.db, actor, (tx) => unreadAnnouncements(tx, 'a2', 'dinas-a'))).toEqual([])
  const { body } = await page('a0', `pengumuman/${nomor}`)
  const readers = documentOf(body)
  expect(wordsOf(readers.querySelector('[aria-labelledby=sudah]'))).toMatch(/^1 orang sudah membaca ?Pegawai a2/)
  expect(wordsOf(readers.querySelector('#belum'))).toBe('7 orang belum membaca')
  expect(await axeFindings(body)).toEqual([])
  expect((await page('b0', `pengumuman/${nomor}`)).statusCode).toBe(404)
  expect((await page('a2', `pengumuman/${nomor}`)).statusCode).toBe(403)
  const { rows } = await sql`select kind from event where subject = ${nomor} order by id`.execute(database.owner)
  expect(rows).toEqual([{ kind: 'announced' }, { kind: 'announcement-read' }])
})

test('the personnel agency tells every agency, and each head sees the own people', async () => {
  const nomor = randomUUID()
  expect((await post('c2', '', announcement([], { nomor, judul: 'Pemutakhiran data' }))).statusCode).toBe(303)
  expect((await page('b0', 'pengumuman')).body).toContain('Pemutakhiran data')
  expect(wordsOf(documentOf((await page('b0', `pengumuman/${nomor}`)).body).querySelector('#belum'))).toMatch(
    /^4 orang/,
  )
  expect(wordsOf(documentOf((await page('c2', `pengumuman/${nomor}`)).body).querySelector('#belum'))).toMatch(
    /^15 orang/,
  )
})

test.each<[string, string, readonly string[], object, number]>([
  ['a head to another agency', 'a0', ['dinas-b'], {}, 403],
  ['a clerk', 'a2', ['dinas-a'], {}, 403],
  ['without words', 'a0', ['dinas-a'], { isi: ' ' }, 422],
  ['with too many', 'a0', ['dinas-a'], { isi: 'x'.repeat(4001) }, 400],
])('refused: %s', async (_, who, opd, change, status) => {
  expect((await post(who, '', announcement(opd, change))).statusCode).toBe(status)
})

test('an announcement for which no agency is ticked is not complete, and keeps its words', async () => {
  const { statusCode, body } = await post('a0', '', announcement([], { judul: 'Tanpa centang' }))
  const shown = documentOf(body)
  expect(statusCode).toBe(422)
  expect(wordsOf(shown.querySelector('[role=alert]'))).toMatch(/belum lengkap.*perangkat daerah yang dituju/)
  expect(shown.querySelector('[name=judul]')?.getAttribute('value')).toBe('Tanpa centang')
})

test('a form that "back" brings again with other words is refused, keeps them, and gets a number of its own', async () => {
  const nomor = randomUUID()
  const send = (change: object, who = 'a0') => post(who, '', announcement(['dinas-a'], { nomor, ...change }))
  expect((await send({ judul: 'Pertama' })).statusCode).toBe(303)
  expect((await send({ judul: 'Pertama' })).statusCode).toBe(303)
  expect((await send({ judul: 'Pertama', isi: 'Lain' })).statusCode).toBe(422)
  expect((await send({ judul: 'Pertama' }, 'c2')).statusCode).toBe(422)
  const { statusCode, body } = await send({ judul: 'Kedua' })
  const value = (name: string) => documentOf(body).querySelector(`[name=${name}]`)?.getAttribute('value')
  expect([statusCode, value('judul')]).toEqual([422, 'Kedua'])
  expect((await send({ judul: 'Kedua', nomor: value('nomor') })).statusCode).toBe(303)
  expect((await page('a2', 'pengumuman')).body).toContain('Kedua')
})
