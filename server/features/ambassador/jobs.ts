import { startRegionRounds } from '#platform/rounds.ts'
import type { Source } from '#platform/source.ts'
import { listRegions } from '../region/service.ts'
import { forgetAmbassadors } from './service.ts'

const everySixHours = 6 * 3_600_000

/** Drops names of ambassadors that have been kept long enough, at the start and four times a day. */
export const startForgettingAmbassadors = (source: Source): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    (region) => forgetAmbassadors(source, region),
    { every: everySixHours, failure: 'No names were dropped' },
  )
