import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface EscortRow {
  activity_id: string
  team_id: string
  form_id: string
  proposed_by: string
  proposed_at: string
}

/** Asks a team along. */
export const addEscort = (tx: Tx, row: EscortRow) =>
  tx
    .insertInto('escort')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()

/** Keeps how an escort stands from now on. */
export const setEscort = (
  tx: Tx,
  escort: string,
  row: { state: string; reason: string | null; said_by: string; said_at: string },
) => tx.updateTable('escort').set(row).where('escort_id', '=', escort).execute()
