import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface TokenRow {
  readonly token_id: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly token_hash: Buffer
  readonly made_by: string
  readonly made_at: string
  readonly expires_at: string
}

/** Adds a token; nothing when its id is known. */
export const addToken = (tx: Tx, { permissions, ...row }: TokenRow) =>
  tx
    .insertInto('machine_token')
    .values({ ...row, permissions: [...permissions], region_id: sql`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.columns(['region_id', 'token_id']).doNothing())
    .returning('token_id')
    .executeTakeFirst()

const moment = (column: 'made_at' | 'expires_at' | 'revoked_at') =>
  sql<number | null>`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`

const known = (tx: Tx) =>
  tx
    .selectFrom('machine_token')
    .select(['token_id as id', 'name', 'permissions'])
    .select([
      moment('made_at').$notNull().as('made'),
      moment('expires_at').$notNull().as('expires'),
      moment('revoked_at').as('revoked'),
    ])

/** Every token of the region, the newest first. */
export const tokens = (tx: Tx) => known(tx).orderBy('made_at', 'desc').orderBy('token_id').execute()

/** A token of an account. */
export const tokenBy = (tx: Tx, by: string, id: string) =>
  known(tx).where('token_id', '=', id).where('made_by', '=', by).executeTakeFirst()

/** The token that is still good at a moment. */
export const goodToken = (tx: Tx, hash: Buffer, at: string) =>
  tx
    .selectFrom('machine_token')
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`${at}::timestamptz`)
    .select(['token_id as id', 'name', 'permissions'])
    .executeTakeFirst()

export const revokeRow = (tx: Tx, id: string, by: string, at: string) =>
  tx
    .updateTable('machine_token')
    .set({ revoked_by: by, revoked_at: at })
    .where('token_id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()

export const nameOf = (tx: Tx, id: string) =>
  tx.selectFrom('machine_token').where('token_id', '=', id).select('name').executeTakeFirst()
