import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

/** Makes whoever writes about the measures of the region wait until the transaction ends. */
export const lockMeasures = (tx: Tx) => hold(tx, 'measures')

/** Every version of every measure, the mildest first. */
export const measureVersions = (tx: Tx) =>
  tx
    .selectFrom('measure')
    .select(['measure_id as measure', 'version', 'rank', 'label', 'regulation', 'desk', 'withdrawn'])
    .select(['entered_by as enteredBy', 'entered_at as enteredAt'])
    .orderBy('rank')
    .orderBy('measure_id')
    .orderBy('version')
    .execute()

interface MeasureRow {
  measure_id: string
  version: number
  rank: number
  label: string
  regulation: string
  desk: string
  withdrawn: boolean
  entered_by: string
  entered_at: string
}

/** Adds a version. Its caller holds the lock of the measures, and has seen that it is the next one. */
export const addMeasure = (tx: Tx, row: MeasureRow) =>
  tx
    .insertInto('measure')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()
