/** How many of those who take turns quotas let in, and want in, whoever is drawn. */
import type { Seated } from './seated.ts'
import type { QuotaSeats } from './seats.ts'

/** Employee ids of those for whom a roster settles the day. */
export const turningAmong = (people: readonly Seated[]): string[] =>
  people.filter(({ finding }) => finding.place === 'rotate').map(({ person }) => person.employee)

/** How many of some people nobody can say where they are: they may be at the office. */
export const openAmong = (people: readonly Seated[]): number =>
  people.filter(({ finding: { place } }) => place === 'undetermined' || place === 'conflict').length

/** @param turning employee ids of those who take turns */
export function turnRange(
  turning: readonly string[],
  quotas: readonly QuotaSeats[],
): { readonly least: number; readonly most: number } {
  const bounds = [...byClause(quotas).values()].map((groups) => boundOn(groups, turning))
  const least = apart(bounds, ({ come }) => come)
  return { least, most: Math.max(least, turning.length - apart(bounds, ({ away }) => away)) }
}

/** The groups of one clause count different people: what they ask adds up. */
function byClause(quotas: readonly QuotaSeats[]): ReadonlyMap<string, readonly QuotaSeats[]> {
  const clauses = new Map<string, QuotaSeats[]>()
  for (const one of quotas) {
    const key = `${one.circular}/${one.clause} ${one.direction}`
    clauses.set(key, [...(clauses.get(key) ?? []), one])
  }
  return clauses
}

/** A quota that wants more people in than there are: those who are there by rule, and all who could be drawn. */
export const isShort = ({ members, inside, min }: QuotaSeats, turning: readonly string[]): boolean =>
  min > inside.size + turning.filter((one) => members.has(one)).length

/** Of those who take turns and whom a clause counts: how many must stay away, and how many must come. */
interface TurnBound {
  readonly members: readonly string[]
  readonly away: number
  readonly come: number
}

function boundOn(groups: readonly QuotaSeats[], turning: readonly string[]): TurnBound {
  const bound = { members: [] as string[], away: 0, come: 0 }
  for (const { members: counted, inside, min, max } of groups) {
    const members = turning.filter((one) => counted.has(one))
    const within = (people: number) => Math.min(members.length, Math.max(0, people))
    bound.members.push(...members)
    bound.away += within(inside.size + members.length - max)
    bound.come += within(min - inside.size)
  }
  return bound
}

/**
 * What clauses ask together: of different people it adds up, of the same people the one that asks more counts. Of three
 * that overlap in part, the better of two ways to choose is taken: the bound is right, and may be a little wide.
 */
function apart(bounds: readonly TurnBound[], asked: (bound: TurnBound) => number): number {
  const largestFirst = bounds.toSorted((a, b) => asked(b) - asked(a))
  return Math.max(chosen(largestFirst, asked), chosen(largestFirst.toReversed(), asked))
}

function chosen(bounds: readonly TurnBound[], asked: (bound: TurnBound) => number): number {
  const seen = new Set<string>()
  let sum = 0
  for (const bound of bounds) {
    if (asked(bound) === 0 || bound.members.some((one) => seen.has(one))) continue
    for (const one of bound.members) seen.add(one)
    sum += asked(bound)
  }
  return sum
}
