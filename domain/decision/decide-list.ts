/** The answers for many people over a period: decided once for each group and kind of day, then handed out. */
import { addDays, type Day, within } from '../calendar/day.ts'
import type { EmployeeRecord } from '../staff/facts.ts'
import { contextOf } from './context.ts'
import { type Span, spansOf } from './decide.ts'
import { grouping } from './grouping.ts'
import type { Row } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { rowAtPosition } from './world.ts'

/** Decisions of a list of people over a list of days. */
export interface DecisionTable {
  readonly employees: readonly string[]
  readonly days: readonly Day[]
  /** Every distinct answer, once. */
  readonly answers: readonly (readonly Span[])[]
  /** By person: the number of the answer on each day; -1 when not employed then. People of one group share a line. */
  readonly lines: readonly Int32Array[]
}

/**
 * Decides for everybody on every day. The same answers as `decide`, person by person.
 * @param employees ids; `world.staff.ids` for the whole list is walked without a look-up for each
 */
export function decideList(book: Rulebook, employees: readonly string[], days: readonly Day[]): DecisionTable {
  const { staff } = book.world
  const versions = [book.versions, ...book.others.map((other) => other.versions)].flat()
  const contextAt = contextOf(book)
  const contexts = days.map(contextAt)
  const context = contexts.map((one) => contexts.indexOf(one))
  const answers: (readonly Span[])[] = []
  const positions =
    employees === staff.ids ? null : Int32Array.from(employees, (employee) => staff.positionOf(employee) ?? -1)
  const nowhere = new Int32Array(days.length).fill(-1)
  const lines = new Array<Int32Array>(employees.length).fill(nowhere)
  const stretches = stretchesOf(book, days)

  for (const { from, to } of stretches) {
    const first = days[from] as Day
    const last = days[to - 1] as Day
    const groups = grouping(versions, book.world, first, last)
    /** Numbers of answers by context of the day, then by what makes people alike. */
    const known = days.map(() => new Map<string, number>())
    const answer = (person: EmployeeRecord, column: number) =>
      answers.push(spansOf(book, person, days[column] as Day)) - 1
    const answerOf = (row: number, person: EmployeeRecord, column: number): number => {
      const alike = groups.keyOf(row, person, days[column] as Day)
      if (alike === null) return answer(person, column)
      const inContext = known[context[column] as number] as Map<string, number>
      let number = inContext.get(alike)
      if (number === undefined) {
        number = answer(person, column)
        inContext.set(alike, number)
      }
      return number
    }
    const shared: Int32Array[] = []
    /** The line of a whole group in the stretch, worked out when its first member appears. */
    const lineOf = (group: number, row: number): Int32Array => {
      const line = nowhere.slice()
      // Somebody like them without records of their own: what holds for nobody in particular holds for all.
      const anybody = { ...(staff.records[row] as EmployeeRecord), employee: '' }
      for (let column = from; column < to; column++) line[column] = answerOf(row, anybody, column)
      shared[group] = line
      return line
    }
    for (let one = 0; one < employees.length; one++) {
      const position = positions ? (positions[one] as number) : one
      if (position < 0) continue
      const row = staff.newest[position] as number
      const apart = groups.daysApart(position)
      let line: Int32Array | undefined
      if (apart) {
        const group = groups.groupOf(row)
        line = shared[group] ?? lineOf(group, row)
        if (apart.length === 0 && stretches.length === 1) {
          lines[one] = line
          continue
        }
      }
      const own = lines[one] === nowhere ? nowhere.slice() : (lines[one] as Int32Array)
      lines[one] = own
      if (line) own.set(line.subarray(from, to), from)
      for (let column = from; column < to; column++) {
        const day = days[column] as Day
        if (apart && !apart.some((period) => within(day, period))) continue
        const holds = rowAtPosition(staff, position, day)
        if (holds === undefined) continue
        own[column] = answerOf(holds, staff.records[holds] as EmployeeRecord, column)
      }
    }
  }
  return { employees, days, answers, lines }
}

const nothing: readonly Span[] = []

/** What holds for one person on one day; nothing when not employed then. */
export const spansAt = ({ answers, lines }: DecisionTable, person: number, day: number): readonly Span[] =>
  answers[lines[person]?.[day] ?? -1] ?? nothing

/** The rows of one person on one day. */
export function rowsAt(table: DecisionTable, person: number, day: number): Row[] {
  const employee = table.employees[person] as string
  const date = table.days[day] as Day
  return spansAt(table, person, day).map(({ span, finding }) => ({ employee, date, span, ...finding }))
}

/** The days cut where a unit begins, ends or changes, and where others become heads: inside a stretch both stay. */
function stretchesOf({ world }: Rulebook, days: readonly Day[]): { from: number; to: number }[] {
  const cuts = new Set<string>()
  for (const records of world.units.values()) {
    for (const { from, until } of records) {
      if (from !== null) cuts.add(from)
      if (until !== null) cuts.add(addDays(until, 1))
    }
  }
  for (const { from } of world.facts.settings.datedHeads ?? []) if (from !== null) cuts.add(from)
  const sorted = [...cuts].toSorted()
  const isCut = (day: Day, before: Day | undefined) =>
    before === undefined || sorted.some((cut) => before < cut && cut <= day)
  const starts = days.flatMap((day, position) => (isCut(day, days[position - 1]) ? [position] : []))
  return starts.map((from, number) => ({ from, to: starts[number + 1] ?? days.length }))
}
