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
  /** Answer of person p on day d at `p * days.length + d`; -1 when not employed that day. */
  readonly index: Int32Array
}

/**
 * Decides for everybody on every day. The same answers as `decide`, person by person.
 * @param employees ids; `world.staff.ids` for the whole list is walked without a look-up for each
 */
export function decideList(book: Rulebook, employees: readonly string[], days: readonly Day[]): DecisionTable {
  const index = new Int32Array(employees.length * days.length).fill(-1)
  const answers: (readonly Span[])[] = []
  const known = new Map<string, number>()
  const contextAt = contextOf(book)
  const contexts = days.map(contextAt)
  const context = contexts.map((one) => contexts.indexOf(one))
  const add = (spans: readonly Span[]) => answers.push(spans) - 1
  const { staff } = book.world
  const positions =
    employees === staff.ids ? null : Int32Array.from(employees, (employee) => staff.positions.get(employee) ?? -1)

  for (const [stretch, { from, to }] of stretchesOf(book, days).entries()) {
    const first = days[from] as Day
    const last = days[to - 1] as Day
    const versions = [book.versions, ...book.others.map((other) => other.versions)].flat()
    const groups = grouping(versions, book.world, first, last)
    const answerOf = (person: EmployeeRecord, group: number, position: number, apart: string) => {
      const key = `${stretch} ${group} ${context[position]} ${apart}`
      const found = known.get(key)
      if (found !== undefined) return found
      const made = add(spansOf(book, person, days[position] as Day))
      known.set(key, made)
      return made
    }
    const shared: Int32Array[] = []
    /** The answers of a whole group on the days of the stretch, worked out when its first member appears. */
    const sharedBy = (group: number, person: EmployeeRecord) => {
      // Somebody like them without records of their own: what holds for nobody in particular holds for all.
      const anybody = { ...person, employee: '' }
      shared[group] ??= Int32Array.from({ length: to - from }, (_, offset) =>
        answerOf(anybody, group, from + offset, ''),
      )
      return shared[group]
    }
    for (let one = 0; one < employees.length; one++) {
      const start = one * days.length
      const person = positions ? (positions[one] as number) : one
      if (person < 0) continue
      const only = staff.several.has(person) ? -1 : (staff.newest[person] as number)
      const record = staff.records[only]
      const apart = record && covers(record, first, last) ? groups.daysApart(record) : null
      if (record && apart) {
        const group = groups.groupOf(only)
        index.set(shared[group] ?? sharedBy(group, record), start + from)
        if (apart.length === 0) continue
      }
      for (let position = from; position < to; position++) {
        const day = days[position] as Day
        if (apart && !apart.some((period) => within(day, period))) continue
        const row = rowAtPosition(staff, person, day)
        if (row === undefined) continue
        const then = staff.records[row] as EmployeeRecord
        const key = groups.apart(then, day)
        index[start + position] =
          key === null ? add(spansOf(book, then, day)) : answerOf(then, groups.groupOf(row), position, key)
      }
    }
  }
  return { employees, days, answers, index }
}

/** The rows of one person on one day. */
export function rowsAt({ employees, days, answers, index }: DecisionTable, person: number, day: number): Row[] {
  const spans = answers[index[person * days.length + day] as number] ?? []
  const employee = employees[person] as string
  const date = days[day] as Day
  return spans.map(({ span, finding }) => ({ employee, date, span, ...finding }))
}

const covers = ({ from, until }: EmployeeRecord, first: Day, last: Day) =>
  (from === null || from <= first) && (until === null || last <= until)

/** The days cut where a unit begins, ends or changes: inside a stretch every unit stays as it is. */
function stretchesOf({ world }: Rulebook, days: readonly Day[]): { from: number; to: number }[] {
  const cuts = new Set<string>()
  for (const records of world.units.values()) {
    for (const { from, until } of records) {
      if (from !== null) cuts.add(from)
      if (until !== null) cuts.add(addDays(until, 1))
    }
  }
  const sorted = [...cuts].toSorted()
  const isCut = (day: Day, before: Day | undefined) =>
    before === undefined || sorted.some((cut) => before < cut && cut <= day)
  const starts = days.flatMap((day, position) => (isCut(day, days[position - 1]) ? [position] : []))
  return starts.map((from, number) => ({ from, to: starts[number + 1] ?? days.length }))
}
