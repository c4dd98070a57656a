import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface DrawRow {
  draw_id: string
  day: string
  seed: number
  wanted: number
  candidates: string
  drawn_by: string
  drawn_at: string
}

/** Keeps a draw; nothing when its form was sent before. */
export const addDraw = (tx: Tx, row: DrawRow) =>
  tx
    .insertInto('inspection_draw')
    .values({ ...row, region_id: sql`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('draw_id')
    .executeTakeFirst()

export const drawById = (tx: Tx, draw: string) =>
  tx
    .selectFrom('inspection_draw')
    .where('draw_id', '=', draw)
    .select(['draw_id as id', 'day', 'seed', 'wanted', 'candidates', 'drawn_by as by', 'drawn_at as at'])
    .executeTakeFirst()
