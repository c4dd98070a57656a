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
    | 'set_aside'
  readonly received: Date | null
}

/** Keeps check-ins in one statement, each row proven by its session. Rows are given by region, as JSON. */
export const keepMany = async (db: Db | Tx, rowsByRegion: string): Promise<RowAnswer[]> =>
  (await sql<RowAnswer>`select place, outcome, received from check_in_many(${rowsByRegion}::json)`.execute(db)).rows

/** The device of somebody, with what is needed to look at what it signed. */
export const deviceOf = (tx: Tx, { employee, device }: { employee: string; device: string }) =>
  tx
    .selectFrom('device')
    .where('employee_id', '=', employee)
    .where('device_id', '=', device)
    .select(['public_key as key', 'usable_from as usableFrom', 'revoked_at as revoked'])
    .executeTakeFirst()

interface AsideRow {
  day: string
  employee_id: string
  check_in_id: string
  device_id: string
  kind: string
  record: string
  position: string | null
  sha256: string
  signature: string
  sent_mono: number
  sent_wall: number
  sent_session: string
  received_at: string
}

/** Keeps a check-in that counts for nothing; nothing when its id was kept before. */
export const addAside = (tx: Tx, row: AsideRow) =>
  tx
    .insertInto('check_in')
    .values({
      ...row,
      sha256: sql<Buffer>`${row.sha256}::bytea`,
      signature: sql<Buffer>`${row.signature}::bytea`,
      region_id: sql<string>`current_setting('piket.region')`,
      set_aside: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('check_in_id as id')
    .executeTakeFirst()
