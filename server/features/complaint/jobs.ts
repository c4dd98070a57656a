import { inEachRegion, startRounds } from '#platform/rounds.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { forgetContacts } from './service.ts'

const everySixHours = 6 * 3_600_000
const failure = 'No contacts were dropped'

/** Drops contacts that have been kept long enough, at the start and four times a day. */
export const startForgettingContacts = (source: Source): (() => Promise<void>) =>
  startRounds(
    async (isEnding) =>
      inEachRegion(
        await listRegions(source.db),
        async (region) => isEnding() || (await forgetContacts(source, region)),
        failure,
      ),
    { every: everySixHours, failure },
  )
