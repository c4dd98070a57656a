import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Activities that were carried out against clauses, and of which nothing is found yet; by an index of those alone. */
export const carriedOutAgainst = (tx: Tx) =>
  tx
    .selectFrom('activity as one')
    .innerJoin('activity_step as step', (join) =>
      join
        .onRef('step.region_id', '=', 'one.region_id')
        .onRef('step.activity_id', '=', 'one.activity_id')
        .on(sql<boolean>`step.move = 'carry_out'`),
    )
    .leftJoin('finding', (join) =>
      join.onRef('finding.region_id', '=', 'one.region_id').onRef('finding.activity_id', '=', 'one.activity_id'),
    )
    .where('one.state', '=', 'done')
    .where(sql<boolean>`cardinality(step.clauses) > 0`)
    .where('finding.finding_id', 'is', null)
    .select(['one.activity_id as activity', 'one.agency_id as agency', 'one.unit_id as unit', 'one.day'])
    .select(['one.registered_by as registeredBy', 'step.clauses'])
    .orderBy('one.day')
    .orderBy('one.activity_id')
    .execute()

interface FindingRow {
  finding_id: string
  activity_id: string
  agency_id: string
  unit_id: string
  day: string
  clauses: readonly string[]
  found_at: string
}

/** Keeps a finding; nothing where the activity has one. */
export const addFinding = (tx: Tx, { clauses, ...row }: FindingRow) =>
  tx
    .insertInto('finding')
    .values({ ...row, clauses: [...clauses], region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('finding_id as finding')
    .executeTakeFirst()

const findings = (tx: Tx) =>
  tx
    .selectFrom('finding as one')
    .innerJoin('activity', (join) =>
      join.onRef('activity.region_id', '=', 'one.region_id').onRef('activity.activity_id', '=', 'one.activity_id'),
    )
    .leftJoin('village', (join) =>
      join.onRef('village.region_id', '=', 'one.region_id').onRef('village.code', '=', 'activity.village_code'),
    )
    .select(['one.finding_id as finding', 'one.activity_id as activity', 'one.agency_id as agency'])
    .select(['one.unit_id as unit', 'one.day', 'one.clauses', 'one.found_at as foundAt'])
    .select(['activity.purpose', 'activity.place', 'village.name as villageName'])
    .select('activity.registered_by as registeredBy')

/** The newest findings first. */
export const findingsHeld = (tx: Tx, most: number) =>
  findings(tx).orderBy('one.found_at', 'desc').orderBy('one.finding_id').limit(most).execute()

export const findingById = (tx: Tx, finding: string) =>
  findings(tx).where('one.finding_id', '=', finding).executeTakeFirst()

/** The finding of an activity. */
export const findingAbout = (tx: Tx, activity: string) =>
  tx.selectFrom('finding').where('activity_id', '=', activity).select('finding_id as finding').executeTakeFirst()
