/** Rows that differ between two rulebooks. */
import type { Day } from '../calendar/day.ts'
import { findingFields } from '../messages/finding-words.ts'
import { findingIn, type Span } from './decide.ts'
import { decideList, spansAt } from './decide-list.ts'
import type { Finding } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { substanceOf } from './substance.ts'

/** A part of a day that changes. Before or after is null where the person is not employed. */
export interface Change {
  readonly employee: string
  readonly date: Day
  readonly span: string
  readonly before_place: string | null
  readonly before_force: string | null
  readonly before_clause: readonly string[]
  readonly after_place: string | null
  readonly after_force: string | null
  readonly after_clause: readonly string[]
  readonly changed: readonly string[]
}

export interface Compared {
  readonly employees: readonly string[]
  readonly days: readonly Day[]
  readonly wanted: (employee: string, day: Day) => boolean
  /** Whether both sides are about one document: then its name and clauses must not change either. */
  readonly same: boolean
}

/** A row that changes, and which of its fields the person notices: not which clause says so. */
export interface Changed {
  readonly row: Change
  readonly noticed: readonly string[]
}

interface Difference {
  readonly row: Omit<Change, 'employee' | 'date' | 'span'>
  readonly span: string
  readonly noticed: readonly string[]
}

/** Every row that differs, by person, day and span. */
export function* changesOf(
  { before, after }: { readonly before: Rulebook; readonly after: Rulebook },
  { employees, days, wanted, same }: Compared,
): Generator<Changed> {
  const tables = { before: decideList(before, employees, days), after: decideList(after, employees, days) }
  const compared = new Map<string, readonly Difference[]>()
  for (const [row, employee] of employees.entries()) {
    for (const [column, date] of days.entries()) {
      if (!wanted(employee, date)) continue
      const key = `${tables.before.lines[row]?.[column]} ${tables.after.lines[row]?.[column]}`
      const known = compared.get(key)
      const differences =
        known ?? differencesOf(spansAt(tables.before, row, column), spansAt(tables.after, row, column), same)
      if (!known) compared.set(key, differences)
      for (const { row: own, span, noticed } of differences) yield { row: { employee, date, span, ...own }, noticed }
    }
  }
}

/** Cuts both days at all of their times, and joins neighbours that change alike. */
function differencesOf(before: readonly Span[], after: readonly Span[], same: boolean): Difference[] {
  const times = [...new Set([...before, ...after].map(({ span }) => span.slice(0, 5)))].toSorted()
  const found: Difference[] = []
  for (const [position, time] of times.entries()) {
    const end = times[position + 1] ?? '24:00'
    const [old, fresh] = [findingIn(before, time), findingIn(after, time)]
    const changed = changedFields(old, fresh, same)
    if (changed.length === 0) continue
    const row = describe(old, fresh, changed)
    const last = found.at(-1)
    if (last?.span.endsWith(time) && JSON.stringify(last.row) === JSON.stringify(row))
      found.splice(-1, 1, { ...last, span: `${last.span.slice(0, 5)}-${end}` })
    else found.push({ row, span: `${time}-${end}`, noticed: noticedIn(old, fresh) })
  }
  return found
}

const compared = findingFields.filter((field) => field !== 'known' && field !== 'readings')

function changedFields(before: Finding | undefined, after: Finding | undefined, same: boolean): string[] {
  if (!before || !after) return before === after ? [] : ['place']
  if (!same && JSON.stringify(substanceOf(before)) === JSON.stringify(substanceOf(after))) return []
  return compared.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

/** Parts of the substance that differ; a person who comes or goes changes place. */
function noticedIn(before: Finding | undefined, after: Finding | undefined): string[] {
  if (!before || !after) return ['place']
  const [old, fresh] = [substanceOf(before), substanceOf(after)]
  return Object.keys(old).filter((field) => {
    const part = field as keyof typeof old
    return JSON.stringify(old[part]) !== JSON.stringify(fresh[part])
  })
}

const describe = (before: Finding | undefined, after: Finding | undefined, changed: readonly string[]) => ({
  before_place: before?.place ?? null,
  before_force: before?.force ?? null,
  before_clause: clausesOf(before),
  after_place: after?.place ?? null,
  after_force: after?.force ?? null,
  after_clause: clausesOf(after),
  changed,
})

const clausesOf = (finding: Finding | undefined) => finding?.clause ?? []

/** How many people and person-days move from one place and strength to another. */
export interface ChangeSum extends Pick<Change, 'before_place' | 'before_force' | 'after_place' | 'after_force'> {
  /** Fields that somebody among them notices; where nobody does, every field that differs. */
  readonly changed: readonly string[]
  readonly people: number
  readonly person_days: number
}

interface Summed {
  readonly sums: ChangeSum[]
  readonly people: number
  readonly personDays: number
}

/** Sums changes as they come, by person and then by day. */
export function summing(): { add(changed: Changed): void; sums(): Summed } {
  const byChange = new Map<string, { from: Change; changed: Set<string>; people: Counting; days: Counting }>()
  const [people, days] = [counting(), counting()]
  return {
    add({ row, noticed }) {
      const key = [row.before_place, row.before_force, row.after_place, row.after_force].join(' ')
      const fresh = { from: row, changed: new Set<string>(), people: counting(), days: counting() }
      const own = byChange.get(key) ?? fresh
      byChange.set(key, own)
      for (const field of noticed.length > 0 ? noticed : row.changed) own.changed.add(field)
      for (const count of [own.people, people]) count.see(row.employee)
      for (const count of [own.days, days]) count.see(`${row.employee} ${row.date}`)
    },
    sums: () => ({
      people: people.count(),
      personDays: days.count(),
      sums: [...byChange]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { from, ...own }]) => ({
          before_place: from.before_place,
          before_force: from.before_force,
          after_place: from.after_place,
          after_force: from.after_force,
          changed: findingFields.filter((field) => own.changed.has(field)),
          people: own.people.count(),
          person_days: own.days.count(),
        })),
    }),
  }
}

interface Counting {
  see(one: string): void
  count(): number
}

/** Counts distinct values that come one after the other. */
function counting(): Counting {
  let last: string | undefined
  let count = 0
  return {
    see(one) {
      if (one !== last) count++
      last = one
    },
    count: () => count,
  }
}

export function summed(changes: Iterable<Changed>): Summed {
  const sum = summing()
  for (const change of changes) sum.add(change)
  return sum.sums()
}
