import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

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
