/** Whom a change of the rules moves: two tables of decisions over the same people and days, laid side by side. */
import { middayOf } from './decide.ts'
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
} as const
type Bit = keyof typeof bits
const moved = bits.toHome | bits.toOffice | bits.toTurns | bits.elsewhere

const movedTo: Partial<Record<Place, Bit>> = {
  home: 'toHome',
  office: 'toOffice',
  other_office: 'elsewhere',
  field: 'elsewhere',
  rotate: 'toTurns',
}

/** What a day is like after the change, and how it differs from before. */
function bitsOf(before: Finding | undefined, after: Finding | undefined): number {
  if (!after) return 0
  let found = 0
  if (after.place === 'undetermined') found |= bits.undetermined
  if (after.place === 'conflict') found |= bits.conflict
  if (isGap(after)) found |= bits.gap
  if (!before) return found
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
 * Counts whom a change moves, as in the middle of each day.
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
    const made = bitsOf(middayOf(before.answers[old] ?? []), middayOf(after.answers[fresh] ?? []))
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
  const under = Object.fromEntries(Object.keys(bits).map((name) => [name, 0])) as Record<Bit, number>
  for (const one of among ?? after.employees.keys()) {
    const line = lineOf(before.lines[one] as Int32Array, after.lines[one] as Int32Array)
    if (line === null) continue
    count.people++
    count.personDays += line.moved
    if ((line.bits & (moved | bits.otherwise)) === 0) count.same++
    for (const [name, bit] of Object.entries(bits) as [Bit, number][]) {
      if ((line.bits & bit) === 0) continue
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
