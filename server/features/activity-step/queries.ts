import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface StepRow {
  number: number
  move: string
  words: string | null
  clauses: readonly string[]
  made_by: string
  made_at: string
}

/** Adds a step, and how the activity stands after it. */
export async function addStep(
  tx: Tx,
  activity: string,
  { clauses, ...row }: StepRow,
  after: { readonly state: string; readonly clearedUnder: readonly string[] },
): Promise<void> {
  await tx
    .insertInto('activity_step')
    .values({ ...row, clauses: [...clauses], activity_id: activity, region_id: region })
    .execute()
  await tx
    .updateTable('activity')
    .set({ state: after.state, cleared_under: [...after.clearedUnder] })
    .where('activity_id', '=', activity)
    .execute()
}

/** Keeps that the owners were told of a clause; nothing when they had been. */
export const addDemand = (tx: Tx, activity: string, clause: string, at: string) =>
  tx
    .insertInto('activity_demand')
    .values({ activity_id: activity, clause, told_at: at, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('clause')
    .executeTakeFirst()
