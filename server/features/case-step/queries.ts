import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface StepRow {
  employee_id: string
  case_id: string
  move: string
  words: string
  outcome: string | null
  clause: string | null
  measure_id: string | null
  measure_version: number | null
  made_by: string
  made_as: string
  made_at: string
}

export const addStep = (tx: Tx, row: StepRow) =>
  tx
    .insertInto('case_step')
    .values({ ...row, region_id: region })
    .execute()

/** Keeps which turn people were told of. */
export const markTurn = (
  tx: Tx,
  employee: string,
  id: string,
  turn: { readonly phase: string; readonly level: string | null; readonly closed_at: string | null },
) => tx.updateTable('case_file').set(turn).where('employee_id', '=', employee).where('case_id', '=', id).execute()
