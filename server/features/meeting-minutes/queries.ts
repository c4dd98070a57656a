import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

/** What was said beside closed minutes, in order. */
export const correctionRows = (tx: Tx, meeting: string) =>
  tx
    .selectFrom('meeting_correction')
    .where('meeting_id', '=', meeting)
    .select(['correction_id as id', 'correction_no as number', 'words', 'written_by as by', 'written_at as at'])
    .orderBy('correction_no')
    .execute()

interface CorrectionRow {
  meeting_id: string
  correction_no: number
  correction_id: string
  words: string
  written_by: string
  written_at: string
}

export const addCorrection = (tx: Tx, row: CorrectionRow) =>
  tx
    .insertInto('meeting_correction')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()

/** Makes whoever corrects the same minutes wait until the transaction ends. */
export const lockMinutes = (tx: Tx, meeting: string) =>
  tx.selectFrom('meeting').where('meeting_id', '=', meeting).select('closed_at').forUpdate().executeTakeFirst()
