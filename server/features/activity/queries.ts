import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const activities = (tx: Tx) =>
  tx
    .selectFrom('activity as one')
    .leftJoin('village', (join) =>
      join.onRef('village.region_id', '=', 'one.region_id').onRef('village.code', '=', 'one.village_code'),
    )
    .select([
      'one.activity_id as activity',
      'one.series_id as series',
      'one.continues_id as continues',
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
    .where(sql<boolean>`one.state not in ('done', 'postponed', 'cancelled')`)
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

/** The activity to which one was postponed. */
export const continuationOf = (tx: Tx, activity: string) =>
  tx
    .selectFrom('activity')
    .where('continues_id', '=', activity)
    .select(['activity_id as activity', 'day'])
    .executeTakeFirst()

/** When the owners of some activities were last told that a clause demands coordination. */
export const lastTold = (tx: Tx, activities: readonly string[]) =>
  tx
    .selectFrom('activity_demand')
    .where(sql<boolean>`activity_id = any(${activities}::uuid[])`)
    .select(['activity_id as activity'])
    .select(({ fn }) => fn.max('told_at').as('at'))
    .groupBy('activity_id')
    .execute()
