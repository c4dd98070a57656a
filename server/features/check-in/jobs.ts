import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { startRounds } from '#platform/rounds.ts'
import { forgetPositions } from './service.ts'

const everySixHours = 6 * 3_600_000

/** Drops old positions, at the start and four times a day. */
export const startForgetting = (source: { readonly db: Db; readonly clock: Clock }): (() => Promise<void>) =>
  startRounds(() => forgetPositions(source), { every: everySixHours, failure: 'No positions were dropped' })
