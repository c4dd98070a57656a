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

interface Failure {
  readonly login: string
  readonly browser: string
  readonly at: Date
  /** Where the last failure is older, counting begins anew. */
  readonly countedSince: Date
}

export const addFailure = (tx: Tx, { login, browser, at, countedSince }: Failure) =>
  tx
    .insertInto('sign_in_failure')
    .values({ region_id: region, login, browser, failures: 1, failed_at: at.toISOString() })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'login', 'browser']).doUpdateSet({
        failures: sql`case
          when sign_in_failure.failed_at < ${countedSince.toISOString()}::timestamptz then 1
          else sign_in_failure.failures + 1
        end`,
        failed_at: at.toISOString(),
      }),
    )
    .execute()

export const forgetFailures = (tx: Tx, login: string, browser: string) =>
  tx.deleteFrom('sign_in_failure').where('login', '=', login).where('browser', '=', browser).execute()
