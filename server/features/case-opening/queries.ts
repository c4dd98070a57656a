import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface CaseRow {
  employee_id: string
  case_id: string
  kind: string
  finding_id: string | null
  recall_id: string | null
  inspection_id: string | null
  complaint_id: string | null
  day: string
  agency_id: string
  clauses: readonly string[]
  words: string
  opened_by: string
  opened_at: string
}

/** Adds a case. Its caller holds the lock of the person. */
export const addCase = (tx: Tx, { clauses, ...row }: CaseRow) =>
  tx
    .insertInto('case_file')
    .values({ ...row, clauses: [...clauses], region_id: region })
    .execute()
