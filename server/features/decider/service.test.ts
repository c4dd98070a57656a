/** Who is told when something has been asked or answered: over a real mail server and the real queue. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startMailServer } from '../../testing/mail-server.ts'
import { region, servePermits } from '../../testing/permits.ts'
import { morning } from '../../testing/served-region.ts'
import { startNotices } from '../notice/jobs.ts'

const { served, cookies, ask, asked, decide, withdraw } = await servePermits()
const { app, database } = served
const mail = await startMailServer()
app.channels = { mail: { url: mail.url, from: 'piket@contoh.go.id' }, push: undefined }
await sql`update employee_version set email = employee_id || '@contoh.go.id'
  where region_id = ${region}`.execute(database.owner)
afterAll(async () => {
  await mail[Symbol.asyncDispose]()
  await served[Symbol.asyncDispose]()
})
const forget = async () => {
  for (const table of ['delivery', 'notice']) await sql`delete from ${sql.table(table)}`.execute(database.owner)
  // Also one that a worker, stopped at this moment, holds still.
  await sql`delete from graphile_worker._private_jobs`.execute(database.owner)
}
beforeEach(async () => {
  served.moment = morning
  mail.mails.length = 0
  await forget()
})

const api = `/api/v1/regions/${region}`
const post = (who: string, url: string, payload: object) =>
  app.inject({ method: 'POST', url: `${api}/${url}`, cookies: { ...cookies[who] }, payload })
/** Who has been told of what, in the order of the alphabet. */
const told = async () => {
  const { rows } = await sql<{ told: string }>`select employee_id || ' ' || kind as told from notice
    order by told`.execute(database.owner)
  return rows.map((row) => row.told)
}
const jobs = async () => {
  const { rows } = await sql<{ waits: number }>`select round(extract(epoch from run_at - now()) / 60)::integer as waits
    from graphile_worker.jobs order by run_at`.execute(database.owner)
  return rows.map(({ waits }) => waits)
}

test('a permit is told to the superior, its answer to the person: never for what, and not whether it was granted', async () => {
  const stop = await startNotices(app, database.ownerUrl)
  const permit = await asked('a2', { reason: 'Rahasia keluarga' })
  expect(await told()).toEqual(['a1 permit_to_decide'])
  await expect.poll(() => mail.mails.length, { timeout: 15_000 }).toBe(1)
  await decide('a1', permit, { verdict: 'ask_back', words: 'Rahasia atasan' })
  expect(await told()).toEqual(['a1 permit_to_decide', 'a2 permit_answered'])
  await expect.poll(() => mail.mails.length, { timeout: 15_000 }).toBe(2)
  await stop()
  expect(mail.mails.map(({ to }) => to)).toEqual([['a1@contoh.go.id'], ['a2@contoh.go.id']])
  const written = mail.mails.map(({ text }) => text).join()
  expect(written).toContain('Buka Piket untuk memutuskannya.')
  expect(written).not.toMatch(/Rahasia|Pegawai a2|annual|cuti|ditanya/i)
  const { rows } = await sql<{ body: string }>`select body::text from event where kind = 'notice-told'`.execute(
    database.owner,
  )
  expect(rows.map(({ body }) => body).join()).not.toContain(permit)
})

test('the answer to a question goes to who decides again, a refusal and a revocation to the person', async () => {
  const permit = await asked('a3', { from: '2021-07-27' })
  await decide('a1', permit, { verdict: 'ask_back', words: 'Sampai kapan?' })
  await forget()
  await asked('a3', { id: permit, from: '2021-07-27', until: '2021-07-28' })
  expect(await told()).toEqual(['a1 permit_to_decide'])
  await forget()
  await decide('a1', permit, { version: 2 })
  expect(await told()).toEqual(['a3 permit_answered'])
  await forget()
  await decide('a1', permit, { version: 2, verdict: 'revoke', words: 'Dibutuhkan' })
  expect(await told()).toEqual(['a3 permit_answered'])
})

test('who withdraws their own is told nothing, and who enters one for somebody else knows of it', async () => {
  const permit = await asked('a4', { from: '2021-07-29' })
  await forget()
  await withdraw('a4', permit)
  await asked('a1', { employee: 'a2', from: '2021-07-30' })
  expect(await told()).toEqual([])
})

test('health is told to the personnel agency alone, and by the same words as any permit', async () => {
  await asked('a5', { kind: 'health', from: '2021-08-02', until: '2021-08-06', category: 'at_risk_health' })
  expect(await told()).toEqual(['c2 permit_to_decide'])
})

test('where nobody stands above, the head is told, and for the head those above', async () => {
  await asked('a6', { from: '2021-07-29' })
  await asked('a0', { from: '2021-07-26', kind: 'maternity', until: '2021-07-30' })
  expect(await told()).toEqual(['a0 permit_to_decide', 'c2 permit_to_decide'])
})

test('thirty permits at once are two notices: one now, one after half an hour', async () => {
  for (const from of ['2021-08-23', '2021-08-24', '2021-08-25']) await asked('a2', { from })
  expect([await told(), await jobs()]).toEqual([['a1 permit_to_decide'], [0]])
  await sql`update delivery set state = 'handed_over'`.execute(database.owner)
  for (const from of ['2021-08-26', '2021-08-27']) await asked('a2', { from })
  expect([await told(), await jobs()]).toEqual([
    ['a1 permit_to_decide', 'a1 permit_to_decide'],
    [0, 30],
  ])
  await sql`update delivery set state = 'handed_over'`.execute(database.owner)
  served.moment = morning + 61 * 60_000
  await asked('a2', { from: '2021-08-30' })
  expect((await jobs()).length).toBe(3)
})

test('what is refused tells nobody', async () => {
  expect((await ask('a2', { from: '2021-07-01' })).statusCode).toBe(422)
  expect([await told(), await jobs()]).toEqual([[], []])
})

test('a correction goes to the superior, its answer back, its appeal to the level above', async () => {
  const id = randomUUID()
  const wish = { id, day: '2021-07-19', kind: 'forgot', moment: 'in', place: 'office', time: '07:30', reason: 'Lupa' }
  expect((await post('a3', 'corrections', wish)).statusCode).toBe(201)
  expect(await told()).toEqual(['a1 correction_to_decide'])
  await forget()
  const verdict = { round: 1, outcome: 'refused', reason: 'Tidak terlihat' }
  expect((await post('a1', `employees/a3/corrections/${id}/decision`, verdict)).statusCode).toBe(200)
  expect(await told()).toEqual(['a3 correction_answered'])
  await forget()
  const form = { method: 'POST', url: `/sungai-uji/koreksi/${id}/banding`, cookies: { ...cookies.a3 } } as const
  await app.inject({
    ...form,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'alasan=Ada saksi',
  })
  expect(await told()).toEqual(['a0 correction_to_decide'])
})

test('an objection goes to its desk, its answer back, its appeal to the next desk', async () => {
  const id = randomUUID()
  const made = { id, kind: 'health', day: '2021-07-21', every_day: false, reason: 'Belum tercatat' }
  expect((await post('a4', 'objections', made)).statusCode).toBe(201)
  expect(await told()).toEqual(['c2 objection_to_decide'])
  await forget()
  const answer = { round: 1, outcome: 'refused', reason: 'Belum ada', clause: 'uji-2021-07/c2' }
  expect((await post('bkpsdm', `employees/a4/objections/${id}/answer`, answer)).statusCode).toBe(200)
  expect(await told()).toEqual(['a4 objection_answered'])
  await forget()
  expect((await post('a4', `objections/${id}/appeal`, { reason: 'Surat terlampir' })).statusCode).toBe(200)
  expect(await told()).toEqual(['c0 objection_to_decide'])
})
