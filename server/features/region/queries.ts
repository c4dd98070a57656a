import { sql } from 'kysely'
import { type Columns, insertRows } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { type Held, held } from '#platform/two-clocks.ts'

/** Every region, by code; the list is public. */
export const regions = (tx: Tx) =>
  tx
    .selectFrom('region')
    .select(['region_id', 'slug', 'name_id', 'name_en', 'kind', 'zone', 'within', 'demo_day', 'invented', 'revision'])
    .orderBy('region_id')
    .execute()

/** The transaction's own region. */
export const ownRegion = (tx: Tx) =>
  tx
    .selectFrom('region')
    .select(['region_id', 'slug', 'within', 'zone', 'revision'])
    .where('region_id', '=', sql<string>`current_setting('piket.region')`)
    .executeTakeFirst()

interface RegionRow {
  region_id: string
  slug: string
  name_id: string
  name_en: string
  kind: string
  zone: string
  within: string | null
  demo_day: string | null
  invented: boolean
}

/** Adds the region, or writes its new particulars over the old ones. */
export const saveRegionRow = (tx: Tx, row: RegionRow) =>
  tx
    .insertInto('region')
    .values(row)
    .onConflict((conflict) => conflict.column('region_id').doUpdateSet(row))
    .execute()

/** Gives the transaction's region its key for receipts; nothing when another transaction just did. */
export const addReceiptKey = (tx: Tx) =>
  tx
    .insertInto('receipt_key')
    .values({ region_id: sql<string>`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()

/** The key for receipts of the transaction's region. */
export const receiptKey = (tx: Tx) => tx.selectFrom('receipt_key').select('key').executeTakeFirst()

/** The settings of the first day of the window, those recorded last behind. */
export const settingsHeld = (tx: Tx, window: Held) =>
  tx
    .selectFrom('region_setting')
    .where(held({ ...window, until: window.from }))
    .select(['name', 'value'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

const settingColumns = { name: 'text', value: 'json', recorded_at: 'instant' } as const satisfies Columns

export const addSettingRows = (tx: Tx, rows: readonly Readonly<Record<keyof typeof settingColumns, unknown>>[]) =>
  insertRows(tx, 'region_setting', settingColumns, rows)
