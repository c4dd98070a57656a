/** The answer for a person and a day. */
import type { Day } from '../calendar/day.ts'
import type { EmployeeRecord } from '../staff/facts.ts'
import { type Asked, askedOf, decideAt, placeAt } from './decide-at.ts'
import type { Finding, Row } from './row.ts'
import { type Rulebook, timesOf } from './rulebook.ts'
import { employeeOn } from './world.ts'

/** A part of a day and what holds in it. */
export interface Span {
  /** `HH:MM-HH:MM` */
  readonly span: string
  readonly finding: Finding
}

/** What holds in the middle of a day: boards count whole days, and a roster deals them. */
export const middayOf = (spans: readonly Span[]): Finding | undefined => findingIn(spans, '12:00')

/** What holds at a time of the day. */
export const findingIn = (spans: readonly Span[], time: string): Finding | undefined =>
  spans.find(({ span }) => span.slice(0, 5) <= time && time < span.slice(6))?.finding

/** The day cut at every time that occurs, equal neighbours joined. */
export function spansOf(book: Rulebook, person: EmployeeRecord, day: Day): Span[] {
  const times = timesOf(book, day, person.employee)
  const spans: (Span & { said: string })[] = []
  for (const [position, time] of times.entries()) {
    const finding = findingAt(book, person, day, time)
    const said = times.length === 1 ? '' : JSON.stringify(finding)
    const end = times[position + 1] ?? '24:00'
    const last = spans.at(-1)
    if (last?.said === said) spans.splice(-1, 1, { ...last, span: `${last.span.slice(0, 5)}-${end}` })
    else spans.push({ span: `${time}-${end}`, finding, said })
  }
  return spans.map(({ span, finding }) => ({ span, finding }))
}

function findingAt(book: Rulebook, person: EmployeeRecord, day: Day, time: string): Finding {
  const scene = () => ({ person, day, time, world: book.world, unknown: new Set<string>() })
  const finding = decideAt(book.versions, scene())
  const readings = book.others.flatMap(({ key, versions }) => {
    const other = placeAt(versions, scene())
    return other.place === finding.place && other.force === finding.force ? [] : [`${key}=${other.place}`]
  })
  return { ...finding, readings }
}

/**
 * One row for each part of the day in which the answer stays the same.
 * @returns no row when the person is not employed on that day
 */
export function decide(book: Rulebook, employee: string, day: Day): Row[] {
  const person = employeeOn(book.world, employee, day)
  if (!person) return []
  return spansOf(book, person, day).map(({ span, finding }) => ({ employee, date: day, span, ...finding }))
}

/** How each placement clause was asked for a person at a time: the raw matter of an explanation. */
export function askedAt(book: Rulebook, employee: string, day: Day, time: string): readonly Asked[] {
  const person = employeeOn(book.world, employee, day)
  if (!person) return []
  return askedOf(book.versions, { person, day, time, world: book.world, unknown: new Set() })
}
