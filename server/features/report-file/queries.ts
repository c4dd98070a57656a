import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface FileRow {
  employee_id: string
  sha256: Buffer
  type: string
  content: Buffer
  kept_by: string
  kept_at: string
}

/** Keeps a file; nothing when the person has it already. */
export const addFile = (tx: Tx, row: FileRow) =>
  tx
    .insertInto('report_file')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const fileOfHash = (tx: Tx, employee: string, sha256: Buffer) =>
  tx
    .selectFrom('report_file')
    .where('employee_id', '=', employee)
    .where('sha256', '=', sha256)
    .select(['type', 'content'])
    .executeTakeFirst()

/** Types of those of the files that are kept. */
export const filesKept = (tx: Tx, employee: string, hashes: readonly Buffer[]) =>
  tx
    .selectFrom('report_file')
    .where('employee_id', '=', employee)
    .where(sql<boolean>`sha256 = any(${hashes}::bytea[])`)
    .select(['sha256', 'type'])
    .execute()
