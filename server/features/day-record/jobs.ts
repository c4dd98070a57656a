import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { startRounds } from '#platform/rounds.ts'
import { closeDaysEverywhere } from './service.ts'

const everyTenMinutes = 10 * 60_000

/** Closes days that are over, from now on. The end waits for what is under way. */
export const startClosing = (source: { readonly db: Db; readonly clock: Clock }): (() => Promise<void>) =>
  startRounds(() => closeDaysEverywhere(source), { every: everyTenMinutes, failure: 'No days were closed' })
