import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const columns = ['day', 'confirmed', 'recovered', 'died', 'in_care'] as const

/** The counts that hold, the oldest first. */
export const countsHeld = (tx: Tx) =>
  tx
    .selectFrom('case_count')
    .where('replaced_at', 'is', null)
    .select(['count_id as id', ...columns, 'source', 'corrected_for as correctedFor'])
    .orderBy('day')
    .execute()

interface CountRow {
  count_id: string
  day: string
  confirmed: number
  recovered: number
  died: number
  in_care: number
  source: string
  corrects: string | null
  corrected_for: string | null
  recorded_by: string
  recorded_at: string
}

/** Keeps a count. */
export const addCount = (tx: Tx, row: CountRow) =>
  tx
    .insertInto('case_count')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()

/** What a form has written before. */
export const countOfForm = (tx: Tx, form: string) =>
  tx.selectFrom('case_count').where('count_id', '=', form).select(columns).executeTakeFirst()

/** Says that another count has taken the place of one. */
export const replaceCount = (tx: Tx, id: string, at: string) =>
  tx.updateTable('case_count').set({ replaced_at: at }).where('count_id', '=', id).execute()

/** One count of a region is written after the other: each is held against its neighbours. */
export const holdCounts = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtextextended('case_count ' || current_setting('piket.region'), 0))`.execute(tx)
