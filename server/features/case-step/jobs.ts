import { inEachRegion, startRounds } from '#platform/rounds.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { passOnWhatIsDue } from './service.ts'

const everyMinute = 60_000
const failure = 'No cases passed on'

/** Passes cases on whose turn is over, each minute. */
export const startPassingOn = (source: Source): (() => Promise<void>) =>
  startRounds(
    async (isEnding) =>
      inEachRegion(
        await listRegions(source.db),
        async (region) => isEnding() || (await passOnWhatIsDue(source, region)),
        failure,
      ),
    { every: everyMinute, failure },
  )
