/** Units that cannot do what the rules ask of them, in numbers: before a document is signed, this is told first. */
import type { AgencyDay } from './office-day.ts'
import type { ClauseRef } from './row.ts'
import type { QuotaSeats } from './seats.ts'
import { isShort, openAmong, turningAmong } from './turn-range.ts'

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
export const strainsOn = (agencies: readonly AgencyDay[]): Strain[] =>
  agencies.flatMap((one) => strainOf(one) ?? []).toSorted(largestFirst)

/** The largest agencies first. */
export const largestFirst = (a: Strain, b: Strain): number => b.staff - a.staff || a.agency.localeCompare(b.agency)

/** What a day's rules ask of an agency that it cannot do, of all of it or of some of its people; undefined: nothing. */
export function strainOf({ agency, people, seats }: AgencyDay): Strain | undefined {
  const { staff, atOffice, limits, quotas } = seats
  // Of whom nobody can say where they are, nobody can say that they do not come.
  if (openAmong(people) > 0) return undefined
  const turning = turningAmong(people)
  if (limits) {
    const { min, max, excess, clause, minClause } = limits
    if (min > max) return { agency, kind: 'clash', ...minClause, bound: max, people: min, staff }
    if (excess && excess.byClause > 0)
      return { agency, kind: 'too_many', ...clause, bound: max, people: max + excess.byClause, staff }
    const canCome = atOffice + turning.length
    if (canCome < min) return { agency, kind: 'too_few', ...minClause, bound: min, people: canCome, staff }
  }
  const strained = quotas.flatMap((quota) => groupStrain(quota, turning) ?? [])
  const [worst] = strained.toSorted((a, b) => Math.abs(b.people - b.bound) - Math.abs(a.people - a.bound))
  return worst && { agency, staff, ...worst }
}

/** The same of a quota on some of the people. */
function groupStrain(quota: QuotaSeats, turning: readonly string[]): Omit<Strain, 'agency' | 'staff'> | undefined {
  const { circular, clause, min, max, members, inside, excess } = quota
  if (excess && excess.byClause > 0)
    return { kind: 'too_many', circular, clause, bound: max, people: max + excess.byClause }
  if (!isShort(quota, turning)) return undefined
  const canCome = inside.size + turning.filter((one) => members.has(one)).length
  return { kind: 'too_few', circular, clause, bound: min, people: canCome }
}
