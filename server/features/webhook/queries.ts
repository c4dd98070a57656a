import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

interface WebhookRow {
  readonly webhook_id: string
  readonly address: string
  readonly secret: string
  readonly kinds: readonly string[]
  readonly made_by: string
  readonly made_at: string
}

/** Adds a webhook; nothing when its id is known. */
export const addWebhook = (tx: Tx, { kinds, ...row }: WebhookRow) =>
  tx
    .insertInto('webhook')
    .values({ ...row, kinds: [...kinds], region_id: sql`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.columns(['region_id', 'webhook_id']).doNothing())
    .returning('webhook_id')
    .executeTakeFirst()

/** A webhook of an account, also one that was ended. */
export const webhookBy = (tx: Tx, by: string, id: string) =>
  tx
    .selectFrom('webhook')
    .where('webhook_id', '=', id)
    .where('made_by', '=', by)
    .select(['address', 'kinds'])
    .executeTakeFirst()

/** Whether there is such a webhook, also one that was ended. */
export const isWebhook = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('webhook').where('webhook_id', '=', id).select('webhook_id').executeTakeFirst()) !== undefined

/** Webhooks that were not ended, the newest first. */
export const openWebhooks = (tx: Tx) =>
  tx
    .selectFrom('webhook')
    .where('ended_at', 'is', null)
    .select(['webhook_id as id', 'address', 'kinds'])
    .orderBy('made_at', 'desc')
    .orderBy('webhook_id')
    .execute()

/**
 * A webhook that was not ended; whoever else locks it waits until the transaction ends. Deliveries that refer to it are
 * not held up.
 */
export const lockWebhook = (tx: Tx, id: string) =>
  tx
    .selectFrom('webhook')
    .where('webhook_id', '=', id)
    .where('ended_at', 'is', null)
    .select('webhook_id')
    .forNoKeyUpdate()
    .executeTakeFirst()

const withWebhook = (tx: Tx) =>
  tx
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('webhook', (join) =>
      join
        .onRef('webhook.region_id', '=', 'delivery.region_id')
        .onRef('webhook.webhook_id', '=', 'delivery.webhook_id'),
    )
    .innerJoin('event', (join) =>
      join.onRef('event.region_id', '=', 'delivery.region_id').onRef('event.id', '=', 'delivery.event_id'),
    )

/** Whether a delivery that tries the webhook is still on its way. */
export const isPingQueued = async (tx: Tx, webhook: string): Promise<boolean> =>
  (await withWebhook(tx)
    .where('delivery.webhook_id', '=', webhook)
    .where('event.kind', '=', 'ping')
    .where('state', '=', 'queued')
    .select('delivery_id')
    .limit(1)
    .executeTakeFirst()) !== undefined

export const endRow = (tx: Tx, id: string, by: string, at: string) =>
  tx
    .updateTable('webhook')
    .set({ ended_by: by, ended_at: at })
    .where('webhook_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('address')
    .executeTakeFirst()

/** A delivery with where it goes and what it tells; `stale`: it has been tried for a day. */
export const deliveryById = (tx: Tx, delivery: string) =>
  withWebhook(tx)
    .where('delivery_id', '=', delivery)
    .select(['address', 'secret', 'ended_at as ended', 'state', 'tries', 'delivery.webhook_id as webhook', 'thread'])
    .select(['event.kind', 'event.subject', 'event.agency_id as agency', 'event.happened_at as happened'])
    .select(sql<boolean>`clock_timestamp() - queued_at > interval '1 day'`.as('stale'))
    .executeTakeFirst()

export interface DeliveryChange {
  readonly state: string
  readonly tries: number
  readonly answer: string
}

const now = sql<Date>`clock_timestamp()`

/** Says how a delivery stands. @returns whether it was still on its way */
export const changeDelivery = async (tx: Tx, delivery: string, change: DeliveryChange): Promise<boolean> =>
  (await tx
    .updateTable('webhook_delivery')
    .set({ ...change, changed_at: now })
    .where('delivery_id', '=', delivery)
    .where('state', '=', 'queued')
    .returning('delivery_id')
    .executeTakeFirst()) !== undefined

/** Makes whoever queues or settles a delivery of the same thing wait until the transaction ends, as migration 0077 does. */
export const lockThread = (tx: Tx, thread: string) => hold(tx, 'webhook', thread)

/** The first delivery of a thing to a webhook that is not settled, marked: its turn begins. */
export const markNext = (tx: Tx, webhook: string, thread: string) =>
  tx
    .updateTable('webhook_delivery')
    .set({ changed_at: now })
    .where('delivery_id', '=', (one) =>
      one
        .selectFrom('webhook_delivery')
        .where('webhook_id', '=', webhook)
        .where('thread', '=', thread)
        .where('state', '=', 'queued')
        .select('delivery_id')
        .orderBy('event_id')
        .limit(1),
    )
    .returning('delivery_id as delivery')
    .executeTakeFirst()

/** Of each thing the delivery whose turn it is, where nothing was heard of it for a day, marked: its turn begins again. */
export const markStopped = (tx: Tx) =>
  tx
    .updateTable('webhook_delivery')
    .set({ changed_at: now })
    .where('delivery_id', 'in', (one) =>
      one
        .selectFrom('webhook_delivery')
        .distinctOn(['webhook_id', threadOrOwn])
        .where('state', '=', 'queued')
        .select('delivery_id')
        .orderBy('webhook_id')
        .orderBy(threadOrOwn)
        .orderBy('event_id'),
    )
    // Asked of the row itself: it may be settled, or resumed by another server, meanwhile.
    .where('state', '=', 'queued')
    .where(sql<boolean>`clock_timestamp() - changed_at > interval '1 day'`)
    .returning('delivery_id as delivery')
    .execute()

/** What was queued before there was an order waits for nothing else. */
const threadOrOwn = sql<string>`coalesce(thread, delivery_id::text)`

/** The newest deliveries of the region. */
export const newestDeliveries = (tx: Tx, most: number) =>
  withWebhook(tx)
    .select(['delivery_id as id', 'address', 'event.kind', 'event.subject', 'state', 'tries', 'answer'])
    .select(sql<number>`(extract(epoch from queued_at) * 1000)::float8`.as('queued'))
    .orderBy('queued_at', 'desc')
    .orderBy('delivery_id')
    .limit(most)
    .execute()
