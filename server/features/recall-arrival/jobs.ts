import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { startRegionRounds } from '#platform/rounds.ts'
import { listRegions } from '../region/service.ts'
import { keepArrivals } from './service.ts'

const everyMinute = 60_000

/** Keeps arrivals that check-ins show, each minute. Pages show them at once; the turns drawn later need the record. */
export const startKeepingArrivals = (app: { readonly db: Db; readonly clock: Clock }): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(app.db),
    (region) => keepArrivals(app, region),
    { every: everyMinute, failure: 'No arrivals kept' },
  )
