import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { startRounds } from '#platform/rounds.ts'
import type { CheckInGrader } from '../features/check-in-grade/service.ts'
import { clearDemonstrations } from './clearing.ts'
import { lifeOf } from './life.ts'

const everyMinute = 60_000

/**
 * Lets demonstrations live, minute by minute, from now on, and start anew each morning. The end waits for what is under
 * way.
 * @param ownerUrl undefined: earlier dates are only passed over
 */
export function startLife(
  source: { readonly db: Db; readonly clock: Clock; readonly grader: CheckInGrader },
  ownerUrl: string | undefined,
): () => Promise<void> {
  const live = lifeOf(source, async () => {
    if (ownerUrl) await clearDemonstrations(ownerUrl, source.clock)
  })
  return startRounds(live, { every: everyMinute, failure: 'The demonstration stands still' })
}
