import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { startRounds } from '#platform/rounds.ts'
import { type CheckInGrader, forgetPositions, tellOfLastDays } from './service.ts'

interface App {
  readonly db: Db
  readonly clock: Clock
  readonly grader: CheckInGrader
}

/** A check-in may be for a day so long ago. */
const daysAtStart = 32
const daysLater = 2
const everyMinute = 60_000

/** Grades what a crash left, at the start and, where other processes serve beside this one, each minute. */
export function startGrading({ grader, ...source }: App): () => Promise<void> {
  let days = daysAtStart
  const look = async () => {
    await tellOfLastDays(source, grader, days)
    days = daysLater
  }
  return startRounds(look, { every: everyMinute, failure: 'No grading' })
}

const everySixHours = 6 * 3_600_000

/** Drops old positions, at the start and four times a day. */
export const startForgetting = (source: App): (() => Promise<void>) =>
  startRounds(() => forgetPositions(source), { every: everySixHours, failure: 'No positions were dropped' })
