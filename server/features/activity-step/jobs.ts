import { startRegionRounds } from '#platform/rounds.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions, type RegionAsListed } from '../region/service.ts'
import { tellOwners } from './service.ts'

const everyMinute = 60_000

/** Looks each minute where the rules of a region have changed, and tells the owners of activities that they concern now. */
export function startTellingOwners(source: Source): () => Promise<void> {
  const looked = new Map<string, string>()
  const look = async (region: RegionAsListed) => {
    const state = `${region.revision} ${source.clock.now(region.zone, region.demoDay).slice(0, 10)}`
    if (looked.get(region.code) === state) return
    await tellOwners(source, region)
    looked.set(region.code, state)
  }
  return startRegionRounds(() => listRegions(source.db), look, {
    every: everyMinute,
    first: everyMinute,
    failure: 'No owner of an activity told',
  })
}
