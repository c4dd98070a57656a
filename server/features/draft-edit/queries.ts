import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** The edit that a form has made, of whatever draft. */
export const editOfForm = (tx: Tx, form: string) =>
  tx
    .selectFrom('draft_edit')
    .where('form_id', '=', form)
    .select(['draft_id as draft', 'changes', 'takes_back as takesBack', 'edited_by as by'])
    .executeTakeFirst()

interface EditRow {
  draft_id: string
  edit_no: number
  form_id: string
  changes: string
  back: string
  takes_back: number | null
  edited_by: string
  edited_at: string
}

/** Adds an edit. Its caller holds the lock of the draft, and has seen that the number is the next one. */
export const addEdit = (tx: Tx, row: EditRow) =>
  tx
    .insertInto('draft_edit')
    .values({ region_id: region, ...row })
    .execute()
