import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface RecallRow {
  order_id: string
  day: string
  employee_id: string
  agency_id: string
  reason: string
  clause: string
  place: string
  ordered_by: string
  ordered_as: string
  ordered_at: string
  arrive_by_at: string
  noticed_at: string
  instead_of: string | null
}

/** Adds a recall; nothing when the form was sent before. */
export const addRecall = (tx: Tx, row: RecallRow) =>
  tx
    .insertInto('recall')
    .values({ region_id: region, ...row })
    .onConflict((conflict) => conflict.columns(['region_id', 'order_id', 'employee_id']).doNothing())
    .returning('recall_id as id')
    .executeTakeFirst()

const moment = (column: string) => sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`
const momentOrNull = (column: string) => sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`

const recalls = (tx: Tx) =>
  tx
    .selectFrom('recall')
    .select([
      'recall_id as id',
      'day',
      'employee_id as person',
      'agency_id as agency',
      'reason',
      'clause',
      'place as to',
    ])
    .select(['ordered_by as orderedBy', 'ordered_as as orderedAs', 'answer', 'declined_for as declinedFor'])
    .select(['arrival_by as arrivalBy', 'settled_as as settledAs', 'settled_for as settledFor'])
    .select(['settled_by as settledBy', 'order_id as order', 'answered_to as answeredTo'])
    .select(['answer_form as answerForm', 'answer_words as answerWords', 'instead_of as insteadOf'])
    .select(['cancelled_for as cancelledFor', 'cancelled_by as cancelledBy'])
    .select([moment('ordered_at').as('orderedAt'), moment('arrive_by_at').as('arriveByAt')])
    .select([moment('noticed_at').as('noticeAt'), momentOrNull('answered_at').as('answeredAt')])
    .select([momentOrNull('arrived_at').as('arrivedAt'), momentOrNull('settled_at').as('settledAt')])
    .select(momentOrNull('cancelled_at').as('cancelledAt'))

interface OfDayAsked {
  /** Ordered no earlier. */
  readonly since: string
  readonly employees?: readonly string[] | undefined
  /** Until the transaction ends. */
  readonly hold?: boolean
}

/** Recalls of a day, the oldest first; of some people where they are named. */
export const recallsOfDay = (tx: Tx, day: string, { since, employees, hold = false }: OfDayAsked) =>
  recalls(tx)
    .where('day', '=', day)
    .where(sql<boolean>`ordered_at >= ${since}::timestamptz`)
    .$if(employees !== undefined, (query) => query.where(sql<boolean>`employee_id = any(${employees ?? []}::text[])`))
    .orderBy('ordered_at')
    .orderBy('employee_id')
    .orderBy('recall_id')
    .$if(hold, (query) => query.forUpdate())
    .execute()

/** The people of the recalls that a recall stands in the place of, or that stand in its place. */
export const linkedPeople = (tx: Tx, id: string, insteadOf: string | null) =>
  tx
    .selectFrom('recall')
    .where(({ or, eb }) => or([eb('instead_of', '=', id), eb('recall_id', '=', insteadOf ?? id)]))
    .where('recall_id', '<>', id)
    .select(['recall_id as id', 'employee_id as person'])
    .orderBy('ordered_at')
    .orderBy('employee_id')
    .execute()

/** Recalls that came with one form. */
export const recallsOfForm = (tx: Tx, order: string) => recalls(tx).where('order_id', '=', order).execute()

/** Recalls of days that are over to which nobody is known to have come, though the person checked in on that day. */
export const unarrivedWithRecord = (tx: Tx, from: string, before: string) =>
  recalls(tx)
    .where('day', '>=', from)
    .where('day', '<', before)
    .where('arrived_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('check_in')
          .whereRef('check_in.region_id', '=', 'recall.region_id')
          .whereRef('check_in.day', '=', 'recall.day')
          .whereRef('check_in.employee_id', '=', 'recall.employee_id')
          .whereRef('check_in.received_at', '>', 'recall.ordered_at')
          .where('check_in.kind', '=', 'in')
          .select('check_in.check_in_id'),
      ),
    )
    .execute()

/** Recalls of days that are over, of some people, to which nobody came and of which nothing is said. */
export const unsettledOf = (tx: Tx, from: string, before: string, employees: readonly string[]) =>
  recalls(tx)
    .where('day', '>=', from)
    .where('day', '<', before)
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where('arrived_at', 'is', null)
    .where('settled_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('day')
    .orderBy('employee_id')
    .orderBy('recall_id')
    .execute()

/** Recalls of some people since a day that were kept as a matter to talk about, the newest first. */
export const keptSince = (tx: Tx, from: string, employees: readonly string[]) =>
  recalls(tx)
    .where('day', '>=', from)
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where('arrived_at', 'is', null)
    .where('settled_as', '=', 'kept')
    .orderBy('day', 'desc')
    .orderBy('recall_id')
    .execute()

/** Why a recall of somebody was cancelled. The id came from a phone: it may be any text. */
export const cancellationRow = (tx: Tx, of: { recall: string; person: string; day: string }) =>
  tx
    .selectFrom('recall')
    .where('day', '=', of.day)
    .where('employee_id', '=', of.person)
    .where(sql<boolean>`recall_id::text = ${of.recall}`)
    .select('cancelled_for as why')
    .executeTakeFirst()

/** A recall, held until the transaction ends. */
export const recallRow = (tx: Tx, id: string) => recalls(tx).where('recall_id', '=', id).forUpdate().executeTakeFirst()

interface RecallChange {
  noticed_at?: string
  answer?: string
  answered_at?: string
  declined_for?: string | null
  answered_to?: string | null
  answer_form?: string | null
  answer_words?: string | null
  arrived_at?: string
  arrival_by?: string | null
  settled_as?: string
  settled_for?: string
  settled_by?: string
  settled_at?: string
  cancelled_at?: string
  cancelled_for?: string
  cancelled_by?: string
}

export const changeRecall = (tx: Tx, id: string, change: RecallChange) =>
  tx.updateTable('recall').set(change).where('recall_id', '=', id).execute()

/** Makes whoever calls people of the region on that day wait until the transaction ends. */
export const lockRecalls = (tx: Tx, day: string) => hold(tx, 'recall', day)
