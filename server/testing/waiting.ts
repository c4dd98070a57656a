/** Waits for the database, not for time: what comes at once is told from what comes one after the other. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '#platform/db.ts'

/** Resolves when so many transactions wait for what another one holds. */
export async function untilWaiting(owner: Db, count = 1): Promise<void> {
  const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect
    .poll(async () => (await waiting.execute(owner)).rows.length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(count)
}
