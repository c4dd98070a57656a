import type { Day } from '@piket/domain/calendar/day.ts'
import type { Span } from '@piket/domain/decision/decide.ts'
import { type DecisionTable, decideList } from '@piket/domain/decision/decide-list.ts'
import { substanceOf } from '@piket/domain/decision/substance.ts'
import { bookOf } from './book.ts'
import type { Ground } from './ground.ts'

/** What another answer to an open question would change. */
export interface Sensitivity {
  readonly question: string
  readonly reading: string
  /** People for whom some day would be another, and the days of all of them. */
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
  const decided = (readings: Readonly<Record<string, string>>) =>
    decideList(bookOf(ground, { simulate, readings, withoutOtherReadings: true }), employees, days)
  const used = decided({})
  for (const { id, doc } of ground.documents) {
    for (const question of doc.open_questions) {
      const key = `${id}/${question.id}`
      const inUse = ground.readings[key] ?? question.used
      for (const reading of question.readings) {
        if (reading.id === inUse || reading.impossible !== undefined) continue
        yield { question: key, reading: reading.id, ...changesBetween(used, decided({ [key]: reading.id }), wanted) }
      }
    }
  }
}

function changesBetween(before: DecisionTable, after: DecisionTable, wanted: Looked['wanted']) {
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
        wanted(employee, day) && !same(before.lines[row]?.[column] ?? -1, after.lines[row]?.[column] ?? -1),
    ).length
    personDays += changed
    if (changed > 0) people++
  }
  return { people, person_days: personDays }
}

const said = (spans: readonly Span[] = []) =>
  JSON.stringify(spans.map(({ span, finding }) => [span, substanceOf(finding)]))
