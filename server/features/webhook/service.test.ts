/** Deliveries to a real receiver that verifies them, through the real queue. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal } from '#platform/refusal.ts'
import { serveRegion } from '../../testing/served-region.ts'
import { startWebhookReceiver } from '../../testing/webhook-receiver.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { startWebhooks } from './jobs.ts'
import { webhookKinds } from './schema.ts'
import { endWebhook, makeWebhook, NotTaken, pingWebhook, type Source, send, webhooksOf } from './service.ts'

const served = await serveRegion()
const receiver = await startWebhookReceiver(() => served.moment)
const { database, app } = served
const source: Source = {
  db: database.db,
  clock: app.clock,
  posts: { toLoopback: true },
  origin: 'https://piket.contoh.go.id',
}
const region = (await findRegion(database.db, '63.98')) as RegionAsListed
const officer = { region: region.code, account: randomUUID(), roles: [] }
const whole = { region: region.code, reach: 'region' } as const
afterAll(async () => {
  for (const one of [receiver, served]) await one[Symbol.asyncDispose]()
})
beforeEach(async () => {
  receiver.seen.length = 0
  receiver.state.statuses = []
  for (const table of ['webhook_delivery', 'webhook'])
    await sql`delete from ${sql.table(table)}`.execute(database.owner)
  await sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`.execute(database.owner)
  const made = await makeWebhook(source, officer, { id: randomUUID(), address: receiver.address, kinds: webhookKinds })
  if (isRefusal(made)) throw new Error(made.refused)
  receiver.state.secret = made.secret
})

const happen = (kind = 'permit-granted', subject = 'p1') =>
  as(database.db, { ...whole, reach: 'agency', agency: 'dinas-a' }, (tx) =>
    recordEvent(tx, { actor: 'a0', kind, subject, agency: 'dinas-a', body: { employee: 'a3', reason: 'sakit' } }),
  )
const deliveries = async () => (await webhooksOf(source, region)).deliveries
const trySending = async ({ isLast } = { isLast: false }) => {
  for (const { id } of await deliveries())
    await send(source, { region: region.code, delivery: id }, { isLast }).catch((error) => {
      if (!(error instanceof NotTaken)) throw error
    })
}
/** What the queue still holds; of a job tried, why it was not done. */
const jobs = async () => {
  const { rows } = await sql`
    select attempts, max_attempts as most, last_error as error from graphile_worker.jobs`.execute(database.owner)
  return rows
}
const stateOf = async () => (await deliveries()).map(({ state, tries, answer }) => `${state} ${tries} ${answer}`)

test('an event is told through the queue: signed, with ids and a link, and nothing else of anybody', async () => {
  const stop = await startWebhooks(source, database.ownerUrl)
  await happen()
  await expect.poll(jobs).toEqual([])
  await stop()
  const [delivery] = await deliveries()
  expect(await stateOf()).toEqual(['taken 1 204'])
  const [one] = receiver.seen
  expect(one).toMatchObject({ delivery: delivery?.id, holds: true })
  expect(JSON.parse(one?.body ?? '')).toEqual({
    ...{ id: delivery?.id, kind: 'permit-granted', region: '63.98', agency: 'dinas-a', subject: 'p1' },
    happened: expect.stringMatching(/^\d{4}-/),
    link: 'https://piket.contoh.go.id/sungai-uji/izin/p1',
  })
})

test('a receiver that fails twice is asked again with the same id, and a delivery taken is sent no more', async () => {
  receiver.state.statuses = [500, 302]
  await happen()
  await trySending()
  expect(await stateOf()).toEqual(['queued 1 500'])
  await trySending()
  expect(await stateOf()).toEqual(['queued 2 302'])
  await trySending()
  await trySending()
  expect(await stateOf()).toEqual(['taken 3 204'])
  expect(new Set(receiver.seen.map(({ delivery }) => delivery)).size).toBe(1)
  expect(receiver.seen.map(({ holds }) => holds)).toEqual([true, true, true])
})

test('the queue keeps the job of a delivery that was not taken, for a day of growing pauses', async () => {
  receiver.state.statuses = [503]
  const stop = await startWebhooks(source, database.ownerUrl)
  await happen()
  await expect.poll(jobs).toEqual([{ attempts: 1, most: 13, error: '503' }])
  await stop()
  expect(await stateOf()).toEqual(['queued 1 503'])
})

test('after a day, or the last try, it is given up', async () => {
  await happen()
  receiver.state.statuses = [500]
  await sql`update webhook_delivery set queued_at = queued_at - interval '25 hours'`.execute(database.owner)
  await trySending()
  expect(await stateOf()).toEqual(['given_up 1 500'])
  await sql`update webhook_delivery set state = 'queued', queued_at = now()`.execute(database.owner)
  receiver.state.statuses = [500]
  await trySending({ isLast: true })
  expect(await stateOf()).toEqual(['given_up 2 500'])
})

test('what is undone, and what nobody asked for, is queued for nobody', async () => {
  await happen('signed-in')
  const undone = as(database.db, whole, async (tx) => {
    await recordEvent(tx, { actor: 'a0', kind: 'recall-ordered', subject: 'r1' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await deliveries()).toEqual([])
  expect(await jobs()).toEqual([])
})

test('a webhook that is ended is told nothing more, not even what waits', async () => {
  await happen()
  const [webhook] = (await webhooksOf(source, region)).webhooks
  for (const _ of [1, 2]) expect(await endWebhook(source, officer, webhook?.id ?? '')).toBeUndefined()
  await happen('return-stated', 'dinas-a')
  await trySending()
  expect(await stateOf()).toEqual(['given_up 0 ended'])
  expect(receiver.seen).toEqual([])
})

test('an address that leads inward by the time of the sending is not connected to', async () => {
  await happen()
  for (const { id } of await deliveries())
    await send(
      { ...source, posts: { toLoopback: false } },
      { region: region.code, delivery: id },
      { isLast: false },
    ).catch(() => {})
  expect(await stateOf()).toEqual(['queued 1 not-public'])
  expect(receiver.seen).toEqual([])
})

test('a test goes to one webhook, signed and through the queue, whatever kinds it asked for; one at a time', async () => {
  const other = await makeWebhook(source, officer, {
    id: randomUUID(),
    address: receiver.address,
    kinds: ['circular-filed'],
  })
  if (isRefusal(other)) throw new Error(other.refused)
  const { webhooks } = await webhooksOf(source, region)
  const id = webhooks.find(({ kinds }) => kinds.length === 1)?.id ?? ''
  receiver.state.secret = other.secret
  for (let times = 0; times < 2; times++) expect(await pingWebhook(source, officer, id)).toBeUndefined()
  expect(await stateOf()).toEqual(['queued 0 null'])
  const stop = await startWebhooks(source, database.ownerUrl)
  await expect.poll(jobs).toEqual([])
  await stop()
  expect(await stateOf()).toEqual(['taken 1 204'])
  expect(receiver.seen.map(({ holds, body }) => [holds, JSON.parse(body).kind, JSON.parse(body).link])).toEqual([
    [true, 'ping', 'https://piket.contoh.go.id/sungai-uji/akun/webhook'],
  ])
  await pingWebhook(source, officer, id)
  expect((await stateOf()).toSorted()).toEqual(['queued 0 null', 'taken 1 204'])
  await endWebhook(source, officer, id)
  expect(await pingWebhook(source, officer, id)).toEqual({ refused: 'not-found' })
})
