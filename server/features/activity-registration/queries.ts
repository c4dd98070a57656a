import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface ActivityRow {
  activity_id: string
  series_id: string | null
  continues_id: string | null
  agency_id: string
  unit_id: string
  purpose: string
  setting: string
  village_code: string | null
  place: string | null
  day: string
  starts_at: string
  ends_at: string
  expected: number | null
  registered_by: string
  registered_on: string
  registered_at: string
}

/** Makes whoever puts something on the calendar of the region wait until the transaction ends. */
export const lockCalendar = (tx: Tx) => hold(tx, 'activities')

/** Adds an activity. Its caller holds the lock of the calendar, and has seen that its id is not known. */
export const addActivity = (tx: Tx, row: ActivityRow) =>
  tx
    .insertInto('activity')
    .values({ ...row, region_id: region })
    .execute()

export const addMembers = (tx: Tx, activity: string, employees: readonly string[]) =>
  sql`insert into activity_member (region_id, activity_id, employee_id)
    select current_setting('piket.region'), ${activity}::uuid, employee
    from unnest(${employees}::text[]) as employee`.execute(tx)

/** The activities that people go to on some days, beside one of them. */
export const othersOf = (tx: Tx, employees: readonly string[], activity: string, day: string) =>
  tx
    .selectFrom('activity_member as member')
    .innerJoin('activity as one', (join) =>
      join.onRef('one.region_id', '=', 'member.region_id').onRef('one.activity_id', '=', 'member.activity_id'),
    )
    .where(sql<boolean>`member.employee_id = any(${employees}::text[])`)
    .where('one.activity_id', '<>', activity)
    .where('one.day', '=', day)
    .where('one.state', 'not in', ['postponed', 'cancelled'])
    .select(['member.employee_id as employee', 'one.purpose'])
    .select(sql<string>`to_char(one.starts_at, 'HH24:MI')`.as('from'))
    .select(sql<string>`to_char(one.ends_at, 'HH24:MI')`.as('until'))
    .execute()
