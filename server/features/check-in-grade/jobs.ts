import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { type CheckInGrader, tellOfLastDays } from './service.ts'

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
export function startGrading({ grader, ...source }: App): () => void {
  const look = (days: number) =>
    tellOfLastDays(source, grader, days).catch((error) => process.stderr.write(`No grading: ${error}\n`))
  void look(daysAtStart)
  const timer = setInterval(() => void look(daysLater), everyMinute)
  return () => clearInterval(timer)
}
