import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { forgetPositions } from './service.ts'

const everySixHours = 6 * 3_600_000

/** Drops old positions, at the start and four times a day. */
export function startForgetting(source: { readonly db: Db; readonly clock: Clock }): () => void {
  const forget = () =>
    forgetPositions(source).catch((error) => process.stderr.write(`No positions were dropped: ${error}\n`))
  void forget()
  const timer = setInterval(forget, everySixHours)
  return () => clearInterval(timer)
}
