import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface ActivityRow {
  activity_id: string
  series_id: string | null
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

/** Adds an activity; nothing when its id is taken. */
export const addActivity = (tx: Tx, row: ActivityRow) =>
  tx
    .insertInto('activity')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('activity_id as activity')
    .executeTakeFirst()

export const addMembers = (tx: Tx, activity: string, employees: readonly string[]) =>
  sql`insert into activity_member (region_id, activity_id, employee_id)
    select current_setting('piket.region'), ${activity}::uuid, employee
    from unnest(${employees}::text[]) as employee`.execute(tx)

const activities = (tx: Tx) =>
  tx
    .selectFrom('activity as one')
    .leftJoin('village', (join) =>
      join.onRef('village.region_id', '=', 'one.region_id').onRef('village.code', '=', 'one.village_code'),
    )
    .select([
      'one.activity_id as activity',
      'one.series_id as series',
      'one.agency_id as agency',
      'one.unit_id as unit',
      'one.purpose',
      'one.setting',
      'one.village_code as village',
      'village.name as villageName',
      'village.district_code as district',
      'one.place',
      'one.day',
      'one.expected',
      'one.registered_by as registeredBy',
      'one.registered_on as registeredOn',
      'one.state',
      'one.cleared_under as clearedUnder',
    ])
    .select(sql<string>`to_char(one.starts_at, 'HH24:MI')`.as('from'))
    .select(sql<string>`to_char(one.ends_at, 'HH24:MI')`.as('until'))

/** Activities of some days, in the order in which they begin. */
export const activitiesBetween = (tx: Tx, from: string, until: string) =>
  activities(tx)
    .where('one.day', '>=', from)
    .where('one.day', '<=', until)
    .orderBy('one.day')
    .orderBy('one.starts_at')
    .orderBy('one.activity_id')
    .execute()

/** One activity. */
export const activityRow = (tx: Tx, activity: string) =>
  activities(tx).where('one.activity_id', '=', activity).executeTakeFirst()

/** The same, which nobody else moves until the transaction ends. */
export async function activityHeld(tx: Tx, activity: string) {
  await tx.selectFrom('activity').select('state').where('activity_id', '=', activity).forUpdate().execute()
  return activityRow(tx, activity)
}

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
    .where('one.state', '<>', 'cancelled')
    .select(['member.employee_id as employee', 'one.purpose'])
    .select(sql<string>`to_char(one.starts_at, 'HH24:MI')`.as('from'))
    .select(sql<string>`to_char(one.ends_at, 'HH24:MI')`.as('until'))
    .execute()

/** Who goes. */
export const membersOf = async (tx: Tx, activity: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('activity_member')
      .where('activity_id', '=', activity)
      .select('employee_id')
      .orderBy('employee_id')
      .execute()
  ).map(({ employee_id }) => employee_id)

/** Activities that can still be moved, from a day on. */
export const openFrom = (tx: Tx, day: string) =>
  activities(tx)
    .where('one.day', '>=', day)
    .where(sql<boolean>`one.state not in ('done', 'cancelled')`)
    .orderBy('one.day')
    .orderBy('one.activity_id')
    .execute()

/** What was done with an activity, in order. */
export const stepsOf = (tx: Tx, activity: string) =>
  tx
    .selectFrom('activity_step')
    .where('activity_id', '=', activity)
    .select(['number', 'move', 'words', 'clauses', 'made_by as by', 'made_at as at'])
    .orderBy('number')
    .execute()
