/** Which day a question is about, and what is known when it is answered. */
import { addDays, type Day, dayOf, daysBetween, type Instant } from '@piket/domain/calendar/day.ts'
import type { Db } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'

/** Day and knowledge as somebody asked for them. */
interface Question {
  readonly date?: string | undefined
  readonly known?: string | undefined
}

export interface Knowledge {
  readonly day: Day
  /** Documents, rosters, staff and events as known at this instant: never later than now. */
  readonly known: Instant
  /**
   * Attributes, leave and letters as known now, whatever else was asked: who compares two knowledge times would else
   * see whose leave was recorded late, which is mostly sick leave.
   */
  readonly personal: Instant
}

/** The business day of a region: today, or the fixed day of a demonstration. */
export const businessDay = ({ clock }: Pick<Source, 'clock'>, region: RegionAsListed): Day =>
  clock.now(region.zone, region.demoDay).slice(0, 10) as Day

/**
 * The real day on which a business day is lived: the fixed day of a demonstration stands for today, the days around it
 * for those around today.
 */
export const realDayOf = ({ clock }: Pick<Source, 'clock'>, { zone, demoDay }: RegionAsListed, day: Day): Day =>
  demoDay === null ? day : addDays(dayOf(clock.now(zone)), daysBetween(demoDay, day))

/**
 * Fills in what a question leaves open: today, and as known now.
 * @returns a refusal when it asks for what is known later than now
 */
export function knowledgeOf(source: Source, region: RegionAsListed, { date, known }: Question): Knowledge | Refusal {
  const now = source.clock.now(region.zone, region.demoDay)
  const day = (date ?? now.slice(0, 10)) as Day
  const usual = usualKnown(source.db, region, now)
  // A day means its end, which today has not come yet.
  if (known === undefined || known === now.slice(0, 10)) return { day, known: usual, personal: usual }
  if (known > now) return notYet(known, now)
  return { day, known, personal: known > usual ? known : usual }
}

/** The same of what has to have happened: a day to come is refused, with the way to today. @param page of figures */
export function knowledgeOfPast(
  source: Source,
  region: RegionAsListed,
  { page, ...question }: Question & { readonly page: string },
): Knowledge | Refusal {
  const knowledge = knowledgeOf(source, region, question)
  if (isRefusal(knowledge) || knowledge.day <= businessDay(source, region)) return knowledge
  const instead = { href: `/${region.slug}/${page}`, words: { id: 'Angka sampai hari ini', en: 'Figures up to today' } }
  return { refused: 'situation-day-ahead', instead }
}

/** A question about a region and a day, understood. */
export interface Asked extends Knowledge {
  readonly region: RegionAsListed
  /** Proposals are taken as in force from this day. */
  readonly simulate: Day | undefined
}

/**
 * Understands what is asked of the region of a name.
 * @returns a refusal when there is no such region, or what is asked for is known later than now
 */
export async function askedOf(
  source: Source,
  name: string,
  { simulate, ...question }: Question & { readonly simulate?: string | undefined },
): Promise<Asked | Refusal> {
  const region = await findRegion(source.db, name)
  if (!region) return { refused: 'not-found' }
  const knowledge = knowledgeOf(source, region, question)
  return isRefusal(knowledge) ? knowledge : { region, ...knowledge, simulate: simulate as Day | undefined }
}

const notYet = (known: string, now: Instant): Refusal => ({
  refused: 'invalid-input',
  detail: {
    id: `Apa yang diketahui pada ${spoken(known)} belum ada, karena di daerah ini sekarang ${spoken(now)}. Minta paling akhir waktu itu, atau tanpa waktu pengetahuan.`,
    en: `What is known at ${spoken(known)} is not there yet, for here it is ${spoken(now)}. Ask for that time at the latest, or leave the time of knowledge out.`,
  },
})

const spoken = (instant: Instant) => instant.replace('T', ' ')

/** For how many minutes a knowledge time stands. */
const standsFor = 10

interface LastAsked {
  readonly revision: number
  readonly known: Instant
}

/** When each region was asked about last, by database. */
const askedFor = new WeakMap<Db, Map<string, LastAsked>>()

/**
 * As known now. Now stands for some minutes while nothing is written, so that a morning's questions share what was
 * derived for the first of them; whatever is written changes the region's revision, and counts at once.
 */
function usualKnown(db: Db, region: RegionAsListed, now: Instant): Instant {
  const asked = askedFor.get(db) ?? new Map<string, LastAsked>()
  askedFor.set(db, asked)
  const last = asked.get(region.code)
  if (last && last.revision === region.revision && stands(last.known, now)) return last.known
  asked.set(region.code, { revision: region.revision, known: now })
  return now
}

const stands = (known: Instant, now: Instant): boolean =>
  known <= now && known.slice(0, 10) === now.slice(0, 10) && minuteOf(now) - minuteOf(known) < standsFor

const minuteOf = (instant: Instant): number => Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16))

/** What the rules of a day follow from, for whoever looks again only where it has changed. */
export const rulesState = (source: Pick<Source, 'clock'>, region: RegionAsListed): string =>
  `${region.revision} ${businessDay(source, region)}`
