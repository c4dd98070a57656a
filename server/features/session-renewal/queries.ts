import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface ChallengeRow {
  token_hash: Buffer
  employee_id: string
  device_id: string
  challenge: string
  expires_at: string
}

/** Keeps what is to be signed for a session; the one before is void. */
export const keepChallenge = (tx: Tx, { token_hash, ...row }: ChallengeRow) =>
  tx
    .insertInto('session_challenge')
    .values({ region_id: sql`current_setting('piket.region')`, token_hash, ...row })
    .onConflict((conflict) => conflict.columns(['region_id', 'token_hash']).doUpdateSet(row))
    .execute()

/** Takes what was to be signed: it is there once. */
export const takeChallenge = (tx: Tx, token: Buffer) =>
  tx
    .deleteFrom('session_challenge')
    .where('token_hash', '=', token)
    .returning(['employee_id as employee', 'device_id as device', 'challenge'])
    .returning(sql<number>`(extract(epoch from expires_at) * 1000)::float8`.as('expires'))
    .executeTakeFirst()
