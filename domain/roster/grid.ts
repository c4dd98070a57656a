/** A unit over a stretch of days: who works where, how many seats are taken, and who stands at the counters. */
import type { Day } from '../calendar/day.ts'
import type { DecisionTable } from '../decision/decide-list.ts'
import type { Place } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { type Seated, type Seats, seatsOf } from '../decision/seats.ts'
import { unitCovers } from '../staff/facts.ts'
import { type Member, membersOf, type ServiceNeed, wantedOn } from './lineup.ts'

export interface GridCell {
  readonly place: Place
  /** Decided by a clause or an order, not by the draw. */
  readonly fixed: boolean
}

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
  const everybody = membersOf(book, table, [...table.employees.keys()]).filter(({ days }) =>
    days.some((one) => one !== null),
  )
  const columns = table.days.flatMap((_, column) =>
    everybody.some(({ days }) => (days[column]?.standing ?? 'off') !== 'off') ? [column] : [],
  )
  const days = columns.map((column) => table.days[column] as Day)
  const people = everybody.map((one) => ({ ...one, days: columns.map((column) => one.days[column] ?? null) }))
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

function rowOf({ employee, days }: Member, shared: readonly boolean[]): GridRow {
  const cells = days.map((one) => one && { place: one.finding.place, fixed: one.standing !== 'turns' })
  const atOffice = cells.filter((cell) => cell?.place === 'office')
  const officeDays = cells.filter((cell, column) => cell?.place === 'office' && shared[column]).length
  const person = days.findLast((one) => one !== null)?.person
  return {
    employee,
    name: person?.name ?? employee,
    unit: person?.unit ?? '',
    cells,
    turns: atOffice.filter((cell) => !cell?.fixed).length,
    officeDays,
    otherOfficeDays: atOffice.length - officeDays,
    bound: cells.every((cell) => cell === null || cell.fixed),
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
