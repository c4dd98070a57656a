import { sql } from 'kysely'
import { type Columns, insertRows, momentOf } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import {
  clockColumns,
  type Held,
  held,
  knownThen,
  type PermitEnding,
  period,
  publishedThen,
  recordedIn,
} from '#platform/two-clocks.ts'

export const attributesHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('attribute')
    .where(held(window))
    .select(['employee_id as employee', 'attribute', 'value', 'issuer', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const leaveHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('leave')
    .where(held(window))
    .select(['employee_id as employee', 'kind', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Leave of one person held in the window, and not by a permit: what the staff list says. */
export const listedLeaveOf = (tx: Tx, employee: string, window: Held) =>
  tx
    .selectFrom('leave')
    .where('employee_id', '=', employee)
    .where('permit_id', 'is', null)
    .where(held(window))
    .select(['employee_id as employee', 'kind', ...period])
    .orderBy('id')
    .execute()

export const lettersHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('letter')
    .where(held(window))
    .select(['letter', 'employee_id as employee', 'number', 'dated_on as dated', 'signer_echelon as signerEchelon'])
    .select(['signed_by as by', 'reported_to as reportedTo', 'reported_on as reportedOn', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const statusesHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('status')
    .where(held(window))
    .select(['status', 'subject', 'value', 'authority', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Every event declared for a day up to the end of the window: what begins with one may last beyond it. */
export const declaredEvents = (tx: Tx, window: Held) =>
  tx
    .selectFrom('declared_event')
    .where(knownThen(window))
    .where('starts_on', '<=', window.until)
    .select(['type', 'subject', 'valid_until as until', 'authority'])
    .select(sql<string>`concat_ws('T', starts_on, to_char(starts_time, 'HH24:MI'))`.as('from'))
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const answersHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('answer')
    .where(held(window))
    .select(['circular_id as circular', 'clause', 'unit_id as unit', 'value', 'answered_by as by', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const overridesKnown = (tx: Tx, window: Held) =>
  tx
    .selectFrom('override')
    .where(knownThen(window))
    .where('day', '>=', window.from)
    .where('day', '<=', window.until)
    .select(['employee_id as employee', 'day', 'action', 'ordered_by as by', 'reason'])
    .select(sql<string | null>`day || 'T' || to_char(starts_time, 'HH24:MI')`.as('at'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/**
 * Places of the rosters published by then. On a day only the last one published for a unit holds: where that leaves the
 * day open, no older one has a place to give.
 */
const drawn = (tx: Tx, window: Held) =>
  tx
    .with('held', (made) => made.selectFrom('roster').where(publishedThen(window)).selectAll())
    .selectFrom('duty')
    .innerJoin('held', (join) =>
      join.onRef('held.region_id', '=', 'duty.region_id').onRef('held.roster_id', '=', 'duty.roster_id'),
    )
    .where('duty.day', '>=', window.from)
    .where('duty.day', '<=', window.until)
    .where('duty.place', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('held as newer')
            .whereRef('newer.unit_id', '=', 'held.unit_id')
            .where(sql<boolean>`(newer.published_at, newer.starts_on, newer.ends_on, newer.version)
              > (held.published_at, held.starts_on, held.ends_on, held.version)`)
            .whereRef('newer.starts_on', '<=', 'duty.day')
            .whereRef('newer.ends_on', '>=', 'duty.day')
            .select('newer.roster_id'),
        ),
      ),
    )
    .select(['duty.employee_id as employee', 'duty.day', 'duty.place', 'duty.shift'])
    .orderBy('held.published_at')
    .orderBy('duty.employee_id')
    .orderBy('duty.day')

export const drawnPlaces = (tx: Tx, window: Held) => drawn(tx, window).execute()

/** Those of one person. */
export const drawnPlacesOf = (tx: Tx, employee: string, window: Held) =>
  drawn(tx, window).where('duty.employee_id', '=', employee).execute()

/** Every day of every decree known by then. */
export const calendarDays = (tx: Tx, window: Held) =>
  tx
    .selectFrom('calendar_day')
    .where(knownThen(window))
    .select(['day', 'kind', 'name', 'decree'])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('day')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

export const seasonsKnown = (tx: Tx, window: Held) =>
  tx
    .selectFrom('season')
    .where(knownThen(window))
    .select(['name', ...period])
    .orderBy('valid_from')
    .orderBy('id')
    .execute()

const columns = {
  attribute: {
    employee_id: 'text',
    ...clockColumns,
    attribute: 'text',
    value: 'text',
    issuer: 'text',
    permit_id: 'id',
  },
  leave: { employee_id: 'text', ...clockColumns, kind: 'text', permit_id: 'id' },
  letter: {
    employee_id: 'text',
    ...clockColumns,
    letter: 'text',
    number: 'text',
    dated_on: 'day',
    signer_echelon: 'text',
    signed_by: 'text',
    reported_to: 'text',
    reported_on: 'day',
    permit_id: 'id',
  },
  status: { ...clockColumns, status: 'text', subject: 'text', value: 'text', authority: 'text', entered_at: 'moment' },
  declared_event: {
    type: 'text',
    subject: 'text',
    starts_on: 'day',
    starts_time: 'time',
    valid_until: 'day',
    recorded_at: 'instant',
    authority: 'text',
    entered_at: 'moment',
  },
  answer: {
    ...clockColumns,
    circular_id: 'text',
    clause: 'text',
    unit_id: 'text',
    value: 'json',
    answered_by: 'text',
    entered_at: 'moment',
  },
  override: {
    employee_id: 'text',
    day: 'day',
    action: 'text',
    starts_time: 'time',
    ordered_by: 'text',
    reason: 'text',
    recorded_at: 'instant',
  },
  calendar_day: { day: 'day', kind: 'text', name: 'text', decree: 'text', recorded_at: 'instant' },
  season: { name: 'text', ...clockColumns },
} as const satisfies Readonly<Record<string, Columns>>

/** A table of dated facts that is written by the thousand. */
export type FactTable = keyof typeof columns
export type FactRow<Table extends FactTable> = Readonly<Record<keyof (typeof columns)[Table], unknown>>

/** Adds rows to a table of facts, in their order. */
export const addFacts = <Table extends FactTable>(tx: Tx, table: Table, rows: readonly FactRow<Table>[]) =>
  insertRows<string>(tx, table, columns[table], rows)

/** Withdraws what a permit made of a table; days up to the last one held are kept in a new row. */
export const endFacts = (tx: Tx, table: 'leave' | 'letter' | 'attribute', { permit, at, lastDay }: PermitEnding) => {
  const kept = sql.join(
    Object.keys(columns[table])
      .filter((name) => name !== 'valid_until' && name !== 'recorded_at')
      .map((name) => sql.ref(name)),
  )
  return sql`with ended as (
      update ${sql.table(table)} set withdrawn_at = ${momentOf(sql`${at}::text`)}
      where region_id = current_setting('piket.region') and permit_id = ${permit} and withdrawn_at is null returning *)
    insert into ${sql.table(table)} (region_id, valid_until, recorded_at, ${kept})
    select region_id, ${lastDay}::date, withdrawn_at, ${kept} from ended
    where valid_from <= ${lastDay}::date`.execute(tx)
}
