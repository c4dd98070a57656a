import { startRegionRounds } from '#platform/rounds.ts'
import { businessDay } from '../knowledge/service.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions, type RegionAsListed } from '../region/service.ts'
import { isReturnDue, remindHeads } from './service.ts'

const everyMinute = 60_000

/**
 * Looks each minute whether the agreed hour of a region has passed, and then once that day at who has not stated it. A
 * start after the hour looks again; nobody is told twice. The first look leaves a demonstration time to state what it
 * missed while nothing ran.
 */
export function startReminding(source: Source): () => Promise<void> {
  const looked = new Map<string, string>()
  const look = async (region: RegionAsListed) => {
    const today = `${businessDay(source, region)} ${source.clock.now(region.zone).slice(0, 10)}`
    if (looked.get(region.code) === today || !(await isReturnDue(source, region))) return
    await remindHeads(source, region)
    looked.set(region.code, today)
  }
  return startRegionRounds(() => listRegions(source.db), look, {
    every: everyMinute,
    first: everyMinute,
    failure: 'No head reminded',
  })
}
