/** How many people of a group are where on a day, and what is wrong. */
import { isGap, type Place } from './row.ts'
import type { Seated } from './seated.ts'

/** Everybody is counted at one place; those of whom no clause speaks stand in `gap` as well. */
export interface Tally {
  readonly staff: number
  readonly office: number
  readonly home: number
  readonly field: number
  readonly leave: number
  readonly off: number
  readonly turns: number
  /** No clause speaks: ordinary office work. */
  readonly gap: number
  readonly conflict: number
  readonly undetermined: number
}

const countedAs: Readonly<Record<Place, Exclude<keyof Tally, 'staff' | 'gap'>>> = {
  office: 'office',
  other_office: 'office',
  home: 'home',
  field: 'field',
  travel: 'field',
  leave: 'leave',
  education: 'leave',
  off: 'off',
  rotate: 'turns',
  conflict: 'conflict',
  undetermined: 'undetermined',
}

export function tallyOf(people: readonly Seated[]): Tally {
  const tally = {
    staff: people.length,
    office: 0,
    home: 0,
    field: 0,
    leave: 0,
    off: 0,
    turns: 0,
    gap: 0,
    conflict: 0,
    undetermined: 0,
  }
  for (const { finding } of people) {
    tally[countedAs[finding.place]]++
    if (isGap(finding)) tally.gap++
  }
  return tally
}
