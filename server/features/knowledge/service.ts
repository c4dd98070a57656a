/** Which day and which knowledge a question is about when it names none. */
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import type { RegionAsListed } from '../region/service.ts'

/** What answers a question: the database and the clock of the app. */
interface Source {
  readonly db: Db
  readonly clock: Clock
}

/** The business day of a region: today, or the fixed day of a demonstration. */
export const businessDay = ({ clock }: Source, region: RegionAsListed): Day =>
  clock.now(region.zone, region.demoDay).slice(0, 10) as Day

/** For how many minutes a knowledge time stands. */
const standsFor = 10

interface Asked {
  readonly revision: number
  readonly known: Instant
}

/** When each region was asked about last, by database. */
const askedFor = new WeakMap<Db, Map<string, Asked>>()

/**
 * As known when nobody says otherwise: now; for a day still to come, the end of that day. Now stands for some minutes
 * while nothing is written, so that a morning's questions share what was derived for the first of them; whatever is
 * written changes the region's revision, and counts at once. Only what was recorded ahead of its time may be seen that
 * much later.
 */
export function usualKnown({ db, clock }: Source, region: RegionAsListed, day: Day): Instant {
  const now = clock.now(region.zone, region.demoDay)
  if (day > now.slice(0, 10)) return `${day}T23:59`
  const asked = askedFor.get(db) ?? new Map<string, Asked>()
  askedFor.set(db, asked)
  const last = asked.get(region.code)
  if (last && last.revision === region.revision && stands(last.known, now)) return last.known
  asked.set(region.code, { revision: region.revision, known: now })
  return now
}

const stands = (known: Instant, now: Instant): boolean =>
  known <= now && known.slice(0, 10) === now.slice(0, 10) && minuteOf(now) - minuteOf(known) < standsFor

const minuteOf = (instant: Instant): number => Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))
