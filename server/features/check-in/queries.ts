import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

/** What the function answers for one row; codes are those of migration 0011. */
export interface RowAnswer {
  readonly place: number
  readonly outcome:
    | 'kept'
    | 'raced'
    | 'no_session'
    | 'wrong_person'
    | 'wrong_device'
    | 'device_revoked'
    | 'device_not_yet'
    | 'day_ahead'
    | 'day_past'
    | 'other_body'
  readonly received: Date | null
}

/** Keeps check-ins in one statement, each row proven by its session. Rows are given by region, as JSON. */
export const keepMany = async (db: Db | Tx, rowsByRegion: string): Promise<RowAnswer[]> =>
  (await sql<RowAnswer>`select place, outcome, received from check_in_many(${rowsByRegion}::json)`.execute(db)).rows
