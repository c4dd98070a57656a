import { startRegionRounds } from '#platform/rounds.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { findUncoordinated } from './service.ts'

const everyMinute = 60_000

/** Makes findings of what was carried out uncoordinated, each minute. */
export const startFinding = (source: Source): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    (region) => findUncoordinated(source, region),
    { every: everyMinute, failure: 'No findings made' },
  )
