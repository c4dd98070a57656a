import { inEachRegion, startRounds } from '#platform/rounds.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { findUncoordinated } from './service.ts'

const everyMinute = 60_000
const failure = 'No findings made'

/** Makes findings of what was carried out uncoordinated, each minute. */
export const startFinding = (source: Source): (() => Promise<void>) =>
  startRounds(
    async (isEnding) =>
      inEachRegion(
        await listRegions(source.db),
        async (region) => isEnding() || (await findUncoordinated(source, region)),
        failure,
      ),
    { every: everyMinute, failure },
  )
