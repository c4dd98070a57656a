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
  expires_at: string
  device_id?: string
  renewed_from?: Buffer
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

/** Ends one session of an account, all but one, or all. */
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
    .$if(only !== undefined, (query) => query.where('token_hash', '=', only as Buffer))
    .$if(except !== undefined, (query) => query.where('token_hash', '<>', except as Buffer))
    .execute()

/** Ends sessions that a phone has renewed: all of them, or those that came from one that had run out. */
export const endRenewed = (tx: Tx, of: { readonly device: string } | { readonly from: Buffer }, at: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: at.toISOString() })
    .where('ended_at', 'is', null)
    .$if('device' in of, (query) => query.where('device_id', '=', (of as { readonly device: string }).device))
    .$if('from' in of, (query) => query.where('renewed_from', '=', (of as { readonly from: Buffer }).from))
    .execute()

/** Failures of a login from one browser, and how long ago the last was, in seconds. */
export const failuresOf = (tx: Tx, login: string, browser: string, at: Date) =>
  tx
    .selectFrom('sign_in_failure')
    .where('login', '=', login)
    .where('browser', '=', browser)
    .select([
      'failures',
      sql<number>`extract(epoch from ${at.toISOString()}::timestamptz - failed_at)::float8`.as('ago'),
    ])
    .executeTakeFirst()

export const addFailure = (tx: Tx, login: string, browser: string, at: Date) =>
  tx
    .insertInto('sign_in_failure')
    .values({ region_id: region, login, browser, failures: 1, failed_at: at.toISOString() })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'login', 'browser'])
        .doUpdateSet({ failures: sql`sign_in_failure.failures + 1`, failed_at: at.toISOString() }),
    )
    .execute()

export const forgetFailures = (tx: Tx, login: string, browser: string) =>
  tx.deleteFrom('sign_in_failure').where('login', '=', login).where('browser', '=', browser).execute()
