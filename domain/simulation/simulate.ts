/** What a variant comes to for the staff of a region, day by day: people, seats, coverage, turns. Nothing is drawn. */
import { isWorking } from '../calendar/calendar.ts'
import type { Day } from '../calendar/day.ts'
import { covering, coverOf, mostWork, servingUnits, tallying, type UnitCoverage } from '../decision/coverage.ts'
import { type DecisionTable, decideList } from '../decision/decide-list.ts'
import { peopleIn } from '../decision/effect.ts'
import { type AgencyDay, officeRange } from '../decision/office-day.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { byAgency } from '../decision/seated.ts'
import { type Seats, seatsOf } from '../decision/seats.ts'
import { largestFirst, type Strain, strainOf } from '../decision/strain.ts'
import { type Tally, tallyOf } from '../decision/tally.ts'
import { turningAmong, turnRange } from '../decision/turn-range.ts'
import { kindOfDay } from '../decision/world.ts'
import type { TurnDay } from '../roster/seat-groups.ts'
import { type FairShare, fairShare } from './fair-share.ts'

/** How many may and must be at the office, over the agencies of which a quota speaks. */
export interface SeatSum {
  readonly agencies: number
  /** Everybody of them for whom it is a working day. */
  readonly staff: number
  readonly min: number
  readonly max: number
  /** Whether a clause sets a maximum anywhere; otherwise it is everybody whom a quota counts. */
  readonly capped: boolean
  /** Agencies of which nobody can say how many may come. */
  readonly unsettled: number
}

export interface DayFigures {
  readonly day: Day
  /** Whether it is a working day of offices that work five days. */
  readonly isWorking: boolean
  readonly people: Tally
  readonly seats: SeatSum
}

/** An agency on the day that agencies are counted on, and its turns over all days. */
export interface AgencyFigures {
  readonly agency: string
  /** Everybody for whom it is a working day. */
  readonly staff: number
  /** As a quota says; null: none speaks of it, or nobody can say what it comes to. */
  readonly seats: Pick<NonNullable<Seats['limits']>, 'min' | 'max' | 'capped'> | null
  readonly isUnsettled: boolean
  /** Undefined: nobody takes turns. */
  readonly share: FairShare | undefined
}

/** Something that an agency cannot do, as on the first day, and on how many. */
export interface LastingStrain {
  readonly strain: Strain
  readonly day: Day
  readonly days: number
}

export interface Simulated {
  readonly table: DecisionTable
  readonly days: readonly DayFigures[]
  /** The first working day: agencies are counted on it. */
  readonly day: Day
  /** The largest first. */
  readonly agencies: readonly AgencyFigures[]
  /** Agencies and serving units that are without anybody, or with whoever is drawn alone, on some of their working days. */
  readonly uncovered: readonly UnitCoverage[]
  readonly strains: readonly LastingStrain[]
}

/** Turns of an agency as they come, day by day. */
interface Turns {
  readonly free: Map<string, number>
  readonly days: TurnDay[]
}

/** What an agency was on a day. */
interface TalliedDay extends AgencyDay {
  readonly tally: Tally
}

/**
 * Simulates a variant. Yields after each agency of a day, so that others have their turns in between.
 * @param days in order, at least one
 */
export function* simulation(book: Rulebook, days: readonly Day[]): Generator<void, Simulated> {
  const { world } = book
  const isOfficeDay = (day: Day) => isWorking(kindOfDay(world, day, 'five_day'))
  const counted = days.find(isOfficeDay) ?? (days[0] as Day)
  const tallyUnits = tallying(servingUnits(book, counted))
  const table = decideList(book, world.staff.ids, days)
  yield
  const figures: DayFigures[] = []
  const turns = new Map<string, Turns>()
  const strains = new Map<string, LastingStrain>()
  const covers = covering()
  let asCounted: readonly TalliedDay[] = []
  for (const [column, day] of days.entries()) {
    const agencies: TalliedDay[] = []
    const all = peopleIn(book, table, column)
    for (const [agency, people] of byAgency(all)) {
      const one = { agency, people, tally: tallyOf(people), seats: seatsOf(book, day, people, all) }
      agencies.push(one)
      takeTurns(turns, one)
      strain(strains, one, day)
      cover(covers, one, day, tallyUnits(people))
      yield
    }
    if (day === counted) asCounted = agencies
    figures.push({ day, isWorking: isOfficeDay(day), people: sumOf(agencies), seats: seatSum(agencies) })
  }
  return {
    ...{ table, days: figures, day: counted },
    agencies: asCounted
      .map((one) => ({
        ...{ agency: one.agency, staff: one.seats.staff, isUnsettled: one.seats.unsettled !== null },
        seats: seatRange(one),
        share: shareOf(turns.get(one.agency)),
      }))
      .toSorted((a, b) => b.staff - a.staff || a.agency.localeCompare(b.agency)),
    uncovered: covers.units(),
    strains: [...strains.values()].toSorted((a, b) => largestFirst(a.strain, b.strain)),
  }
}

function takeTurns(turns: Map<string, Turns>, { agency, people, tally, seats }: TalliedDay) {
  if (tally.turns === 0) return
  const own = turns.get(agency) ?? { free: new Map<string, number>(), days: [] }
  turns.set(agency, own)
  const turning = turningAmong(people)
  own.days.push({ turning, seats })
  for (const one of turning) own.free.set(one, (own.free.get(one) ?? 0) + 1)
}

const shareOf = (turns: Turns | undefined): FairShare | undefined =>
  turns && fairShare([...turns.free.values()], turns.days)

/** Everybody of a region. */
function sumOf(agencies: readonly TalliedDay[]): Tally {
  const sum = { ...tallyOf([]) }
  for (const { tally } of agencies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
  return sum
}

/** How many can be at the office, as on the bench; null: no quota speaks of the agency, or nobody can say what one comes to. */
function seatRange(one: AgencyDay): AgencyFigures['seats'] {
  const { quotas, unsettled } = one.seats
  if (unsettled || quotas.length === 0) return null
  const { least: min, most: max } = officeRange(one)
  return { min, max, capped: quotas.some(({ side, direction }) => direction !== (side === 'office' ? 'min' : 'max')) }
}

function seatSum(agencies: readonly TalliedDay[]): SeatSum {
  const sum = { agencies: 0, staff: 0, min: 0, max: 0, capped: false, unsettled: 0 }
  for (const one of agencies) {
    if (one.seats.unsettled) sum.unsettled++
    const range = seatRange(one)
    if (!range) continue
    sum.agencies++
    sum.staff += one.seats.staff
    sum.min += range.min
    sum.max += range.max
    sum.capped ||= range.capped
  }
  return sum
}

function strain(strains: Map<string, LastingStrain>, one: TalliedDay, day: Day) {
  const found = mostWork(one.tally) ? strainOf(one) : undefined
  if (!found) return
  const key = [one.agency, found.kind, found.circular, found.clause].join(' ')
  const known = strains.get(key)
  strains.set(key, known ? { ...known, days: known.days + 1 } : { strain: found, day, days: 1 })
}

function cover(
  covers: ReturnType<typeof covering>,
  { agency, people, tally, seats }: TalliedDay,
  day: Day,
  serving: ReadonlyMap<string, Tally>,
) {
  const { most: left } = turnRange(turningAmong(people), seats.quotas)
  const units = [...serving, [agency, tally] as const]
  for (const [unit, own] of units) if (mostWork(own)) covers.see(unit, day, coverOf(own, left))
}
