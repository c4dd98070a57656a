import { startRegionRounds, whereChanged } from '#platform/rounds.ts'
import { rulesState } from '../knowledge/service.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { tellOfAttentions } from './service.ts'

const everyMinute = 60_000

/** Looks each minute where the rules or the day of a region have changed, and tells its bureau what calls for attention. */
export const startTellingBureaus = (source: Source): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    whereChanged(
      (region) => rulesState(source, region),
      (region) => tellOfAttentions(source, region),
    ),
    { every: everyMinute, first: everyMinute, failure: 'No bureau told of its circulars' },
  )
