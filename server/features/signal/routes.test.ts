/** Signs are asked about and explained; they block nothing and say nothing to strangers. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, documentOf, refusedByPolicy, wordsOf } from '../../testing/page.ts'
import { addPhone } from '../../testing/phone.ts'
import { refusedIn } from '../../testing/refused-form.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { cookieOf } from '../../testing/signed-in.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const region = '63.98'
const cookies: Record<string, { readonly piket: string }> = {}
beforeAll(async () => {
  await sql`update employee_version set supervisor_id = 'a1' where region_id = ${region}
    and employee_id = 'a2'`.execute(database.owner)
  for (const employee of ['a0', 'a1', 'a2', 'a3', 'b0'])
    cookies[employee] = await cookieOf(database.db, region, employee)
  const phone = await addPhone(database.owner, { region, employee: 'a2', since: morning - 3_600_000 })
  for (const tap of [phone.tap(morning - 600_000), phone.tap(morning - 300_000, { seq: 1, kind: 'out' })]) {
    const url = `/api/v1/regions/${region}/check-ins`
    const sent = await app.inject({ method: 'POST', url, cookies: { ...phone.cookies }, payload: tap })
    expect(sent.statusCode).toBe(201)
  }
  await app.grader.done()
})

const get = (who: string) => app.inject({ url: '/sungai-uji/sinyal', cookies: { ...cookies[who] } })
const say = (who: string, about: string, form: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: `/sungai-uji/sinyal${about}`,
    cookies: { ...cookies[who] },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ tanda: 'sequence_repeated', hari: '2021-07-21', ...form }).toString(),
  })
const team = async (who: string) => wordsOf(documentOf((await get(who)).body).querySelector('[aria-labelledby=tim]'))
const own = async (who: string) => wordsOf(documentOf((await get(who)).body).querySelector('[aria-labelledby=sendiri]'))

test('the superior and the head see the sign with its reason, the person sees it too, and nobody else', async () => {
  const { body } = await get('a1')
  expect(await team('a1')).toMatch(/Pegawai a2: Nomor urut catatan 1 dari ponsel ini ada dua/)
  expect(await axeFindings(body)).toEqual([])
  expect(refusedByPolicy(body)).toEqual([])
  expect(await team('a0')).toMatch(/Pegawai a2: Nomor urut/)
  expect(await own('a2')).toMatch(/Nomor urut catatan 1/)
  expect((await get('a3')).body).not.toContain('Nomor urut')
  expect((await get('b0')).body).not.toContain('Nomor urut')
})

test('that the head reads signs about those who answer to somebody else is written down; the superior is not', async () => {
  await sql`delete from sensitive_read`.execute(database.owner)
  for (const who of ['a1', 'a0', 'a2']) expect((await get(who)).statusCode).toBe(200)
  const { rows } = await sql`select subject_id, account.employee_id as reader, fields
    from sensitive_read join account on account.account_id::text = reader`.execute(database.owner)
  expect(rows).toEqual([{ subject_id: 'a2', reader: 'a0', fields: ['signals'] }])
})

test('asked, replied, explained: each once, each with an event, and the check-in counts all along', async () => {
  const ask = { jawaban: 'asked', kata: 'Mengapa ada dua?' }
  const asked = await Promise.all([say('a1', '/a2', ask), say('a1', '/a2', ask)])
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  expect(await own('a2')).toMatch(/ditanyakan oleh .*: Mengapa ada dua\?/)
  expect((await say('a2', '', { kata: 'Peramban dimuat ulang' })).statusCode).toBe(303)
  expect(await team('a1')).toMatch(/dijawab oleh Pegawai a2: Peramban dimuat ulang/)
  expect((await say('a1', '/a2', { jawaban: 'explained', kata: 'Wajar' })).statusCode).toBe(303)
  const document = documentOf((await get('a1')).body)
  expect(document.querySelector('[aria-labelledby=tim] form')).toBeNull()
  const events = await database.owner.selectFrom('event').select('kind').where('subject', '=', 'a2').execute()
  expect(events.map(({ kind }) => kind).filter((kind) => kind.startsWith('signal-'))).toEqual([
    'signal-asked',
    'signal-replied',
    'signal-explained',
  ])
  const today = await app.inject({ url: '/sungai-uji/saya', cookies: { ...cookies.a2 } })
  expect(wordsOf(documentOf(today.body).querySelector('#presensi ~ ul'))).toMatch(/Masuk 07\.20/)
})

test('without words nothing is kept, and nobody answers about people out of reach', async () => {
  const silent = refusedIn(await say('a1', '/a2', { jawaban: 'asked', kata: ' ' }))
  expect(silent).toMatchObject({ status: 422, code: 'signal-words-missing' })
  const long = 'x'.repeat(301)
  expect(refusedIn(await say('a1', '/a2', { jawaban: 'asked', kata: long })).status).toBe(400)
  expect((await say('b0', '/a2', { jawaban: 'asked', kata: 'x' })).statusCode).toBe(403)
  expect((await say('a1', '/a1', { jawaban: 'explained', kata: 'x' })).statusCode).toBe(403)
})

test('a sign that is not there is not answered, and what was said first stays', async () => {
  const rows = async () => (await database.owner.selectFrom('signal_answer').selectAll().execute()).length
  const before = await rows()
  expect((await say('a2', '', { tanda: 'shared_point', kata: 'x' })).statusCode).toBe(404)
  expect((await say('a2', '', { hari: '2021-07-20', kata: 'x' })).statusCode).toBe(404)
  expect((await say('a3', '', { kata: 'x' })).statusCode).toBe(404)
  expect((await say('a1', '/a2', { hari: '2021-07-22', jawaban: 'explained', kata: 'x' })).statusCode).toBe(404)
  expect(await rows()).toBe(before)
  expect((await say('a2', '', { kata: 'Peramban dimuat ulang' })).statusCode).toBe(303)
  const other = await say('a2', '', { kata: 'Ponsel dipinjam' })
  expect([other.statusCode, wordsOf(documentOf(other.body).querySelector('[role=alert]'))]).toEqual([
    409,
    expect.stringMatching(/sudah dijawab/),
  ])
  expect((await say('a0', '/a2', { jawaban: 'explained', kata: 'Wajar' })).statusCode).toBe(409)
  expect(await rows()).toBe(before)
  const events = await database.owner
    .selectFrom('event')
    .select('agency_id')
    .where('kind', 'like', 'signal-%')
    .execute()
  expect([...new Set(events.map(({ agency_id }) => agency_id))]).toEqual(['dinas-a'])
})

test('what a phone sent after it was revoked, tapped before, is a sign for the superior and leads the person to a correction', async () => {
  const lost = await addPhone(database.owner, { region, employee: 'a2', since: morning - 3_600_000, slot: 2 })
  const payload = lost.tap(morning - 600_000)
  await sql`update device set revoked_at = ${new Date(morning - 60_000).toISOString()}
    where device_id = ${lost.device}`.execute(database.owner)
  const url = `/api/v1/regions/${region}/check-ins`
  const sent = await app.inject({ method: 'POST', url, cookies: { ...lost.cookies }, payload })
  expect([sent.statusCode, sent.json().code]).toEqual([409, 'check-in-set-aside'])
  await app.grader.done()
  expect(await team('a1')).toContain('Pegawai a2: 1 hari: presensi diketuk sebelum ponselnya dicabut')
  const { body } = await get('a2')
  const link = documentOf(body).querySelector('[aria-labelledby=sendiri] a[href*="/koreksi"]')
  expect(link?.getAttribute('href')).toBe('/sungai-uji/koreksi?tanggal=2021-07-21')
  expect([await axeFindings(body), refusedByPolicy(body)]).toEqual([[], []])
  const said = { tanda: 'sent_after_revocation', jawaban: 'explained', kata: 'Ponselnya hilang siang itu' }
  expect((await say('a1', '/a2', said)).statusCode).toBe(303)
})
