import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { listRegions } from '../region/service.ts'
import { keepArrivals } from './service.ts'

const everyMinute = 60_000

/** Keeps arrivals that check-ins show, each minute. Pages show them at once; the turns drawn later need the record. */
export function startKeepingArrivals(app: { readonly db: Db; readonly clock: Clock }): () => void {
  const look = async () => {
    for (const region of await listRegions(app.db)) await keepArrivals(app, region)
  }
  const timer = setInterval(
    () => void look().catch((error) => process.stderr.write(`No arrivals kept: ${error}\n`)),
    everyMinute,
  )
  return () => clearInterval(timer)
}
