import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { inEachRegion, startRounds } from '#platform/rounds.ts'
import { listRegions } from '../region/service.ts'
import { keepArrivals } from './service.ts'

const everyMinute = 60_000
const failure = 'No arrivals kept'

/** Keeps arrivals that check-ins show, each minute. Pages show them at once; the turns drawn later need the record. */
export const startKeepingArrivals = (app: { readonly db: Db; readonly clock: Clock }): (() => Promise<void>) =>
  startRounds(
    async (isEnding) =>
      inEachRegion(
        await listRegions(app.db),
        async (region) => isEnding() || (await keepArrivals(app, region)),
        failure,
      ),
    { every: everyMinute, failure },
  )
