/** Whom a change of the rules moves: two tables of decisions over the same people and days, laid side by side. */
import { findingIn, type Span } from './decide.ts'
import type { DecisionTable } from './decide-list.ts'
import { type Finding, isGap, type Place } from './row.ts'
import { substanceOf } from './substance.ts'

/** People, each counted once under every heading that is true of them on some day. */
export interface Moves {
  /** Everybody who is employed on any of the days. */
  readonly people: number
  readonly toHome: number
  readonly toOffice: number
  /** A roster settles the day from now on. */
  readonly toTurns: number
  readonly elsewhere: number
  /** The place stays on every day, but the hours, the strength, a duty, a ban or a service is another one. */
  readonly otherwise: number
  /** Nothing changes for them. */
  readonly same: number
  /** After the change: nobody can say where, for something is not known or not decided. */
  readonly undetermined: number
  readonly conflict: number
  /** After the change: no clause speaks of them on some working day. */
  readonly gap: number
  /** Days of people whose place is another one. */
  readonly personDays: number
}

/** People whose place is another one on some day. */
export const movedPeople = ({ people, same, otherwise }: Moves): number => people - same - otherwise

const bits = {
  toHome: 1,
  toOffice: 2,
  toTurns: 4,
  elsewhere: 8,
  otherwise: 16,
  undetermined: 32,
  conflict: 64,
  gap: 128,
  /** Nobody can say any more where somebody could before. */
  opened: 256,
} as const
type Bit = keyof typeof bits
type Heading = Exclude<Bit, 'opened'>
const headings = Object.keys(bits).filter((name): name is Heading => name !== 'opened')
const moved = bits.toHome | bits.toOffice | bits.toTurns | bits.elsewhere

const movedTo: Partial<Record<Place, Heading>> = {
  home: 'toHome',
  office: 'toOffice',
  other_office: 'elsewhere',
  field: 'elsewhere',
  rotate: 'toTurns',
}

/** What a day is like after the change, and how it differs from before, in any of its parts. */
function bitsOfDay(before: readonly Span[], after: readonly Span[]): number {
  const [old, fresh] = [before[0], after[0]]
  if (before.length <= 1 && after.length <= 1) return bitsOf(old?.finding, fresh?.finding)
  const times = new Set([...before, ...after].map(({ span }) => span.slice(0, 5)))
  let found = 0
  for (const time of times) found |= bitsOf(findingIn(before, time), findingIn(after, time))
  return found
}

const isOpen = ({ place }: Finding): boolean => place === 'undetermined' || place === 'conflict'

function bitsOf(before: Finding | undefined, after: Finding | undefined): number {
  if (!after) return 0
  let found = 0
  if (after.place === 'undetermined') found |= bits.undetermined
  if (after.place === 'conflict') found |= bits.conflict
  if (isGap(after)) found |= bits.gap
  if (!before) return found
  if (isOpen(after) && !isOpen(before)) found |= bits.opened
  const to = movedTo[after.place]
  if (before.place !== after.place) return to === undefined ? found : found | bits[to]
  return JSON.stringify(substanceOf(before)) === JSON.stringify(substanceOf(after)) ? found : found | bits.otherwise
}

/** Days of a person: under which headings they fall, and on how many they are moved. */
interface Line {
  readonly bits: number
  readonly moved: number
}

/**
 * Counts whom a change moves, each day in all of its parts.
 * @param before decisions without the change
 * @param after decisions with it, of the same people on the same days
 * @param among counts these positions of the list alone; default: everybody
 */
export function movesBetween(before: DecisionTable, after: DecisionTable, among?: Iterable<number>): Moves {
  const cells = new Map<number, number>()
  const cellOf = (old: number, fresh: number): number => {
    const key = old * after.answers.length + fresh
    const known = cells.get(key)
    if (known !== undefined) return known
    const made = bitsOfDay(before.answers[old] ?? [], after.answers[fresh] ?? [])
    cells.set(key, made)
    return made
  }
  // Most people share a line with many others: each pair of lines is walked once.
  const lines = new Map<Int32Array, Map<Int32Array, Line | null>>()
  const lineOf = (old: Int32Array, fresh: Int32Array): Line | null => {
    const known = lines.get(old) ?? new Map<Int32Array, Line | null>()
    lines.set(old, known)
    const found = known.get(fresh)
    if (found !== undefined) return found
    const made = walked(old, fresh, cellOf)
    known.set(fresh, made)
    return made
  }
  const count = { people: 0, same: 0, personDays: 0 }
  const under = Object.fromEntries(headings.map((name) => [name, 0])) as Record<Heading, number>
  for (const one of among ?? after.employees.keys()) {
    const line = lineOf(before.lines[one] as Int32Array, after.lines[one] as Int32Array)
    if (line === null) continue
    count.people++
    count.personDays += line.moved
    if ((line.bits & (moved | bits.otherwise | bits.opened)) === 0) count.same++
    for (const name of headings) {
      if ((line.bits & bits[name]) === 0) continue
      // Whoever is moved notices the rest with it.
      if (name !== 'otherwise' || (line.bits & moved) === 0) under[name]++
    }
  }
  return { ...count, ...under }
}

/** The days of one pair of lines; null: employed on none of them. */
function walked(old: Int32Array, fresh: Int32Array, cellOf: (old: number, fresh: number) => number): Line | null {
  let found = 0
  let days = 0
  let employed = false
  for (let day = 0; day < fresh.length; day++) {
    const [one, other] = [old[day] as number, fresh[day] as number]
    if (other < 0) continue
    employed = true
    const cell = cellOf(one, other)
    found |= cell
    if ((cell & moved) !== 0) days++
  }
  return employed ? { bits: found, moved: days } : null
}
