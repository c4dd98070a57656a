/** The input of a roster, read off the decisions: who may sit when, how many seats there are, and which clause says so. */
import { isWorking } from '../calendar/calendar.ts'
import { type Day, weekdayOf } from '../calendar/day.ts'
import { activeAt } from '../decision/active.ts'
import { middayOf } from '../decision/decide.ts'
import { type DecisionTable, spansAt } from '../decision/decide-list.ts'
import { type PublicView, publicViewOf } from '../decision/public-view.ts'
import { dividesOverAgencies } from '../decision/quota-groups.ts'
import type { Finding } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { documentsFor, type Seated, type Standing, standingOf } from '../decision/seated.ts'
import { type Seats, seatsOf } from '../decision/seats.ts'
import { employeeOn, kindOfDay, type World } from '../decision/world.ts'
import { agencyOf, type EmployeeRecord, unitCovers } from '../staff/facts.ts'
import { type DayMask, maskOf, noDays } from './day-mask.ts'
import { patternRulesOf } from './pattern-rules.ts'
import {
  type DayDemand,
  individualClause,
  type OfficeLimit,
  type Placed,
  type PositionRule,
  type RosterInput,
  type RosterPattern,
  type RosterPerson,
  type RunLimit,
} from './roster-input.ts'
import { type DayQuotas, fillOf, groupPositions, quotasOfDay, turningOn } from './seat-groups.ts'

/** How many of a post a counter needs. */
export interface ServiceNeed {
  readonly unit: string
  readonly service: string
  /** Position code; null: anybody of the unit. */
  readonly position: string | null
  /** null: every working day. */
  readonly weekday: string | null
  readonly minimum: number
}

export interface LineupOptions {
  readonly seed: number
  readonly services?: readonly ServiceNeed[]
  /** Office days above one's share that people bring along, by employee. */
  readonly carry?: ReadonlyMap<string, number>
  /** Asked for by the head; a clause on turns goes before it. */
  readonly pattern?: RosterPattern
}

/** The roster of one unit, ready to be drawn. */
export interface Lineup {
  readonly unit: string
  readonly input: RosterInput
  readonly people: readonly Member[]
  readonly seats: readonly Seats[]
}

/** Somebody posted in the unit, with what was decided for each day; null: not employed that day. */
export interface Member {
  readonly employee: string
  readonly days: readonly ((Seated & { readonly standing: Standing }) | null)[]
}

/** Everybody of some rows of a table, each day by the documents that hold for them on that day. */
export function membersOf(book: Rulebook, table: DecisionTable, rows: readonly number[]): Member[] {
  const documentsOn = documentsAt(book, table.days)
  return rows.map((row) => {
    const employee = table.employees[row] as string
    return {
      employee,
      days: table.days.map((day, column) => {
        const person = employeeOn(book.world, employee, day)
        const spans = spansAt(table, row, column)
        // Who was called and came has an office day, also after noon.
        const called = spans.findLast((one) => one.finding.override?.do === 'recall')
        const finding = called?.finding ?? middayOf(spans)
        if (!person || !finding) return null
        return { person, finding, standing: standingOf({ person, finding }, documentsOn(person, column)) }
      }),
    }
  })
}

/** The documents of a person and a day, asked once for each unit and employer: they hang on nothing else. */
function documentsAt({ versions, world }: Rulebook, days: readonly Day[]) {
  type Documents = ReturnType<typeof documentsFor>
  const kept = days.map(() => new Map<string, Map<string | null, Documents>>())
  return (person: EmployeeRecord, column: number): Documents => {
    const ofDay = kept[column] as Map<string, Map<string | null, Documents>>
    const ofUnit = ofDay.get(person.unit) ?? new Map<string | null, Documents>()
    ofDay.set(person.unit, ofUnit)
    const known = ofUnit.get(person.employer)
    if (known) return known
    const scene = { person, day: days[column] as Day, time: '12:00', world, unknown: new Set<string>() }
    const made = documentsFor(activeAt(versions, scene))
    ofUnit.set(person.employer, made)
    return made
  }
}

/**
 * Lineups of every agency in which somebody takes turns.
 * @param table decisions made without drawn places, so that turns are still open
 */
export function lineupsOf(book: Rulebook, table: DecisionTable, options: LineupOptions): Lineup[] {
  const agencies = new Map<string, number[]>()
  for (const [row, employee] of table.employees.entries()) {
    const person = table.days.map((day) => employeeOn(book.world, employee, day)).find((one) => one !== undefined)
    if (!person) continue
    const agency = agencyOf(person.unit)
    const own = agencies.get(agency)
    if (own) own.push(row)
    else agencies.set(agency, [row])
  }
  // A share that several agencies divide is counted among everybody.
  const everybody = dividesOverAgencies(book.versions) ? membersOf(book, table, [...table.employees.keys()]) : undefined
  const around = everybody && table.days.map((_, column) => everybody.flatMap(({ days }) => days[column] ?? []))
  return [...agencies].flatMap(([agency, rows]) => lineupOf(book, table, { agency, rows, around }, options) ?? [])
}

interface Agency {
  readonly agency: string
  readonly rows: readonly number[]
  /** Everybody of the region on each day of the table, where shares are divided among agencies. */
  readonly around: readonly (readonly Seated[])[] | undefined
}

function lineupOf(
  book: Rulebook,
  table: DecisionTable,
  { agency: unit, rows, around }: Agency,
  options: LineupOptions,
): Lineup | undefined {
  const view = publicViewOf(book)
  const everybody = membersOf(book, table, rows)
  // Days on which nobody of the unit takes turns are none of the roster's.
  const columns = table.days.flatMap((_, column) =>
    everybody.some(({ days }) => days[column]?.standing === 'turns') ? [column] : [],
  )
  if (columns.length === 0) return undefined
  const days = columns.map((column) => table.days[column] as Day)
  const people = everybody.map(
    ({ employee, days: all }): Member => ({ employee, days: columns.map((column) => all[column] ?? null) }),
  )
  const seats = days.map((day, position) =>
    seatsOf(
      book,
      day,
      people.flatMap((one) => one.days[position] ?? []),
      around?.[columns[position] as number],
    ),
  )
  const rules = patternRulesOf(
    book,
    everybody.map((member) => member.days),
    table.days,
    columns,
  )
  const needs = (options.services ?? []).filter((need) => unitCovers(unit, need.unit))
  const counters = people.map((member) => counterOf(member, needs))
  const fill = fillOf(seats.map((one, day) => ({ seats: one, turning: turningOn(people, day) })))
  const quotas = seats.map((one, position) => quotasOfDay(one, people, position, fill))
  const rulesOfNeeds = needs.map((need) => counterRule(need, days, book.world))
  const grouped = groupPositions(people, quotas, counters, rulesOfNeeds)
  return {
    unit,
    people,
    seats,
    input: {
      days,
      pattern: rules.pattern ?? options.pattern ?? 'daily',
      ...(rules.patternDays !== undefined && { patternDays: rules.patternDays }),
      seed: options.seed,
      unit: {
        id: unit,
        people: people.map((member, at) =>
          personOf(
            member,
            grouped.positions[at] as string,
            { quotas, limits: rules.limits[at] ?? [], runs: rules.runs[at] ?? [] },
            { ...options, view },
          ),
        ),
        demand: seats.map((one, position) => {
          const groups = grouped.groups[position] ?? []
          const whole = demandOf(one, quotas[position]?.whole ?? null, people, position)
          return groups.length === 0 ? whole : { ...whole, groups }
        }),
        positions: grouped.rules,
        ...(rules.teams && { teams: rules.teams }),
        fill,
      },
    },
  }
}

/** What bounds one person within a unit. */
interface OwnRules {
  readonly quotas: readonly DayQuotas[]
  readonly limits: readonly OfficeLimit[]
  readonly runs: readonly RunLimit[]
}

const absences: Readonly<Record<string, string>> = {
  leave: 'leave',
  travel: 'travel',
  education: 'education',
  off: 'off',
}

/** Whether a name under which a day is placed tells of a person's own affairs: leave, a journey, study, an attribute. */
export const tellsOfPeople = (by: string): boolean => by in absences || by === individualClause

/** Under which name a day is placed for somebody: leave, an order, ordinary work, or the clause that says where. */
const placedBy = ({ place, circular, clause, override }: Finding): string =>
  absences[place] ??
  override?.do ??
  (circular === null ? place : clause[0] === undefined ? individualClause : `${circular}/${clause[0]}`)

function personOf(
  { employee, days: own }: Member,
  position: string,
  { quotas, limits, runs }: OwnRules,
  { carry, view }: LineupOptions & { readonly view: PublicView },
): RosterPerson {
  let [free, office, outside] = [noDays, noDays, noDays]
  const held = new Map<string, DayMask>()
  const away = new Map<string, DayMask>()
  for (const [index, one] of own.entries()) {
    const bit = maskOf([index])
    if (one?.standing === 'turns') {
      free |= bit
      continue
    }
    const there = one !== null && one.standing !== 'away' && one.standing !== 'off'
    const by = one ? placedBy(view.finding(one.finding)) : 'off'
    const placed = there ? held : away
    placed.set(by, (placed.get(by) ?? noDays) | bit)
    if (!there) continue
    office |= bit
    if (quotas[index]?.whole?.inside.has(employee) === false) outside |= bit
  }
  return {
    id: employee,
    position,
    free,
    office,
    held: placedDays(held),
    outside,
    carry: carry?.get(employee) ?? 0,
    away: placedDays(away),
    ...(limits.length > 0 && { limits }),
    ...(runs.length > 0 && { runs }),
  }
}

const placedDays = (masks: ReadonlyMap<string, DayMask>): Placed[] =>
  [...masks].map(([clause, mask]) => ({ clause, mask }))

/** Without a quota everybody who takes turns may come. */
function demandOf(
  { staff, unsettled }: Seats,
  limits: Seats['limits'],
  people: readonly Member[],
  position: number,
): DayDemand {
  // Where nobody can say how many may come, nothing is asked and nobody is turned away: the day stays open.
  if (unsettled) return { min: 0, max: staff, clause: unsettled.clauses[0] as string, unsettled }
  if (!limits) return { min: 0, max: staff, clause: 'no-quota' }
  const free = people.filter(({ days }) => days[position]?.standing === 'turns').length
  const clause = `${limits.clause.circular}/${limits.clause.clause}`
  const minClause = `${limits.minClause.circular}/${limits.minClause.clause}`
  return { min: limits.min, max: Math.min(limits.max, limits.inside.size + free), clause, minClause }
}

const noCounter = '-'

/** The counter a person can serve; the first that fits. */
function counterOf({ days }: Member, needs: readonly ServiceNeed[]): string {
  const person = days.find((one) => one !== null)?.person
  const need =
    person &&
    needs.find(
      ({ unit, position }) => unitCovers(unit, person.unit) && (position === null || position === person.position),
    )
  return need ? counterName(need) : noCounter
}

/** A counter as a position of the roster: `disdukcapil/pelayanan#ktp staf`. */
export const counterName = ({ unit, service, position }: ServiceNeed): string =>
  `${unit}#${service}${position === null ? '' : ` ${position}`}`

/** How many a counter needs on a day: it opens on ordinary working days, and nobody is asked to stand at a closed one. */
export const wantedOn = ({ minimum, weekday }: ServiceNeed, day: Day, world: World): number =>
  isWorking(kindOfDay(world, day, 'five_day')) && (weekday === null || weekday === weekdayOf(day)) ? minimum : 0

const counterRule = (need: ServiceNeed, days: readonly Day[], world: World): PositionRule => ({
  position: counterName(need),
  min: days.map((day) => wantedOn(need, day, world)),
  clause: 'service',
})
