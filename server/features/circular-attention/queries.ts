import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface AttentionRow {
  readonly circular_id: string
  readonly reason: string
  readonly about: string
  readonly told_at: string
}

/** Keeps that something was told; nothing where it had been. */
export const addAttention = (tx: Tx, row: AttentionRow) =>
  tx
    .insertInto('circular_attention')
    .values({ region_id: region, ...row })
    .onConflict((conflict) => conflict.doNothing())
    .returning('about')
    .executeTakeFirst()
