import { sql } from 'kysely'
import { insertRows, momentOf } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { type Held, publishedThen } from '#platform/two-clocks.ts'

/** What counters need, in the region of the transaction. */
export const serviceNeeds = (tx: Tx) =>
  tx
    .selectFrom('service_minimum')
    .select(['unit_id as unit', 'service', 'position', 'weekday', 'minimum'])
    .orderBy('unit_id')
    .orderBy('service')
    .execute()

interface RosterRow {
  unit_id: string
  starts_on: string
  ends_on: string
  seed: number
  engine: string
  pattern: string
  input_hash: string
  certificate: string
  metrics: string
  infeasible: string | null
  by: string
  published: string
}

/** Publishes a roster as the next version of its unit and period, and returns its id. */
export const addRoster = (tx: Tx, { by, published, ...row }: RosterRow) =>
  tx
    .insertInto('roster')
    .values({
      ...row,
      region_id: sql`current_setting('piket.region')`,
      version: sql<number>`1 + coalesce((select max(version) from roster
        where region_id = current_setting('piket.region') and unit_id = ${row.unit_id}
          and starts_on = ${row.starts_on} and ends_on = ${row.ends_on}), 0)`,
      drawn_by: by,
      published_by: by,
      published_at: sql<string>`${momentOf(sql`${published}::text`)}`,
    })
    .returning('roster_id')
    .executeTakeFirstOrThrow()

export interface DutyRow {
  roster_id: string
  employee_id: string
  day: string
  place: 'office' | 'home' | null
  shift: string | null
  reason: 'fixed' | 'advised' | 'drawn' | 'away'
  clause: readonly string[]
  unit_id: string
}

export const addDuties = (tx: Tx, duties: readonly DutyRow[]) =>
  insertRows(
    tx,
    'duty',
    {
      roster_id: 'id',
      employee_id: 'text',
      day: 'day',
      place: 'text',
      shift: 'text',
      reason: 'text',
      clause: 'texts',
      unit_id: 'text',
    },
    duties,
  )

/** Rosters that were published then and hold on some day of the window, the newest last. */
export const publishedRosters = (tx: Tx, window: Held & { readonly unit?: string; readonly withOpenDays?: boolean }) =>
  tx
    .selectFrom('roster')
    .where(publishedThen(window))
    .where('starts_on', '<=', window.until)
    .where('ends_on', '>=', window.from)
    .$if(window.unit !== undefined, (query) => query.where('unit_id', '=', window.unit as string))
    .$if(window.withOpenDays === true, (query) =>
      query.where('unit_id', 'in', (open) =>
        open.selectFrom('roster').where('infeasible', 'is not', null).select('unit_id'),
      ),
    )
    .select(['roster_id', 'version', 'unit_id', 'starts_on', 'ends_on', 'seed', 'engine', 'pattern', 'input_hash'])
    .select(['certificate', 'metrics', 'infeasible', 'published_by'])
    .select(sql<string>`to_char(published_at at time zone ${window.zone}, 'YYYY-MM-DD"T"HH24:MI')`.as('published'))
    .orderBy('unit_id')
    .orderBy('starts_on')
    .orderBy('ends_on')
    .orderBy('version')
    .execute()

/** The places of a published roster: a line for a person and a day. */
export const linesOf = (tx: Tx, roster: string) =>
  tx
    .selectFrom('duty')
    .where('roster_id', '=', roster)
    .where('place', 'is not', null)
    .select(['employee_id as employee', 'day', 'place', 'shift', 'reason', 'clause', 'unit_id as unit'])
    .orderBy('employee_id')
    .orderBy('day')
    .execute()
