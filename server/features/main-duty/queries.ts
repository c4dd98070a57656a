import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const columns = ['id', 'post', 'agency_id as agency', 'text', 'counted'] as const

/** Templates that are held: those of every agency, and of some. */
export const dutiesHeld = (tx: Tx, agencies: readonly string[]) =>
  tx
    .selectFrom('duty_template')
    .where('withdrawn_at', 'is', null)
    .where(sql<boolean>`(agency_id is null or agency_id = any(${agencies}::text[]))`)
    .select(columns)
    .orderBy('post')
    .orderBy('id')
    .execute()

interface DutyRow {
  post: string
  agency_id: string | null
  text: string
  counted: string | null
  entered_by: string
  recorded_at: string
}

export const addDutyRow = (tx: Tx, row: DutyRow) =>
  tx
    .insertInto('duty_template')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Withdraws a template that is held: of every agency where `agencies` is null, else of those. */
export const withdrawDutyRow = (tx: Tx, id: number, agencies: readonly string[] | null, at: Date) =>
  tx
    .updateTable('duty_template')
    .set({ withdrawn_at: at.toISOString() })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .$if(agencies !== null, (query) => query.where(sql<boolean>`agency_id = any(${agencies ?? []}::text[])`))
    .returning('id')
    .executeTakeFirst()
