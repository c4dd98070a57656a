import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface AttemptRow {
  state: string
  nonce: string
  verifier: string
  back: string | null
  account_id: string | null
  expires_at: string
}

export const addAttempt = (tx: Tx, row: AttemptRow) =>
  tx
    .insertInto('sign_on_attempt')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()

/** Takes an attempt away: it is good for one answer, right or wrong. */
export const takeAttempt = (tx: Tx, state: string, at: Date) =>
  tx
    .deleteFrom('sign_on_attempt')
    .where('state', '=', state)
    .returning([
      'nonce',
      'verifier',
      'back',
      'account_id as account',
      sql<boolean>`expires_at > ${at.toISOString()}`.as('fresh'),
      sql<number>`(extract(epoch from expires_at) * 1000)::float8`.as('expires'),
    ])
    .executeTakeFirst()

/** Attempts that never came back. */
export const sweepAttempts = (tx: Tx, at: Date) =>
  tx.deleteFrom('sign_on_attempt').where(sql<boolean>`expires_at < ${at.toISOString()}`).execute()
