import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

/** What the heads of some agencies want, as recorded last. */
export const settingsOf = (tx: Tx, agencies: readonly string[]) =>
  tx
    .selectFrom('report_setting')
    .where(sql<boolean>`agency_id = any(${agencies}::text[])`)
    .distinctOn('agency_id')
    .select(['agency_id as agency', 'every', sql<string | null>`to_char(due_time, 'HH24:MI')`.as('time')])
    .orderBy('agency_id')
    .orderBy('id', 'desc')
    .execute()

interface SettingRow {
  agency_id: string
  every: string
  due_time: string | null
  set_by: string
  recorded_at: string
}

export const addSetting = (tx: Tx, row: SettingRow) =>
  tx
    .insertInto('report_setting')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()
