import type { Admission } from '#platform/admission.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { startRounds } from '#platform/rounds.ts'
import { pulseOf } from './service.ts'

const every = 15_000

/** Beats while the server serves. A beat that fails is missing, which is what it is for. */
export function startPulse(app: {
  readonly db: Db
  readonly clock: Clock
  readonly admission: Admission
}): () => Promise<void> {
  const beat = pulseOf(app)
  return startRounds(() => beat(app.admission.read().reserved), { every, failure: 'No pulse' })
}
