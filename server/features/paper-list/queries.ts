import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface ListRow {
  list_id: string
  agency_id: string
  day: string
  rows: Buffer
  scan: Buffer | null
  scan_type: string | null
  kept_by: string
  kept_at: string
}

/** Keeps a list; one whose id is known stays as it was. */
export const addList = (tx: Tx, row: ListRow) =>
  tx
    .insertInto('paper_list')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('list_id')
    .executeTakeFirst()

export const listById = (tx: Tx, agency: string, list: string) =>
  tx
    .selectFrom('paper_list')
    .where('agency_id', '=', agency)
    .where('list_id', '=', list)
    .select(['list_id as list', 'day', 'rows', 'scan', 'scan_type as scanType', 'kept_by as by'])
    .select(['kept_at as kept', 'entered_at as entered'])
    .executeTakeFirst()

/** Lists of an agency that were entered since a day, the newest first. */
export const listsSince = (tx: Tx, agency: string, since: string) =>
  tx
    .selectFrom('paper_list')
    .where('agency_id', '=', agency)
    .where('day', '>=', since)
    .where('entered_at', 'is not', null)
    .select(['list_id as list', 'day', 'kept_by as by', 'entered_at as entered'])
    .orderBy('day', 'desc')
    .orderBy('entered_at', 'desc')
    .orderBy('list_id')
    .execute()

/** Marks a list as entered; nothing when it was. */
export const enterList = (tx: Tx, agency: string, list: string, at: string) =>
  tx
    .updateTable('paper_list')
    .set({ entered_at: at })
    .where('agency_id', '=', agency)
    .where('list_id', '=', list)
    .where('entered_at', 'is', null)
    .returning('list_id')
    .executeTakeFirst()
