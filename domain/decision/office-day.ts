/** A day at the offices of a region: how many can be there, who leads them there, and which counters have nobody. */
import type { Day } from '../calendar/day.ts'
import { agencyOf, type EmployeeRecord, headsOn } from '../staff/facts.ts'
import { coverOf, mostWork, servingUnits, tallying } from './coverage.ts'
import type { Rulebook } from './rulebook.ts'
import { byAgency, type Seated } from './seated.ts'
import { type Seats, seatsOf } from './seats.ts'
import { openAmong, turningAmong, turnRange } from './turn-range.ts'
import { actingOn } from './world.ts'

/** An agency on a day. */
export interface AgencyDay {
  readonly agency: string
  readonly people: readonly Seated[]
  readonly seats: Seats
}

/** How many people are at the office at least and at most, however a roster is drawn. */
export interface OfficeRange {
  readonly least: number
  readonly most: number
}

export interface OfficeDay {
  readonly agencies: readonly AgencyDay[]
  /** By agency. */
  readonly ranges: ReadonlyMap<string, OfficeRange>
  /** Agencies whose leaders all work elsewhere. */
  readonly leaderless: readonly string[]
  /** Units that serve the public, and to which nobody comes. */
  readonly empty: readonly string[]
}

/** @param people everybody who is employed that day */
export function officeDay(book: Rulebook, day: Day, people: readonly Seated[]): OfficeDay {
  const agencies = [...byAgency(people)].map(([agency, own]) => ({
    ...{ agency, people: own },
    seats: seatsOf(book, day, own, people),
  }))
  const serving = tallying(servingUnits(book, day))(people)
  const ranges = new Map(agencies.map((one) => [one.agency, officeRange(one)]))
  const drawn = new Map(
    agencies.map(({ agency, people: own, seats }) => [agency, turnRange(turningAmong(own), seats.quotas).most]),
  )
  const isEmpty = [...serving].filter(
    ([unit, one]) => mostWork(one) && coverOf(one, drawn.get(agencyOf(unit)) ?? 0) === 'nobody',
  )
  return {
    agencies,
    ranges,
    leaderless: agencies.filter((one) => isLeaderless(one, book, day)).map(({ agency }) => agency),
    empty: isEmpty.map(([unit]) => unit),
  }
}

/**
 * Whoever is there by rule, of those who take turns as many as quotas let in or want in, and at most those as well of whom
 * nobody can say where they are.
 */
export function officeRange({ people, seats: { atOffice, quotas, unsettled } }: AgencyDay): OfficeRange {
  const { least, most } = turnRange(turningAmong(people), unsettled ? [] : quotas)
  return { least: atOffice + least, most: atOffice + most + openAmong(people) }
}

/** Posts that stand in for the head of an agency. */
const deputies: ReadonlySet<string> = new Set(['sekretaris_opd', 'sekretaris_camat'])

const absent: ReadonlySet<string> = new Set(['off', 'leave', 'travel', 'education'])
const elsewhere: ReadonlySet<string> = new Set(['home', 'field', 'other_office'])

/** Leaders on leave are no sign of a rule, and of one who may be there nobody can say that the office is without. */
function isLeaderless({ people }: AgencyDay, { world }: Rulebook, day: Day): boolean {
  const heads = headsOn(world.facts.settings, day)
  const leads = (position: string) => heads.includes(position) || deputies.has(position)
  const isLeader = ({ employee, position }: EmployeeRecord) =>
    leads(position) || actingOn(world, employee, day).some((post) => leads(post.position))
  const leaders = people.filter(({ person, finding }) => isLeader(person) && !absent.has(finding.place))
  return leaders.length > 0 && leaders.every(({ finding }) => elsewhere.has(finding.place))
}

/** An agency in which more or fewer people can be at the office. */
export interface RangeChanged {
  readonly agency: string
  /** Everybody for whom it is a working day. */
  readonly staff: number
  readonly before: OfficeRange
  readonly after: OfficeRange
}

/** What a change of the rules does to the offices on a day. */
export interface OfficesChanged {
  /** Everybody for whom it is a working day. */
  readonly staff: number
  readonly before: OfficeRange
  readonly after: OfficeRange
  /** Agencies of which nobody can say under the draft how many may come: they are counted as if none were kept away. */
  readonly unsettled: number
  /** The largest difference first. */
  readonly agencies: readonly RangeChanged[]
  /** Only by the change. */
  readonly leaderless: readonly string[]
  readonly empty: readonly string[]
}

const nobody: OfficeRange = { least: 0, most: 0 }

export function officesChanged(before: OfficeDay, after: OfficeDay): OfficesChanged {
  const fresh = (part: 'leaderless' | 'empty') => after[part].filter((one) => !before[part].includes(one))
  const agencies = after.agencies.flatMap(({ agency, seats: { staff } }): RangeChanged[] => {
    const [old, now] = [before.ranges.get(agency) ?? nobody, after.ranges.get(agency) ?? nobody]
    return old.least === now.least && old.most === now.most ? [] : [{ agency, staff, before: old, after: now }]
  })
  return {
    staff: after.agencies.reduce((sum, { seats: { staff } }) => sum + staff, 0),
    unsettled: after.agencies.filter(({ seats }) => seats.unsettled !== null).length,
    before: sumOf(before.ranges.values()),
    after: sumOf(after.ranges.values()),
    agencies: agencies.toSorted((a, b) => differenceIn(b) - differenceIn(a) || a.agency.localeCompare(b.agency)),
    leaderless: fresh('leaderless'),
    empty: fresh('empty'),
  }
}

const differenceIn = ({ before, after }: RangeChanged): number =>
  Math.abs(after.most - before.most) + Math.abs(after.least - before.least)

function sumOf(ranges: Iterable<OfficeRange>): OfficeRange {
  const sum = { least: 0, most: 0 }
  for (const { least, most } of ranges) {
    sum.least += least
    sum.most += most
  }
  return sum
}
