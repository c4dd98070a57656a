/** The day of every agency of a region with the statements of their heads, and who is told that one is missing. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { zoneOffset } from '@piket/domain/calendar/zone.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as, type Db } from '#platform/db.ts'
import { inFlight } from '#platform/in-flight.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { attendanceByAgency } from '../attendance/service.ts'
import {
  breachesBefore,
  counted,
  dueOn,
  type Figures,
  midnightOf,
  returnTime,
  type StatedReturn,
  seatsBy,
  statedOn,
} from '../attendance-return/service.ts'
import { groundAsked, peopleOn, unitNames } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { headsOfAgencies } from '../leader/service.ts'
import { type LookBack, lookBack } from '../look-back/service.ts'
import { type Notice, tell, toldOf } from '../notice/service.ts'
import type { Source as NoticeSource } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { needsOf } from '../roster/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf } from '../staff/service.ts'
import type { AgenciesFilter } from './schema.ts'

/** An agency in the list of all. */
export interface AgencyDay {
  readonly agency: string
  readonly name: string
  readonly figures: Figures
  readonly deviations: number
  readonly stated: StatedReturn | undefined
  /** Heads who were told today that the statement is missing. */
  readonly reminded: readonly (Notice & { readonly name: string })[]
  readonly before: LookBack
}

export interface RegionDay {
  readonly region: RegionAsListed
  readonly day: Day
  readonly now: number
  readonly offset: number
  readonly due: number
  readonly agencies: readonly AgencyDay[]
}

/** Whether more sit at the office than may, or fewer than must: both are breaches. */
const isBreach = ({ figures: { tooFull, tooEmpty, lacking } }: AgencyDay): boolean =>
  tooFull > 0 || tooEmpty > 0 || lacking.length > 0

const together = inFlight<Db, RegionDay | Refusal>()

/** Every agency of a region on its business day, those that need a look first. Who asks at once shares the answer. */
export const regionDayOf = (source: Source, name: string): Promise<RegionDay | Refusal> =>
  together(source.db, name, () => regionDay(source, name))

async function regionDay(source: Source, name: string): Promise<RegionDay | Refusal> {
  const asked = await askedOf(source, name, {})
  if (isRefusal(asked)) return asked
  const { region, day } = asked
  const ground = await groundAsked(source.db, asked)
  if (isRefusal(ground)) return ground
  const byAgency = await attendanceByAgency(source, ground, day)
  const seats = seatsBy(peopleOn(ground, day))
  const needs = await needsOf(source.db, region)
  const actor = { region: region.code, reach: 'region' } as const
  const { due, stated, told, headName, broken } = await as(source.db, actor, async (tx) => {
    const told = await toldOf(tx, 'return_missing', [day], midnightOf(source, region, day))
    return {
      due: await returnTime(tx, source, region),
      stated: await statedOn(tx, source, region, day),
      told,
      broken: await breachesBefore(tx, day),
      headName: await namesOf(
        tx,
        [...told.values()].flat().map(({ employee }) => employee),
      ),
    }
  })
  const before = await lookBack(source.db, region, { day, now: source.clock.moment(), broken })
  const nameOf = unitNames(ground, day)
  const agencies = [...byAgency].map(([agency, people]): AgencyDay => {
    const own = needs.filter(({ unit }) => agencyOf(unit) === agency)
    const { sum, figures } = counted(ground, day, people, seats, own)
    return {
      agency,
      name: nameOf(agency),
      figures,
      deviations: sum.deviations.length,
      stated: stated.find((one) => one.agency === agency),
      reminded: (told.get(agency) ?? []).map((one) => ({ ...one, name: headName(one.employee) })),
      before: before(agency, people),
    }
  })
  const rank = (one: AgencyDay) => (isBreach(one) ? 0 : one.stated === undefined ? 1 : 2)
  return {
    region,
    day,
    now: source.clock.moment(),
    offset: zoneOffset[region.zone],
    due: dueOn(source, region, day, due),
    agencies: agencies.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)),
  }
}

/** Whether anybody of an agency works that day. */
const works = ({ figures: { people, counts } }: AgencyDay): boolean => counts.excused < people

/**
 * Tells the heads whose daily statement is missing after the agreed hour, once a day and agency. Nobody is told before
 * it, nor where nobody works.
 * @returns the agencies whose heads were told
 */
export async function remindHeads(source: NoticeSource, region: RegionAsListed): Promise<readonly string[]> {
  const all = await regionDayOf(source, region.code)
  if (isRefusal(all) || all.now <= all.due) return []
  const { day, due } = all
  const missing = all.agencies.filter((one) => one.stated === undefined && works(one))
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const told = await toldOf(tx, 'return_missing', [day], midnightOf(source, region, day), { hold: true })
    const heads = await headsOfAgencies(tx, roleWindow(source, region))
    const reminded: string[] = []
    for (const { agency } of missing.filter((one) => !told.has(one.agency))) {
      const about = { kind: 'return_missing', subject: agency, agency, day, due, by: 'attendance-return' } as const
      for (const employee of heads.get(agency) ?? []) await tell(tx, source, region, { ...about, employee })
      if (heads.has(agency)) reminded.push(agency)
    }
    return reminded
  })
}

/** Whether the agreed hour of the region's business day has passed. */
export const isReturnDue = async (source: Source, region: RegionAsListed): Promise<boolean> => {
  const due = await as(source.db, { region: region.code, reach: 'region' }, (tx) => returnTime(tx, source, region))
  return source.clock.now(region.zone).slice(11) > due
}

/** The agencies that pass each filter, in their order. */
export const agenciesByFilter = (agencies: readonly AgencyDay[]): Record<AgenciesFilter, readonly AgencyDay[]> => ({
  semua: agencies,
  melanggar: agencies.filter(isBreach),
  belum: agencies.filter(({ stated }) => stated === undefined),
})
