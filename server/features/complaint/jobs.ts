import { startRegionRounds } from '#platform/rounds.ts'
import type { Source } from '../notice-address/service.ts'
import { listRegions } from '../region/service.ts'
import { forgetContacts } from './service.ts'

const everySixHours = 6 * 3_600_000

/** Drops contacts that have been kept long enough, at the start and four times a day. */
export const startForgettingContacts = (source: Source): (() => Promise<void>) =>
  startRegionRounds(
    () => listRegions(source.db),
    (region) => forgetContacts(source, region),
    { every: everySixHours, failure: 'No contacts were dropped' },
  )
