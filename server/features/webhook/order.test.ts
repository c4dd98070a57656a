/** Of one thing, what happened later is told later, whatever the receiver answers meanwhile. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { installation } from '#platform/installation.ts'
import { isRefusal } from '#platform/refusal.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { startWebhookReceiver } from '../../testing/webhook-receiver.ts'
import { startWebhooks } from './jobs.ts'
import { webhookKinds } from './schema.ts'
import { type DeliveryRef, endWebhook, makeWebhook, NotTaken, resumeStopped, type Source, send } from './service.ts'

const served = await serveRegion()
const receiver = await startWebhookReceiver(() => served.moment)
const { database, app } = served
const source: Source = {
  db: database.db,
  clock: app.clock,
  posts: { toLoopback: true },
  origin: 'https://piket.contoh.go.id',
}
const inRegion = { region: '63.98', reach: 'region' } as const
const officer = { region: '63.98', account: randomUUID(), roles: [] }
afterAll(async () => {
  for (const one of [receiver, served]) await one[Symbol.asyncDispose]()
})

const id = randomUUID()
beforeEach(async () => {
  receiver.seen.length = 0
  receiver.state.statuses = []
  for (const table of ['webhook_delivery', 'webhook'])
    await sql`delete from ${sql.table(table)}`.execute(database.owner)
  await sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`.execute(database.owner)
  const made = await makeWebhook(source, officer, { id, address: receiver.address, kinds: webhookKinds })
  if (isRefusal(made)) throw new Error(made.refused)
  receiver.state.secret = made.secret
})

const happen = (kind: string, subject: string) =>
  as(database.db, inRegion, (tx) => recordEvent(tx, { actor: 'a0', kind, subject }))
/** What was told, as `subject kind`; a delivery that is told again stands once more. */
const told = () => receiver.seen.map(({ body }) => JSON.parse(body)).map(({ subject, kind }) => `${subject} ${kind}`)
const waiting = async () => {
  const rows = await database.owner
    .selectFrom('webhook_delivery')
    .where('state', '=', 'queued')
    .select('thread')
    .execute()
  return rows.length
}
interface Job {
  readonly id: string
  readonly payload: DeliveryRef
}
const jobs = async () =>
  (await sql<Job>`select id, payload from graphile_worker._private_jobs`.execute(database.owner)).rows
/** Runs all jobs at once, without their pauses. */
const runJobs = async (attempt = { isLast: false }) => {
  const run = async ({ id: job, payload }: Job) => {
    try {
      await send(source, payload, attempt)
    } catch (error) {
      if (error instanceof NotTaken) return
      throw error
    }
    await sql`select graphile_worker.complete_jobs(array[${job}::bigint])`.execute(database.owner)
  }
  await Promise.all((await jobs()).map(run))
}

test('while one is tried again, later ones of the same draft wait, and those of others do not', async () => {
  receiver.state.statuses = [503]
  const stop = await startWebhooks(source, database.ownerUrl)
  await happen('draft-begun', 'one')
  await expect.poll(told).toEqual(['one draft-begun'])
  await happen('draft-dropped', 'one')
  await happen('draft-begun', 'two')
  await expect.poll(waiting, { timeout: 30_000 }).toBe(0)
  await stop()
  expect(told()).toEqual(['one draft-begun', 'two draft-begun', 'one draft-begun', 'one draft-dropped'])
  expect(receiver.seen.every(({ holds }) => holds)).toBe(true)
})

test('a delivery has a job only while none of the same thing is before it', async () => {
  for (const kind of ['draft-begun', 'circular-extended', 'question-answered', 'circular-revoked'])
    await happen(kind, 'surat')
  expect(await jobs()).toHaveLength(1)
  expect(await waiting()).toBe(4)
})

test('however a receiver fails, and whoever writes at once, each thing is told in order', async () => {
  const kinds = ['circular-filed', 'circular-signed', 'circular-extended', 'question-answered', 'circular-revoked']
  const subjects = ['satu', 'dua', 'tiga']
  // Every second answer is no, of three things whose deliveries are sent at once.
  receiver.state.statuses = Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? 500 : 204))
  const writing = subjects.map(async (subject) => {
    for (const kind of kinds) await happen(kind, subject)
  })
  for (let rounds = 0; rounds < 60; rounds++) await runJobs()
  await Promise.all(writing)
  while ((await waiting()) > 0) await runJobs()
  for (const subject of subjects) {
    const own = told().filter((one) => one.startsWith(`${subject} `))
    expect(own.filter((one, at) => one !== own[at - 1])).toEqual(kinds.map((kind) => `${subject} ${kind}`))
  }
  expect(receiver.seen.length).toBeGreaterThan(subjects.length * kinds.length)
})

test('one that is given up lets the next go, and so does the end of the webhook', async () => {
  await happen('draft-begun', 'one')
  await happen('draft-dropped', 'one')
  receiver.state.statuses = [500]
  await runJobs({ isLast: true })
  await runJobs()
  expect(told()).toEqual(['one draft-begun', 'one draft-dropped'])
  for (const kind of ['draft-begun', 'draft-dropped']) await happen(kind, 'two')
  await endWebhook(source, officer, id)
  for (let rounds = 0; rounds < 2; rounds++) await runJobs()
  expect([await waiting(), receiver.seen.length, await jobs()]).toEqual([0, 2, []])
})

test('an attempt that breaks is one of those that the queue counts: after its last one the next goes', async () => {
  for (const kind of ['draft-begun', 'draft-dropped']) await happen(kind, 'one')
  await sql`update graphile_worker._private_jobs set attempts = 11`.execute(database.owner)
  await sql`update webhook_delivery set tries = 11 where delivery_id = ${(await jobs())[0]?.payload.delivery}`.execute(
    database.owner,
  )
  const attempts = async () =>
    (await sql`select attempts, last_error from graphile_worker.jobs`.execute(database.owner)).rows
  const moment = (): number => {
    throw new Error('the clock stands still')
  }
  const stopBroken = await startWebhooks({ ...source, clock: { ...source.clock, moment } }, database.ownerUrl)
  await expect.poll(attempts, { timeout: 10_000 }).toEqual([{ attempts: 12, last_error: 'the clock stands still' }])
  await stopBroken()
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(database.owner)
  receiver.state.statuses = [503]
  const stop = await startWebhooks(source, database.ownerUrl)
  await expect.poll(waiting, { timeout: 10_000 }).toBe(0)
  await stop()
  expect([told(), await jobs()]).toEqual([['one draft-begun', 'one draft-dropped'], []])
})

test('where a job is gone, the thing is told on after a day, and what waits for its turn goes on waiting', async () => {
  for (const subject of ['one', 'two']) for (const kind of ['draft-begun', 'draft-dropped']) await happen(kind, subject)
  const [lost, kept] = await jobs()
  await sql`select graphile_worker.complete_jobs(array[${lost?.id}::bigint])`.execute(database.owner)
  const resume = () => resumeStopped(source, { code: '63.98' })
  await resume()
  expect(await jobs()).toEqual([kept])
  await sql`
    update webhook_delivery set queued_at = queued_at - interval '25 hours', changed_at = changed_at - interval '25 hours'
    where thread = 'one'`.execute(database.owner)
  for (let rounds = 0; rounds < 2; rounds++) await resume()
  expect((await jobs()).map(({ payload }) => payload)).toEqual([kept?.payload, lost?.payload])
  // The one after it has waited for longer than a day, and has its job since now.
  await runJobs()
  await resume()
  expect(await jobs()).toHaveLength(2)
  await runJobs()
  expect([told().filter((one) => one.startsWith('one')), await waiting()]).toEqual([
    ['one draft-begun', 'one draft-dropped'],
    0,
  ])
})

test('what was queued before there was an order goes out as it did', async () => {
  await happen('draft-begun', 'one')
  await sql`update webhook_delivery set thread = null`.execute(database.owner)
  await happen('draft-dropped', 'one')
  await runJobs()
  expect([told().toSorted(), await waiting()]).toEqual([['one draft-begun', 'one draft-dropped'], 0])
})

test('what authorities declare is told in one order, whatever form it came with', async () => {
  await happen('event-declared', randomUUID())
  await happen('event-ended', randomUUID())
  await happen('status-set', randomUUID())
  expect(await jobs()).toHaveLength(1)
})

test('what is told of a circular looks as docs/integration.md shows it, kind by kind', async () => {
  const lines = readFileSync(join(installation(), 'docs/integration.md'), 'utf8').match(/^\{"id".*$/gm) ?? []
  const examples = [...new Set(lines)].map((line) => JSON.parse(line.replace('kotawaringin-timur', 'sungai-uji')))
  for (const { kind, subject } of examples) await happen(kind, subject)
  while ((await waiting()) > 0) await runJobs()
  const bodies = receiver.seen.map(({ body }) => JSON.parse(body))
  for (const example of examples.filter(({ agency }) => agency === null))
    expect(bodies.find(({ kind }) => kind === example.kind)).toEqual({
      ...{ ...example, region: '63.98' },
      ...{ id: expect.any(String), happened: expect.any(String) },
    })
  const ofCirculars = webhookKinds.filter((kind) => /^(draft|circular|question|event|status)-/.test(kind))
  expect(examples.map(({ kind }) => kind)).toEqual(expect.arrayContaining(ofCirculars))
})
