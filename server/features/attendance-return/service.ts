/** The head's daily statement: who is where, against where the rules place them, and why somebody is not. */

import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import {
  type AttendanceReturn,
  attendanceReturn,
  type DayStateName,
  type DeviationKind,
  type ReturnLimits,
} from '@piket/domain/attendance/day-state.ts'
import { type Day, type Time, weekdayOf } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { type Seated, seatsOf } from '@piket/domain/decision/seats.ts'
import type { ServiceNeed } from '@piket/domain/roster/lineup.ts'
import { agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { inFlight } from '#platform/in-flight.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Attendance, attendanceByAgency, attendanceOf } from '../attendance/service.ts'
import { type Ground, groundAsked, peopleOn, unitNames } from '../ground/service.ts'
import { askedOf, realDayOf } from '../knowledge/service.ts'
import { headsOfAgencies } from '../leader/service.ts'
import { type LookBack, lookBack, spanBefore } from '../look-back/service.ts'
import { type Notice, type Source as NoticeSource, tell, toldOf } from '../notice/service.ts'
import { type RegionAsListed, settingOf } from '../region/service.ts'
import { needsOf } from '../roster/service.ts'
import { roleWindow } from '../session/service.ts'
import { listUnits, namesOf } from '../staff/service.ts'
import { addReturn, breachesBetween, lockReturns, newestReturns, statedDays } from './queries.ts'
import type { AgenciesFilter, UnitDayFilter } from './schema.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
}

/** Somebody who is not where the rules place them, with the head's reason. */
export interface StatedDeviation {
  readonly person: string
  readonly kind: DeviationKind
  readonly reason: string
}

/** What was counted when the head stated it. */
export interface Figures {
  readonly people: number
  readonly counts: Readonly<Record<DayStateName, number>>
  readonly officeMost: number | null
  readonly officeLeast: number | null
  readonly tooFull: number
  readonly tooEmpty: number
  readonly lacking: AttendanceReturn['lacking']
  /** Of those at the office, how many more than their own word speaks for. */
  readonly evidenced: number
}

export interface StatedReturn {
  readonly agency: string
  readonly version: number
  readonly id: string
  /** Account id. */
  readonly by: string
  readonly acting: boolean
  readonly stated: Date
  readonly due: Date
  readonly figures: Figures
  readonly deviations: readonly StatedDeviation[]
  readonly note: string | null
}

export interface UnitDay {
  readonly region: RegionAsListed
  readonly agency: string
  readonly name: string
  readonly day: Day
  /** Moment of the answer, in milliseconds. */
  readonly now: number
  readonly offset: number
  readonly people: readonly Attendance[]
  readonly sum: AttendanceReturn
  readonly figures: Figures
  /** When the statement is due, in milliseconds. */
  readonly due: number
  /** The newest statement of the day. */
  readonly stated: StatedReturn | undefined
  readonly before: LookBack
}

/** Where nobody says otherwise, statements are there by ten: after the last usual check-in, before the region's report. */
const usualDue: Time = '10:00'

const isTime = (value: unknown): value is Time => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

/** The time of day by which heads state who is where. */
export const returnTime = async (tx: Tx, source: Source, region: RegionAsListed): Promise<Time> => {
  const set = await settingOf(tx, 'return_time', roleWindow(source, region))
  return isTime(set) ? set : usualDue
}

/**
 * An agency on a day, planned against actual; on its region's business day where none is named.
 * @returns a refusal when there is no such agency
 */
export async function unitDayOf(source: Source, name: string, agency: string, date?: Day): Promise<UnitDay | Refusal> {
  const asked = await askedOf(source, name, { date })
  if (isRefusal(asked)) return asked
  const { region, day } = asked
  const ground = await groundAsked(source.db, asked, agency)
  if (isRefusal(ground)) return ground
  const seated = peopleOn(ground, day)
  if (seated.length === 0) return { refused: 'not-found' }
  const ids = seated.map(({ person }) => person.employee)
  const people = await attendanceOf(source, ground, day, ids)
  const { sum, figures } = counted(ground, day, people, seatsBy(seated), await needsOf(source.db, region, agency))
  const actor = { region: region.code, reach: 'region' } as const
  const { due, stated, broken } = await as(source.db, actor, async (tx) => ({
    due: await returnTime(tx, source, region),
    stated: (await newestReturns(tx, day, agency))[0] as StatedReturn | undefined,
    broken: await breachesBetween(tx, spanBefore(day)),
  }))
  const before = await lookBack(source.db, region, { day, now: source.clock.moment(), broken, agency })
  const offset = zoneOffset[region.zone]
  return {
    region,
    agency,
    name: unitNames(ground, day)(agency),
    day,
    now: source.clock.moment(),
    offset,
    people,
    sum,
    figures,
    due: momentOf(realDayOf(source, region, day), minutesOf(due), offset),
    // Of a demonstration day, only what was stated on today's date.
    stated: stated && isOfThisDate(source, region, day, stated.stated) ? stated : undefined,
    before: before(agency, people),
  }
}

const isOfThisDate = (source: Source, region: RegionAsListed, day: Day, at: Date): boolean =>
  region.demoDay === null || at.getTime() >= midnightOf(source, region, day)

const midnightOf = (source: Source, region: RegionAsListed, day: Day): number =>
  momentOf(realDayOf(source, region, day), 0, zoneOffset[region.zone])

/** How many may and must be at the office, by quota and by what counters need. */
function limitsOf({ book }: Ground, day: Day, seated: readonly Seated[], needs: readonly ServiceNeed[]): ReturnLimits {
  const { limits } = seatsOf(book, day, seated)
  const weekday = weekdayOf(day)
  return {
    officeMost: limits?.capped ? limits.max : null,
    officeLeast: limits && limits.min > 0 ? limits.min : null,
    minima: needs
      .filter((need) => need.weekday === null || need.weekday === weekday)
      .map((need) => ({
        name: need.service.replaceAll('_', ' '),
        least: need.minimum,
        people: seated
          .filter(({ person }) => unitCovers(need.unit, person.unit))
          .filter(({ person }) => need.position === null || person.position === need.position)
          .map(({ person }) => person.employee),
      })),
  }
}

/** What is decided of people, by their ids. */
const seatsBy = (seated: readonly Seated[]): ReadonlyMap<string, Seated> =>
  new Map(seated.map((one) => [one.person.employee, one]))

/** What is counted of an agency on a day. Found by id: to look through the region's people for each agency takes long. */
function counted(
  ground: Ground,
  day: Day,
  people: readonly Attendance[],
  seats: ReadonlyMap<string, Seated>,
  needs: readonly ServiceNeed[],
) {
  const seated = people.flatMap(({ person }) => seats.get(person.employee) ?? [])
  const limits = limitsOf(ground, day, seated, needs)
  const sum = attendanceReturn(
    people.map(({ person, day: state }) => ({ person: person.employee, day: state })),
    limits,
  )
  const { counts, tooFull, tooEmpty, lacking } = sum
  const { officeMost, officeLeast } = limits
  const evidenced = people.filter(({ day: one }) => one.state === 'at_office' && one.evidence >= 2).length
  const limited = { officeMost, officeLeast, tooFull, tooEmpty, lacking }
  return { sum, figures: { people: sum.people, counts, ...limited, evidenced } satisfies Figures }
}

/** What a head adds to the figures. */
export interface Statement {
  /** UUID of the form: sent twice, it is one statement. */
  readonly id: string
  /** A reason for everybody of a kind of deviation. */
  readonly reasons: Readonly<Partial<Record<DeviationKind, string>>>
  readonly note: string
}

/**
 * States an agency's day as it stands now.
 * @returns the statement; a refusal when a deviation has no reason, or there is no such agency
 */
export async function stateReturn(
  source: Source,
  viewer: Viewer,
  agency: string,
  { id, reasons, note }: Statement,
): Promise<StatedReturn | Refusal> {
  const unit = await unitDayOf(source, viewer.region, agency)
  if (isRefusal(unit)) return unit
  const { day, sum, figures, due } = unit
  const deviations = sum.deviations.map(({ person, kind }) => ({ person, kind, reason: reasons[kind]?.trim() ?? '' }))
  if (deviations.some(({ reason }) => reason === '')) return { refused: 'return-reason-missing' }
  const row = {
    day,
    agency_id: agency,
    return_id: id,
    stated_by: viewer.account,
    acting: viewer.roles.every((held) => held.role !== 'employee' || held.agency !== agency),
    stated_at: new Date(source.clock.moment()).toISOString(),
    due_at: new Date(due).toISOString(),
    figures: JSON.stringify(figures),
    deviations: JSON.stringify(deviations),
    note: note.trim() || null,
  }
  return as(source.db, { region: viewer.region, reach: 'agency', agency }, async (tx) => {
    await lockReturns(tx, day, agency)
    const added = await addReturn(tx, row)
    if (added)
      await recordEvent(tx, {
        actor: viewer.account,
        kind: 'return-stated',
        subject: agency,
        agency,
        body: { day, version: added.version, deviations: deviations.length },
      })
    const [stated] = (await newestReturns(tx, day, agency)) as unknown as StatedReturn[]
    // Not added and not here: the form was used for another day or agency.
    return stated ?? { refused: 'form-used' }
  })
}

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
      stated: (await newestReturns(tx, day)) as unknown as StatedReturn[],
      told,
      broken: await breachesBetween(tx, spanBefore(day)),
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
    const newest = stated.find((one) => one.agency === agency)
    return {
      agency,
      name: nameOf(agency),
      figures,
      deviations: sum.deviations.length,
      stated: newest && isOfThisDate(source, region, day, newest.stated) ? newest : undefined,
      reminded: (told.get(agency) ?? []).map((one) => ({ ...one, name: headName(one.employee) })),
      before: before(agency, people),
    }
  })
  const rank = (one: AgencyDay) => (isBreach(one) ? 0 : one.stated === undefined ? 1 : 2)
  const offset = zoneOffset[region.zone]
  return {
    region,
    day,
    now: source.clock.moment(),
    offset,
    due: momentOf(realDayOf(source, region, day), minutesOf(due), offset),
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

const passes: Readonly<Record<UnitDayFilter, (one: Attendance) => boolean>> = {
  semua: ({ day }) => day.planned !== 'off',
  kantor: ({ day }) => day.planned === 'office' || day.state === 'at_office',
  berbeda: ({ day }) => day.deviation !== null,
}

/** Those who pass a filter, deviations first. */
export const filtered = (people: readonly Attendance[], filter: UnitDayFilter): Attendance[] =>
  people.filter(passes[filter]).toSorted((a, b) => Number(b.day.deviation !== null) - Number(a.day.deviation !== null))

/** The agencies that somebody leads today, with their names. */
export async function unitsLed(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
): Promise<{ readonly unit: string; readonly name: string }[]> {
  const units = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    listUnits(tx, roleWindow(source, region)),
  )
  return agenciesLed(viewer).map((unit) => ({ unit, name: units.findLast((one) => one.unit === unit)?.name ?? unit }))
}

/** The agencies that pass each filter, in their order. */
export const agenciesByFilter = (agencies: readonly AgencyDay[]): Record<AgenciesFilter, readonly AgencyDay[]> => ({
  semua: agencies,
  melanggar: agencies.filter(isBreach),
  belum: agencies.filter(({ stated }) => stated === undefined),
})

/** How many days of each agency were stated between two days, and how many of them late. */
export const statedBetween = (
  db: Db,
  region: RegionAsListed,
  period: { readonly from: Day; readonly until: Day },
): Promise<{ readonly agency: string; readonly days: number; readonly late: number }[]> =>
  as(db, { region: region.code, reach: 'region' }, (tx) => statedDays(tx, period))
