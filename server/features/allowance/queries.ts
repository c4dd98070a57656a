import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

/** Bands that nobody has withdrawn, by kind and height. */
export const bandsHeld = (tx: Tx) =>
  tx
    .selectFrom('tpp_band')
    .where('withdrawn_at', 'is', null)
    .select(['band_id as band', 'kind', 'at_least as atLeast', 'at_most as atMost', 'label', 'regulation'])
    .orderBy('kind', 'desc')
    .orderBy('at_least')
    .orderBy('band_id')
    .execute()

interface BandRow {
  band_id: string
  kind: string
  at_least: number
  at_most: number | null
  label: string
  regulation: string
  entered_by: string
  recorded_at: string
}

/** Adds a band; nothing when its id is known. */
export const addBandRow = (tx: Tx, row: BandRow) =>
  tx
    .insertInto('tpp_band')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.columns(['region_id', 'band_id']).doNothing())
    .returning('band_id')
    .executeTakeFirst()

export const withdrawBandRow = (tx: Tx, band: string, by: string, at: string) =>
  tx
    .updateTable('tpp_band')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('band_id', '=', band)
    .where('withdrawn_at', 'is', null)
    .returning(['kind', 'label'])
    .executeTakeFirst()
