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

/** Drops the positions of some days; of check-ins that were graded, for the signature covers the position too. */
export const dropPositions = (tx: Tx, { from, until }: { from: string; until: string }) =>
  tx
    .updateTable('check_in as one')
    .set({ position: null })
    .where('one.day', '>=', from)
    .where('one.day', '<=', until)
    .where('one.position', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('check_in_grade as grade')
          .whereRef('grade.region_id', '=', 'one.region_id')
          .whereRef('grade.day', '=', 'one.day')
          .whereRef('grade.employee_id', '=', 'one.employee_id')
          .whereRef('grade.check_in_id', '=', 'one.check_in_id')
          .select('grade.check_in_id'),
      ),
    )
    .execute()
