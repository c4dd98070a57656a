/** How many of those who take turns quotas let in, and want in, whoever is drawn. */
import type { Seated } from './seated.ts'
import type { QuotaSeats } from './seats.ts'

/** Employee ids of those for whom a roster settles the day. */
export const turningAmong = (people: readonly Seated[]): string[] =>
  people.filter(({ finding }) => finding.place === 'rotate').map(({ person }) => person.employee)

/** @param turning employee ids of those who take turns */
export function turnRange(
  turning: readonly string[],
  quotas: readonly QuotaSeats[],
): { readonly least: number; readonly most: number } {
  const bounds = quotas.map((quota) => boundOn(quota, turning))
  const least = apart(bounds, ({ come }) => come)
  return { least, most: Math.max(least, turning.length - apart(bounds, ({ away }) => away)) }
}

/** A quota that wants more people in than there are: those who are there by rule, and all who could be drawn. */
export const isShort = ({ members, inside, min }: QuotaSeats, turning: readonly string[]): boolean =>
  min > inside.size + turning.filter((one) => members.has(one)).length

/** Of those who take turns and whom a quota counts: how many must stay away, and how many must come. */
interface TurnBound {
  readonly members: readonly string[]
  readonly away: number
  readonly come: number
}

function boundOn({ members: counted, inside, min, max }: QuotaSeats, turning: readonly string[]): TurnBound {
  const members = turning.filter((one) => counted.has(one))
  const within = (people: number) => Math.min(members.length, Math.max(0, people))
  return { members, away: within(inside.size + members.length - max), come: within(min - inside.size) }
}

/** Sums what quotas ask of people apart, the largest first: of those who are counted twice the larger one counts. */
function apart(bounds: readonly TurnBound[], asked: (bound: TurnBound) => number): number {
  const seen = new Set<string>()
  let sum = 0
  for (const bound of bounds.toSorted((a, b) => asked(b) - asked(a))) {
    if (asked(bound) === 0 || bound.members.some((one) => seen.has(one))) continue
    for (const one of bound.members) seen.add(one)
    sum += asked(bound)
  }
  return sum
}
