import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface ChallengeRow {
  challenge: string
  account_id: string | null
  expires_at: string
}

export const addChallenge = (tx: Tx, row: ChallengeRow) =>
  tx
    .insertInto('challenge')
    .values({ ...row, region_id: region })
    .execute()

/** Takes a challenge away, and says whose it was: it is good for one answer, right or wrong. */
export const takeChallenge = (tx: Tx, challenge: string, at: Date) =>
  tx
    .deleteFrom('challenge')
    .where('challenge', '=', challenge)
    .returning(['account_id as account', sql<boolean>`expires_at > ${at.toISOString()}`.as('fresh')])
    .executeTakeFirst()

/** Challenges that nobody answered in time. */
export const sweepChallenges = (tx: Tx, at: Date) =>
  tx.deleteFrom('challenge').where(sql<boolean>`expires_at < ${at.toISOString()}`).execute()

const columns = [
  'credential_id as credential',
  'account_id as account',
  'public_key as publicKey',
  'counter',
  'transports',
  'label',
  sql<number>`(extract(epoch from registered_at) * 1000)::float8`.as('registered'),
  sql<number | null>`(extract(epoch from used_at) * 1000)::float8`.as('used'),
] as const

/** Passkeys of an account that were not revoked, the oldest first. */
export const passkeysOf = (tx: Tx, account: string) =>
  tx
    .selectFrom('passkey')
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .select(columns)
    .orderBy('registered_at')
    .execute()

/** A passkey that was not revoked; held until the transaction ends, so that its counter goes up once. */
export const passkeyOf = (tx: Tx, credential: string) =>
  tx
    .selectFrom('passkey')
    .where('credential_id', '=', credential)
    .where('revoked_at', 'is', null)
    .select(columns)
    .forUpdate()
    .executeTakeFirst()

interface PasskeyRow {
  credential_id: string
  account_id: string
  public_key: Buffer
  counter: number
  transports: string[]
  label: string
  registered_at: string
}

/** Adds a passkey; nothing when it is registered already. */
export const addPasskeyRow = (tx: Tx, row: PasskeyRow) =>
  tx
    .insertInto('passkey')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('credential_id')
    .executeTakeFirst()

export const markUsed = (tx: Tx, credential: string, counter: number, at: Date) =>
  tx
    .updateTable('passkey')
    .set({ counter, used_at: at.toISOString() })
    .where('credential_id', '=', credential)
    .execute()

/** Ends every passkey of an account. @returns one row each */
export const revokeAll = (tx: Tx, account: string, at: Date) =>
  tx
    .updateTable('passkey')
    .set({ revoked_at: at.toISOString() })
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .returning('credential_id')
    .execute()

export const revoke = (tx: Tx, account: string, credential: string, at: Date) =>
  tx
    .updateTable('passkey')
    .set({ revoked_at: at.toISOString() })
    .where('account_id', '=', account)
    .where('credential_id', '=', credential)
    .where('revoked_at', 'is', null)
    .returning('credential_id')
    .executeTakeFirst()
