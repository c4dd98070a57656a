import { startRegionRounds } from '#platform/rounds.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { passOnWhatIsDue } from './service.ts'

const everyMinute = 60_000

/** Passes cases on whose turn is over, each minute. */
export const startPassingOn = (source: Source): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    (region) => passOnWhatIsDue(source, region),
    { every: everyMinute, failure: 'No cases passed on' },
  )
