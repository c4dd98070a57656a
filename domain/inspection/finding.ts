/**
 * What an inspection found, in both directions: people who were to be there and were not, and people who were there and
 * were to be at home. A finding states; it judges nobody. What follows from it is decided elsewhere, after a reply.
 */
import type { Place } from '../decision/row.ts'
import type { Standing } from './mark.ts'

/** `not_found`: was to be at the office. `should_be_home`: was at the office. */
export type FindingKind = 'not_found' | 'should_be_home'

/** A person of the list that inspectors carry. */
export interface Expected {
  readonly person: string
  /** Where the person is to be when the list is made. */
  readonly place: Place
  /** A letter or a recall that puts them elsewhere than their clause does. */
  readonly excused: boolean
  /** The clause that places them; empty: it is for the person alone to know. */
  readonly circular: string | null
  readonly clause: readonly string[]
}

export interface Finding {
  readonly kind: FindingKind
  readonly circular: string | null
  readonly clause: readonly string[]
  readonly people: readonly string[]
}

const isAtOffice = (place: Place): boolean => place === 'office' || place === 'other_office'

function kindOf({ place, excused }: Expected, standing: Standing | undefined): FindingKind | undefined {
  if (!standing || excused) return undefined
  const { kind } = standing.mark
  if (isAtOffice(place) && kind === 'absent') return 'not_found'
  if (place === 'home' && (kind === 'found' || kind === 'misplaced')) return 'should_be_home'
  return undefined
}

/**
 * What marks amount to, a finding for each direction and clause. Who was not marked is in none: not looked for is not
 * missing.
 */
export function findingsOf(list: readonly Expected[], standing: ReadonlyMap<string, Standing>): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const one of list) {
    const kind = kindOf(one, standing.get(one.person))
    if (!kind) continue
    const key = JSON.stringify([kind, one.circular, one.clause])
    const { circular, clause } = one
    found.set(key, { kind, circular, clause, people: [...(found.get(key)?.people ?? []), one.person] })
  }
  return [...found.values()]
}

/** How many of the list are present, and how many were to be. */
export interface Presence {
  readonly expected: number
  readonly found: number
  readonly letters: number
  readonly unmarked: number
}

/** What is counted of the people who were to be at the office, and of all who were found there. */
export function presenceOf(list: readonly Expected[], standing: ReadonlyMap<string, Standing>): Presence {
  const due = list.filter(({ place }) => isAtOffice(place))
  const kinds = list.map(({ person }) => standing.get(person)?.mark.kind)
  return {
    expected: due.length,
    found: kinds.filter((kind) => kind === 'found' || kind === 'misplaced').length,
    letters: kinds.filter((kind) => kind === 'letter').length,
    unmarked: due.filter(({ person }) => !standing.has(person)).length,
  }
}
