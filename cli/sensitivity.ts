import type { Day } from '@piket/domain/calendar/day.ts'
import { middayOf, type Span } from '@piket/domain/decision/decide.ts'
import { type DecisionTable, decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { movedSeats } from '@piket/domain/decision/moved-seats.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import type { Seated } from '@piket/domain/decision/seated.ts'
import { substanceOf } from '@piket/domain/decision/substance.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { bookOf } from './book.ts'
import type { Ground } from './ground.ts'

/** What another answer to an open question would change. */
export interface Sensitivity {
  readonly question: string
  readonly reading: string
  /** People for whom some day would be another, or the seats for which they take turns, and the days of all of them. */
  readonly people: number
  readonly person_days: number
}

interface Looked {
  readonly simulate: Day
  readonly employees: readonly string[]
  readonly days: readonly Day[]
  readonly wanted: (employee: string, day: Day) => boolean
}

/** Every possible reading that is not in use, one row each, in the order of the documents. */
export function* sensitivityOf(ground: Ground, { simulate, employees, days, wanted }: Looked): Generator<Sensitivity> {
  const bookWith = (readings: Readonly<Record<string, string>>) =>
    bookOf(ground, { simulate, readings, withoutOtherReadings: true })
  const inUse = bookWith({})
  const used = decideList(inUse, employees, days)
  const agencies = seatedOf(inUse, days)
  for (const { id, doc } of ground.documents) {
    for (const question of doc.open_questions) {
      const key = `${id}/${question.id}`
      const chosen = ground.readings[key] ?? question.used
      for (const reading of question.readings) {
        if (reading.id === chosen || reading.impossible !== undefined) continue
        const other = bookWith({ [key]: reading.id })
        const seats = new Set(
          agencies.flatMap(({ day, people }) =>
            (movedSeats(inUse, [{ key, versions: other.versions }], day, people).get(key) ?? []).map(
              (employee) => `${employee} ${day}`,
            ),
          ),
        )
        const changed = changesBetween({ before: used, after: decideList(other, employees, days), seats }, wanted)
        yield { question: key, reading: reading.id, ...changed }
      }
    }
  }
}

/** Everybody of each agency on each day, where a quota speaks at all. */
function seatedOf(book: Rulebook, days: readonly Day[]): { day: Day; people: readonly Seated[] }[] {
  if (!book.versions.some(({ doc }) => doc.clauses.some(({ kind }) => kind === 'quota'))) return []
  const { world } = book
  const table = decideList(book, world.staff.ids.toSorted(), days)
  return days.flatMap((day, column) => {
    const agencies = new Map<string, Seated[]>()
    for (const [row, employee] of table.employees.entries()) {
      const [person, finding] = [employeeOn(world, employee, day), middayOf(spansAt(table, row, column))]
      if (!person || !finding) continue
      const agency = agencyOf(person.unit)
      const own = agencies.get(agency)
      if (own) own.push({ person, finding })
      else agencies.set(agency, [{ person, finding }])
    }
    return [...agencies.values()].map((people) => ({ day, people }))
  })
}

interface Sides {
  readonly before: DecisionTable
  readonly after: DecisionTable
  /** `employee day` of those for whose turns other seats are left. */
  readonly seats: ReadonlySet<string>
}

function changesBetween({ before, after, seats }: Sides, wanted: Looked['wanted']) {
  const { employees, days } = before
  const alike = new Map<string, boolean>()
  const same = (one: number, other: number) => {
    const key = `${one} ${other}`
    const known = alike.get(key)
    if (known !== undefined) return known
    const made = said(before.answers[one]) === said(after.answers[other])
    alike.set(key, made)
    return made
  }
  let people = 0
  let personDays = 0
  for (const [row, employee] of employees.entries()) {
    const changed = days.filter(
      (day, column) =>
        wanted(employee, day) &&
        (seats.has(`${employee} ${day}`) || !same(before.lines[row]?.[column] ?? -1, after.lines[row]?.[column] ?? -1)),
    ).length
    personDays += changed
    if (changed > 0) people++
  }
  return { people, person_days: personDays }
}

const said = (spans: readonly Span[] = []) =>
  JSON.stringify(spans.map(({ span, finding }) => [span, substanceOf(finding)]))
