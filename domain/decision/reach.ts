/** Whom each clause of a document speaks to on a day, whatever other clauses say of them. */
import type { Day } from '../calendar/day.ts'
import type { Clause } from '../circular/clause.ts'
import type { Circular } from '../circular/schema.ts'
import type { Rulebook } from './rulebook.ts'
import type { Seated } from './seats.ts'
import { speaksTo } from './speaks-to.ts'

/** Employee ids by clause, in the order of the people. */
export type Reach = ReadonlyMap<string, readonly string[]>

/**
 * Who falls under each clause. Duties, bans, hours and services look at where somebody was placed; one that may or may not
 * speak to somebody, for something is not known, is not counted.
 * @param people with what was decided for the middle of the day
 */
export function reachOf(doc: Circular, { world }: Rulebook, day: Day, people: readonly Seated[]): Reach {
  const unknown = new Set<string>()
  const speaks = (clause: Clause, { person, finding: { place, circular, clause: settledBy } }: Seated) =>
    speaksTo(clause, {
      ...{ doc, person, day, time: '12:00', world, unknown, placed: place },
      settledBy: circular === doc.id ? settledBy : [],
    }) === true
  return new Map(
    doc.clauses.map((clause) => [
      clause.id,
      clause.who.public ? [] : people.flatMap((one) => (speaks(clause, one) ? one.person.employee : [])),
    ]),
  )
}
