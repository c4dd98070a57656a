import type { Day } from '../calendar/day.ts'
import { weekOf } from '../calendar/day.ts'
import { allOf, type DayMask, hasDay, noDays, sizeOf } from './day-mask.ts'
import { type DrawGroup, indexesIn, laminar } from './draw-groups.ts'
import { seeded, shuffle } from './random.ts'
import type { GroupDemand, OfficeLimit, RosterInput, RosterPerson } from './roster-input.ts'
import { countedByRule, pinClause } from './roster-input.ts'
import type { Excess } from './roster-result.ts'

/** What is left to decide once everything that is fixed has been taken out of a unit. */
export interface Draw {
  readonly days: number
  /** Index of the week of each day, from 0. Weeks run Monday to Sunday. */
  readonly weeks: readonly number[]
  /** Days on which a pattern of a row of days is asked for. */
  readonly patternDays: DayMask
  /** People the draw decides about, those of a position side by side. */
  readonly people: readonly DrawPerson[]
  readonly positions: readonly DrawPosition[]
  /** Seats for them on each day. */
  readonly seats: readonly Bounds[]
  /** Parts of the people with bounds of their own, nested or disjoint; one list a day. */
  readonly groups: readonly (readonly DrawGroup[])[]
  /** Groups that cross those; one list a day. */
  readonly crossing: readonly (readonly DrawGroup[])[]
  readonly fill: 'ceiling' | 'minima'
  readonly excess: readonly Excess[]
}

export interface Bounds {
  readonly min: number
  readonly max: number
}

export interface DrawPerson {
  readonly source: RosterPerson
  readonly position: number
  /** Free days less pins. */
  readonly free: DayMask
  /** Office days by rule and pin. */
  readonly fixed: DayMask
  /** Carry plus the fixed days: load before anything is drawn. */
  readonly carry: number
  /** Those of the unit, then the person's own, each less the fixed days inside it. */
  readonly limits: readonly DrawLimit[]
}

export interface DrawLimit extends Bounds {
  readonly days: DayMask
  /** The place in the list of the unit's and the person's limits. */
  readonly index: number
}

export interface DrawPosition {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly bounds: readonly Bounds[]
}

const unbounded: Bounds = { min: 0, max: Infinity }

/** A unit with some of its rules set aside, for finding out which of them clash. */
export interface Aside {
  /** Clauses that do not count. */
  readonly clauses: ReadonlySet<string>
  /** Days that count. Of the others nothing is asked, so nobody needs to come. */
  readonly days: DayMask
}

/**
 * Takes what is fixed out of a unit. People are ordered by position and id and then shuffled inside their position by
 * the seed, so that the order they were listed in changes nothing.
 */
export function drawOf(input: RosterInput, aside?: Aside): Draw {
  const { days, unit, seed } = input
  const counts = (clause: string) => !aside?.clauses.has(clause)
  const asks = (day: number) => !aside || hasDay(aside.days, day)
  const excess: Excess[] = []
  const people = ordered(unit.people, seed)
  const fixedOf = (person: RosterPerson) =>
    (person.office & ~released(person, counts)) | (counts(pinClause) ? pinnedToOffice(person) : noDays)

  const byRule = people.map((person) => countedByRule(person) & ~released(person, counts))
  const seats = unit.demand.map((demand, day): Bounds => {
    if (!asks(day)) return unbounded
    const inside = byRule.filter((own) => hasDay(own, day)).length
    const pinned = counts(pinClause) ? people.filter((person) => hasDay(pinnedToOffice(person), day)).length : 0
    const fixed = inside + pinned
    if (fixed > demand.max && counts(demand.clause)) {
      excess.push({ day, clause: demand.clause, by: fixed - demand.max, position: null, person: null })
    }
    return {
      min: counts(demand.minClause ?? demand.clause) ? Math.max(0, demand.min - fixed) : 0,
      max: counts(demand.clause) ? Math.max(0, demand.max - fixed) : Infinity,
    }
  })

  /** Free days, those of other teams included: a person on leave for every day of their team takes turns all the same. */
  const turnDays = ({ free, away }: RosterPerson) =>
    away.reduce((days, { mask, clause }) => (clause === unit.teams?.clause ? days | mask : days), free)

  const drawn: DrawPerson[] = []
  const positions: DrawPosition[] = []
  for (const [id, members] of byPosition(people)) {
    const from = drawn.length
    for (const person of members) {
      const free = freeDays(person, counts) & (aside?.days ?? -1n)
      if (turnDays(person) === noDays && free === noDays) continue
      const fixed = fixedOf(person)
      drawn.push({
        source: person,
        position: positions.length,
        free,
        fixed,
        carry: person.carry + sizeOf(fixed),
        limits: limitsOf(person, fixed),
      })
    }
    const rules = unit.positions.filter((rule) => rule.position === id && counts(rule.clause))
    const bounds = days.map((_, day): Bounds => {
      if (!asks(day)) return unbounded
      const fixed = members.filter((person) => hasDay(fixedOf(person), day)).length
      let min = 0
      let max = Infinity
      for (const rule of rules) {
        min = Math.max(min, (rule.min[day] ?? 0) - fixed)
        const most = rule.max?.[day]
        if (most === undefined) continue
        if (fixed > most) excess.push({ day, clause: rule.clause, by: fixed - most, position: id, person: null })
        max = Math.min(max, Math.max(0, most - fixed))
      }
      return { min, max }
    })
    positions.push({ id, from, to: drawn.length, bounds })
  }
  // A minimum for a position that nobody holds still asks for people.
  for (const rule of unit.positions) {
    if (positions.some(({ id }) => id === rule.position) || !counts(rule.clause)) continue
    const bounds = days.map((_, day) => ({ min: asks(day) ? (rule.min[day] ?? 0) : 0, max: Infinity }))
    positions.push({ id: rule.position, from: drawn.length, to: drawn.length, bounds })
  }
  const places = new Map(positions.map(({ id }, index) => [id, index]))
  const byId = new Map(people.map((person) => [person.id, person]))
  const groups = unit.demand.map(({ groups: own = [] }, day) =>
    laminar(own.map((group) => ({ ...boundsOf(group, day), source: group, positions: indexesIn(group, places) }))),
  )
  return {
    days: days.length,
    weeks: weeksOf(days),
    patternDays: input.patternDays ?? allOf(days.length),
    people: drawn,
    positions,
    seats,
    groups: groups.map(({ kept }) => kept),
    crossing: groups.map(({ crossing }) => crossing),
    fill: unit.fill ?? 'ceiling',
    excess,
  }

  /** What a group leaves to those who are drawn. */
  function boundsOf(group: GroupDemand, day: number): Bounds {
    if (!asks(day) || !counts(group.clause)) return unbounded
    const own = new Set(group.positions)
    const there = group.inside.filter((id) => hasDay(fixedOf(byId.get(id) as RosterPerson), day)).length
    const members = drawn.filter(({ source }) => own.has(source.position))
    const pinned = members.filter(({ source }) => counts(pinClause) && hasDay(pinnedToOffice(source), day)).length
    const fixed = there + pinned
    if (fixed > group.max && !group.first)
      excess.push({ day, clause: group.clause, by: fixed - group.max, position: null, person: null, group: group.name })
    const free = members.filter((person) => hasDay(person.free, day)).length
    const min = group.first ? Math.min(group.min, free + fixed) : group.min
    return { min: Math.max(0, min - fixed), max: Math.max(0, group.max - fixed) }
  }

  function limitsOf(person: RosterPerson, fixed: DayMask): DrawLimit[] {
    const limits: DrawLimit[] = []
    for (const [index, limit] of limitsFor(unit.limits, person).entries()) {
      if (!counts(limit.clause)) continue
      const inside = sizeOf(fixed & limit.days)
      const excused = sizeOf(limit.days & ~(turnDays(person) | person.office))
      if (inside > limit.max) {
        excess.push({ day: null, clause: limit.clause, by: inside - limit.max, position: null, person: person.id })
      }
      const demanded = !aside || (limit.days & ~aside.days) === noDays
      limits.push({
        days: limit.days,
        min: demanded ? Math.max(0, limit.min - excused - inside) : 0,
        max: Math.max(0, limit.max - inside),
        index,
      })
    }
    return limits
  }
}

/** The limits of a person: the unit's, then the own ones. */
export const limitsFor = (shared: readonly OfficeLimit[] | undefined, person: RosterPerson): readonly OfficeLimit[] => [
  ...(shared ?? []),
  ...(person.limits ?? []),
]

/** Pins of days that are at the office anyway add nothing. */
export const pinnedToOffice = ({ pinnedOffice = noDays, office }: RosterPerson): DayMask => pinnedOffice & ~office

/** Free days without pins, and days that only clauses out of account had taken. */
function freeDays(person: RosterPerson, counts: (clause: string) => boolean): DayMask {
  const { free, office, away, pinnedHome = noDays } = person
  const excused = released(person, counts)
  let given = noDays
  let taken = noDays
  for (const { mask, clause } of away) {
    if (counts(clause)) taken |= mask
    else given |= mask
  }
  const pins = counts(pinClause) ? pinnedHome | pinnedToOffice(person) : noDays
  return (free | excused | (given & ~taken & ~office)) & ~pins
}

/** Days at the office that only clauses out of account had asked for. */
const released = ({ held = [] }: RosterPerson, counts: (clause: string) => boolean): DayMask =>
  held.reduce((days, { mask, clause }) => (counts(clause) ? days : days | mask), noDays)

function ordered(people: readonly RosterPerson[], seed: number): readonly RosterPerson[] {
  const byId = people.toSorted((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
  return shuffle(byId, seeded(seed))
}

function byPosition(people: readonly RosterPerson[]): [string, RosterPerson[]][] {
  const members = new Map<string, RosterPerson[]>()
  for (const person of people) {
    const list = members.get(person.position)
    if (list) list.push(person)
    else members.set(person.position, [person])
  }
  return [...members].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** Index of the week of each day, from 0. */
export function weeksOf(days: readonly Day[]): number[] {
  const mondays: Day[] = []
  return days.map((day) => {
    const monday = weekOf(day)
    if (mondays.at(-1) !== monday) mondays.push(monday)
    return mondays.length - 1
  })
}

/** Whether no group joins positions: then bounds of positions say all that groups do. */
export const isFlat = ({ groups, crossing }: Draw): boolean =>
  groups.every((own) => own.every(({ positions }) => positions.size === 1)) && crossing.every((own) => own.length === 0)

/** The bounds of a position on a day, groups of that position alone included. */
export function boundsAt({ positions, groups }: Draw, position: number, day: number): Bounds {
  const alone = (groups[day] as readonly DrawGroup[]).filter(
    (one) => one.positions.size === 1 && one.positions.has(position),
  )
  return [positions[position]!.bounds[day]!, ...alone].reduce((all, { min, max }) => ({
    min: Math.max(all.min, min),
    max: Math.min(all.max, max),
  }))
}

/**
 * Whether each day can be met by itself, which without personal limits is all that feasibility asks: enough free people
 * in every position for its minimum, and a number of seats between the sum of minima and what people and maxima allow.
 * @returns seats to fill on each day; undefined when some day cannot be met or a limit couples the days
 */
export function meetable(draw: Draw): number[] | undefined {
  if (draw.people.some(({ limits }) => limits.length > 0) || !isFlat(draw)) return undefined
  const seats: number[] = []
  for (let day = 0; day < draw.days; day++) {
    const { min, max } = draw.seats[day]!
    let least = 0
    let most = 0
    for (const [position, { from, to }] of draw.positions.entries()) {
      const bound = boundsAt(draw, position, day)
      let free = 0
      for (let person = from; person < to; person++) if (hasDay(draw.people[person]!.free, day)) free++
      if (bound.min > Math.min(bound.max, free)) return undefined
      least += bound.min
      most += Math.min(bound.max, free)
    }
    const low = Math.max(min, least)
    const high = Math.min(max, most)
    if (low > high) return undefined
    seats.push(draw.fill === 'ceiling' ? high : low)
  }
  return seats
}
