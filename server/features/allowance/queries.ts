import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

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

/** Makes whoever writes about the bands of the region wait until the transaction ends. */
export const lockBands = (tx: Tx) => hold(tx, 'tpp bands')

/** A band of an id, as it was entered, also one that was withdrawn. */
export const bandOfId = (tx: Tx, band: string) =>
  tx
    .selectFrom('tpp_band')
    .where('band_id', '=', band)
    .select(['kind', 'at_least', 'at_most', 'label', 'regulation', 'entered_by'])
    .executeTakeFirst()

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

/** Adds a band. Its caller holds the lock of the bands, and has seen that its id is not known. */
export const addBandRow = (tx: Tx, row: BandRow) =>
  tx
    .insertInto('tpp_band')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()

export const withdrawBandRow = (tx: Tx, band: string, by: string, at: string) =>
  tx
    .updateTable('tpp_band')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('band_id', '=', band)
    .where('withdrawn_at', 'is', null)
    .returning(['kind', 'label'])
    .executeTakeFirst()
