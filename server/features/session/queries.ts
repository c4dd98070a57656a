import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface SessionRow {
  token_hash: Buffer
  account_id: string
  method: string
  agent: string | null
  begun_at: string
  seen_at: string
  proved_at: string
  second_factor: string | null
  expires_at: string
  device_id?: string
  chain_id?: string
  signed_in_at?: string
}

export const addSession = (tx: Tx, row: SessionRow) =>
  tx
    .insertInto('session')
    .values({ ...row, region_id: region })
    .execute()

const columns = [
  'token_hash as token',
  'account_id as account',
  'method',
  'agent',
  sql<number>`extract(epoch from begun_at) * 1000`.as('begun'),
  sql<number>`extract(epoch from seen_at) * 1000`.as('seen'),
  sql<number>`(extract(epoch from proved_at) * 1000)::float8`.as('proved'),
  sql<number>`extract(epoch from expires_at) * 1000`.as('expires'),
  sql<number>`(extract(epoch from coalesce(signed_in_at, begun_at)) * 1000)::float8`.as('signedIn'),
] as const

/** A session that was not ended; whether it has run out is for the clock to say. */
export const sessionOf = (tx: Tx, token: Buffer) =>
  tx
    .selectFrom('session')
    .where('token_hash', '=', token)
    .where('ended_at', 'is', null)
    .select(columns)
    .select([
      'chain_id as chain',
      'second_factor as second',
      sql<boolean>`exists (
        select from passkey
        where passkey.region_id = session.region_id and passkey.account_id = session.account_id and revoked_at is null
      )`.as('hasPasskey'),
      sql<boolean>`exists (
        select from totp where totp.region_id = session.region_id and totp.account_id = session.account_id
      )`.as('hasCodes'),
    ])
    .executeTakeFirst()

/** Sessions of an account that were not ended, the newest first. */
export const sessionsOf = (tx: Tx, account: string) =>
  tx
    .selectFrom('session')
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .select(columns)
    .orderBy('begun_at', 'desc')
    .execute()

export const markSeen = (tx: Tx, token: Buffer, at: Date) =>
  tx.updateTable('session').set({ seen_at: at.toISOString() }).where('token_hash', '=', token).execute()

interface Proven {
  readonly hash: Buffer
  readonly at: Date
  /** Absent: what was shown before stays. */
  readonly second?: string | undefined
}

/** Gives a session that was proved anew, and runs still, another token; the old one is worth nothing from then on. */
export const changeToken = (tx: Tx, token: Buffer, { hash, at, second }: Proven) =>
  tx
    .updateTable('session')
    .set({ token_hash: hash, proved_at: at.toISOString(), seen_at: at.toISOString() })
    .$if(second !== undefined, (query) => query.set({ second_factor: second as string }))
    .where('token_hash', '=', token)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('account_id')
    .executeTakeFirst()

/**
 * Makes whoever renews or ends sessions of an account wait for one another. Taken before they are looked for: a session
 * that was begun meanwhile is seen only by the statement after the wait.
 */
export const holdAccount = (tx: Tx, by: 'account_id' | 'employee_id', id: string) =>
  tx.selectFrom('account').where(by, '=', id).select('account_id').forNoKeyUpdate().execute()

/** Ends one session of an account with the chain of renewals it stands in, all but one, or all. */
export const endSessions = (
  tx: Tx,
  account: string,
  at: Date,
  { only, except }: { readonly only?: Buffer; readonly except?: Buffer } = {},
) =>
  tx
    .updateTable('session')
    .set({ ended_at: at.toISOString() })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .$if(only !== undefined, (query) =>
      query.where('chain_id', '=', (of) =>
        of
          .selectFrom('session as one')
          .where('one.token_hash', '=', only as Buffer)
          .select('one.chain_id'),
      ),
    )
    .$if(except !== undefined, (query) => query.where('token_hash', '<>', except as Buffer))
    .execute()

/** Ends every session of a chain of renewals but the one that is renewed. */
export const endChain = (tx: Tx, chain: string, except: Buffer, at: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: at.toISOString() })
    .where('ended_at', 'is', null)
    .where('chain_id', '=', chain)
    .where('token_hash', '<>', except)
    .execute()

/** Ends the sessions that a phone has renewed. */
export const endOfDevice = (tx: Tx, device: string, at: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: at.toISOString() })
    .where('ended_at', 'is', null)
    .where('device_id', '=', device)
    .execute()
