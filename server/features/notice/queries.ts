import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface NoticeRow {
  kind: string
  subject: string
  agency_id: string
  day: string
  employee_id: string
  due_at: string
  told_by: string
  told_at: string
  send_at: string | null
}

export const addNotice = (tx: Tx, row: NoticeRow) =>
  tx
    .insertInto('notice')
    .values({ region_id: region, ...row })
    .returning('notice_id as notice')
    .executeTakeFirstOrThrow()

interface DeliveryRow {
  notice_id: string
  channel: string
  state: string
  changed_at: string
}

export const addDelivery = (tx: Tx, row: DeliveryRow) =>
  tx
    .insertInto('delivery')
    .values({ region_id: region, ...row })
    .execute()

/** A delivery with its notice, held until the transaction ends. */
export const deliveryRow = (tx: Tx, notice: string, channel: string) =>
  tx
    .selectFrom('delivery')
    .innerJoin('notice', (join) =>
      join.onRef('notice.region_id', '=', 'delivery.region_id').onRef('notice.notice_id', '=', 'delivery.notice_id'),
    )
    .where('delivery.notice_id', '=', notice)
    .where('channel', '=', channel)
    .select(['kind', 'subject', 'employee_id as employee', 'due_at as due', 'state', 'tries'])
    .executeTakeFirst()

export interface DeliveryChange {
  readonly state: string
  readonly tries: number
  readonly failed_for: string | null
  readonly changed_at: string
}

export const changeDelivery = (tx: Tx, notice: string, channel: string, change: DeliveryChange) =>
  tx
    .updateTable('delivery')
    .set(change)
    .where('notice_id', '=', notice)
    .where('channel', '=', channel)
    .where('state', '=', 'queued')
    .execute()

/** Takes off the queue what has not gone out about something. */
export const withdrawDeliveries = (
  tx: Tx,
  about: { kind: string; day: string; subjects: readonly string[]; at: string },
) =>
  tx
    .updateTable('delivery')
    .set({ state: 'failed', failed_for: 'cancelled', changed_at: about.at })
    .where('state', '=', 'queued')
    .where(
      'notice_id',
      'in',
      tx
        .selectFrom('notice')
        .where('kind', '=', about.kind)
        .where('day', '=', about.day)
        .where(sql<boolean>`subject = any(${about.subjects}::text[])`)
        .select('notice.notice_id'),
    )
    .execute()

/** Notices of some days about something, the oldest first, a row for each channel; without one, a row without channel. */
export const noticesOf = (tx: Tx, about: { kind: string; days: readonly string[]; since: string }) =>
  tx
    .selectFrom('notice')
    .leftJoin('delivery', (join) =>
      join.onRef('delivery.region_id', '=', 'notice.region_id').onRef('delivery.notice_id', '=', 'notice.notice_id'),
    )
    .where('kind', '=', about.kind)
    .where(sql<boolean>`day = any(${about.days}::date[])`)
    .where(sql<boolean>`told_at >= ${about.since}::timestamptz`)
    .select(['notice.notice_id as notice', 'subject', 'employee_id as employee', 'told_at as at'])
    .select(['channel', 'state', 'tries', 'failed_for as failedFor'])
    .orderBy('told_at')
    .orderBy('notice.notice_id')
    .orderBy('channel')
    .execute()

/** When somebody was last told of a kind, or will be, and whether a channel still has that before it. */
export const newestNotice = (tx: Tx, employee: string, kind: string, now: string) =>
  tx
    .selectFrom('notice')
    .where('employee_id', '=', employee)
    .where('kind', '=', kind)
    .select(sql<Date>`coalesce(send_at, told_at)`.as('sends'))
    .select(
      sql<boolean>`due_at > ${now}::timestamptz and exists (select from delivery
        where delivery.region_id = notice.region_id and delivery.notice_id = notice.notice_id and state = 'queued')`.as(
        'waits',
      ),
    )
    .orderBy('sends', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Makes whoever tells of the same thing, of a day or to somebody, wait until the transaction ends. */
export const lockNotices = (tx: Tx, kind: string, of: string) => hold(tx, 'notice', kind, of)
