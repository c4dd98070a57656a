import { startRegionRounds, whereChanged } from '#platform/rounds.ts'
import { rulesState } from '../knowledge/service.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { tellOwners } from './service.ts'

const everyMinute = 60_000

/** Looks each minute where the rules of a region have changed, and tells the owners of activities that they concern now. */
export const startTellingOwners = (source: Source): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    whereChanged(
      (region) => rulesState(source, region),
      (region) => tellOwners(source, region),
    ),
    { every: everyMinute, first: everyMinute, failure: 'No owner of an activity told' },
  )
