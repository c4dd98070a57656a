/** Units that cannot do what the rules ask of them, in numbers: before a document is signed, this is told first. */
import type { Day } from '../calendar/day.ts'
import { agencyOf } from '../staff/facts.ts'
import type { ClauseRef } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import type { Seated } from './seated.ts'
import { type Seats, seatsOf } from './seats.ts'

/**
 * `too_many`: more must come than a quota lets in. `too_few`: a quota wants more in than can come. `clash`: the most that
 * one quota lets in is fewer than another one wants.
 */
export type StrainKind = 'too_many' | 'too_few' | 'clash'

export interface Strain extends ClauseRef {
  readonly kind: StrainKind
  readonly agency: string
  /** How many the clause lets in, or wants in. */
  readonly bound: number
  /** How many must come, can come, or are wanted by the other clause. */
  readonly people: number
  /** Everybody who works that day. */
  readonly staff: number
}

/** The agencies of a region that a day's rules ask the impossible of, the largest first. */
export function strainsOn(book: Rulebook, day: Day, people: readonly Seated[]): Strain[] {
  const agencies = new Map<string, Seated[]>()
  for (const one of people) {
    const agency = agencyOf(one.person.unit)
    const own = agencies.get(agency)
    if (own) own.push(one)
    else agencies.set(agency, [one])
  }
  return [...agencies]
    .flatMap(([agency, own]) => {
      const strain = strainOf(seatsOf(book, day, own, people), own)
      return strain ? [{ agency, ...strain }] : []
    })
    .toSorted((a, b) => b.staff - a.staff || a.agency.localeCompare(b.agency))
}

function strainOf({ staff, atOffice, limits }: Seats, people: readonly Seated[]): Omit<Strain, 'agency'> | undefined {
  if (!limits) return undefined
  const { min, max, excess, clause, minClause } = limits
  if (min > max) return { kind: 'clash', ...minClause, bound: max, people: min, staff }
  if (excess && excess.byClause > 0)
    return { kind: 'too_many', ...clause, bound: max, people: max + excess.byClause, staff }
  const canCome = atOffice + people.filter(({ finding }) => finding.place === 'rotate').length
  return canCome < min ? { kind: 'too_few', ...minClause, bound: min, people: canCome, staff } : undefined
}
