import { startRegionRounds } from '#platform/rounds.ts'
import type { Source } from '#platform/source.ts'
import { listRegions } from '../region/service.ts'
import { forgetPhotos } from './service.ts'

const everySixHours = 6 * 3_600_000

/** Drops photos of visits that have been kept long enough, at the start and four times a day. */
export const startForgettingPhotos = (source: Source): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    (region) => forgetPhotos(source, region),
    { every: everySixHours, failure: 'No photos were dropped' },
  )
