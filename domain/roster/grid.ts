/** A unit over a stretch of days: who works where, how many seats are taken, and who stands at the counters. */
import type { Day, Time } from '../calendar/day.ts'
import { type DecisionTable, spansAt } from '../decision/decide-list.ts'
import { type Finding, isGap, notWorking, type Place } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import type { Seated, Standing } from '../decision/seated.ts'
import { type Seats, seatsOf } from '../decision/seats.ts'
import { unitCovers } from '../staff/facts.ts'
import { type Member, membersOf, type ServiceNeed, wantedOn } from './lineup.ts'

export interface GridCell {
  readonly place: Place
  /** What decides: the draw, a clause, an order; leave or a day off; or nobody speaks, and ordinary office work stays. */
  readonly by: 'turn' | 'clause' | 'order' | 'absence' | 'usual'
  /** The order of that day, since when; also one that begins after noon, when it does not decide the place shown. */
  readonly order: GridOrder | null
}

export type GridOrder = NonNullable<Finding['override']> & { readonly from: Time }

export interface GridRow {
  readonly employee: string
  readonly name: string
  readonly unit: string
  /** One a day of the grid; null: not employed that day. */
  readonly cells: readonly (GridCell | null)[]
  /** Office days in turns. */
  readonly turns: number
  /** Office days, by a turn, a clause or an order, on days on which somebody of the unit takes turns: what is shared. */
  readonly officeDays: number
  /** Office days on the other days. */
  readonly otherOfficeDays: number
  /** Takes no turns on any of the days: clauses alone say where they work. */
  readonly bound: boolean
}

export interface CounterRow {
  readonly need: ServiceNeed
  /** People at the office who can serve it, a day each. */
  readonly present: readonly number[]
  readonly wanted: readonly number[]
}

export interface Grid {
  /** Days on which somebody of the unit works. */
  readonly days: readonly Day[]
  /** Those who take no turns first, then by unit and name. */
  readonly rows: readonly GridRow[]
  readonly seats: readonly Seats[]
  readonly counters: readonly CounterRow[]
  readonly subUnits: readonly { readonly unit: string; readonly people: number }[]
}

/**
 * The grid of everybody in a table, each day by the documents of that day.
 * @param needs those of the counters of the unit
 */
export function gridOf(book: Rulebook, table: DecisionTable, needs: readonly ServiceNeed[]): Grid {
  const everybody = membersOf(book, table, [...table.employees.keys()])
    .map((one, row) => ({ ...one, orders: table.days.map((_, column) => orderAt(table, row, column)) }))
    .filter(({ days }) => days.some((one) => one !== null))
  const columns = table.days.flatMap((_, column) =>
    everybody.some(({ days }) => (days[column]?.standing ?? 'off') !== 'off') ? [column] : [],
  )
  const days = columns.map((column) => table.days[column] as Day)
  const people = everybody.map((one) => ({
    employee: one.employee,
    days: columns.map((column) => one.days[column] ?? null),
    orders: columns.map((column) => one.orders[column] ?? null),
  }))
  const shared = days.map((_, column) => people.some((one) => one.days[column]?.standing === 'turns'))
  const rows = people.map((one) => rowOf(one, shared))
  return {
    days,
    rows: rows.toSorted(
      (a, b) => Number(b.bound) - Number(a.bound) || a.unit.localeCompare(b.unit) || a.name.localeCompare(b.name, 'id'),
    ),
    seats: days.map((day, column) =>
      seatsOf(
        book,
        day,
        people.flatMap((one) => one.days[column] ?? []),
      ),
    ),
    counters: needs.map((need) => ({
      need,
      present: columns.map((_, column) => people.filter((one) => serves(need, one.days[column])).length),
      wanted: days.map((day) => wantedOn(need, day, book.world)),
    })),
    subUnits: subUnitsOf(rows),
  }
}

/** The order that holds at the end of a day. */
function orderAt(table: DecisionTable, row: number, column: number): GridOrder | null {
  const last = spansAt(table, row, column).findLast(({ finding }) => finding.override !== null)
  return last?.finding.override ? { ...last.finding.override, from: last.span.slice(0, 5) } : null
}

function decidedBy({ finding, standing }: Seated & { readonly standing: Standing }): GridCell['by'] {
  if (finding.override) return 'order'
  if (standing === 'turns') return 'turn'
  if (notWorking.has(finding.place)) return 'absence'
  return isGap(finding) ? 'usual' : 'clause'
}

function rowOf(
  { employee, days, orders }: Member & { readonly orders: readonly (GridOrder | null)[] },
  shared: readonly boolean[],
): GridRow {
  const cells = days.map(
    (one, column) => one && { place: one.finding.place, by: decidedBy(one), order: orders[column] ?? null },
  )
  const atOffice = cells.filter((cell) => cell?.place === 'office')
  const officeDays = cells.filter((cell, column) => cell?.place === 'office' && shared[column]).length
  const person = days.findLast((one) => one !== null)?.person
  return {
    employee,
    name: person?.name ?? employee,
    unit: person?.unit ?? '',
    cells,
    turns: atOffice.filter((cell) => cell?.by === 'turn').length,
    officeDays,
    otherOfficeDays: atOffice.length - officeDays,
    bound: cells.every((cell) => cell?.by !== 'turn'),
  }
}

const serves = ({ unit, position }: ServiceNeed, one: Seated | null | undefined): boolean =>
  one != null &&
  one.finding.place === 'office' &&
  unitCovers(unit, one.person.unit) &&
  (position === null || position === one.person.position)

function subUnitsOf(rows: readonly GridRow[]): Grid['subUnits'] {
  const counts = new Map<string, number>()
  for (const { unit } of rows) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].map(([unit, people]) => ({ unit, people })).toSorted((a, b) => a.unit.localeCompare(b.unit))
}
