import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const escorts = (tx: Tx) =>
  tx
    .selectFrom('escort as one')
    .innerJoin('escort_team as team', (join) =>
      join.onRef('team.region_id', '=', 'one.region_id').onRef('team.team_id', '=', 'one.team_id'),
    )
    .select(['one.escort_id as escort', 'one.activity_id as activity', 'one.team_id as team', 'team.name as teamName'])
    .select(['one.form_id as form', 'one.state', 'one.reason', 'one.said_by as saidBy', 'one.said_at as saidAt'])
    .orderBy('one.proposed_at')
    .orderBy('one.escort_id')

/** Teams that were asked along on a day, whatever has become of it. */
export const escortsOn = (tx: Tx, day: string) =>
  escorts(tx)
    .innerJoin('activity', (join) =>
      join.onRef('activity.region_id', '=', 'one.region_id').onRef('activity.activity_id', '=', 'one.activity_id'),
    )
    .where('activity.day', '=', day)
    .execute()

/** Teams that were asked along with an activity. */
export const escortsOfOne = (tx: Tx, activity: string) => escorts(tx).where('one.activity_id', '=', activity).execute()

/** Days from one on on which some teams have not answered. */
export const waitingDays = (tx: Tx, teams: readonly string[], from: string) =>
  tx
    .selectFrom('escort as one')
    .innerJoin('activity', (join) =>
      join.onRef('activity.region_id', '=', 'one.region_id').onRef('activity.activity_id', '=', 'one.activity_id'),
    )
    .where(sql<boolean>`one.team_id = any(${teams}::text[])`)
    .where('one.state', '=', 'proposed')
    .where('activity.day', '>=', from)
    .where(sql<boolean>`activity.state not in ('refused', 'postponed', 'cancelled')`)
    .select('activity.day')
    .distinct()
    .orderBy('activity.day')
    .execute()

/** The activity of an escort. */
export const activityOfEscort = (tx: Tx, escort: string) =>
  tx.selectFrom('escort').where('escort_id', '=', escort).select('activity_id as activity').executeTakeFirst()

/** Makes whoever arranges escorts of the same day wait until the transaction ends. */
export const lockDay = (tx: Tx, day: string) => hold(tx, 'escorts', day)
