/**
 * Which offices are visited without notice. By lot, so that nobody chooses them and nobody is spared; an office that was
 * visited less often holds more tickets, so that visits even out. The lot can be drawn again by anybody who has the seed.
 */
import type { Day } from '../calendar/day.ts'
import { seeded } from '../roster/random.ts'

/** An office that may be drawn. */
export interface Candidate {
  readonly agency: string
  /** Visits in the span that is looked back on. */
  readonly visits: number
  readonly lastVisit: Day | null
}

/** Tickets of an office: one, and another for each visit that the most visited office has had before it. */
export const ticketsOf = ({ visits }: Candidate, all: readonly Candidate[]): number =>
  1 + Math.max(0, ...all.map((one) => one.visits)) - visits

/**
 * Draws offices without putting any back, each with a chance that follows its tickets (Efraimidis and Spirakis 2006:
 * the largest of `u^(1/tickets)`).
 * @param count how many; all of them where there are fewer
 * @param seed a whole number from 0 to 2^32 - 1
 * @returns agencies in the order they were drawn; the order of the candidates does not matter
 */
export function drawOffices(candidates: readonly Candidate[], count: number, seed: number): readonly string[] {
  const random = seeded(seed)
  return candidates
    .toSorted((a, b) => (a.agency < b.agency ? -1 : 1))
    .map((one) => ({ agency: one.agency, key: random() ** (1 / ticketsOf(one, candidates)) }))
    .toSorted((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ agency }) => agency)
}
