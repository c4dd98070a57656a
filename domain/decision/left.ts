/** What clauses leave to somebody to decide: a place, an amount, hours, a service. Until then nobody guesses it. */
import { type Day, dayOf } from '../calendar/day.ts'
import { type Clause, places } from '../circular/clause.ts'
import type { Version } from '../circular/register.ts'
import type { Circular } from '../circular/schema.ts'
import { takes, type ValueKind, valuesOf } from '../circular/values.ts'
import type { EmployeeRecord } from '../staff/facts.ts'
import { reaches } from './select-people.ts'
import type { World } from './world.ts'

/** A clause that leaves something to somebody. */
export interface Left {
  readonly doc: Circular
  readonly clause: Clause
  /** The office that is asked: `opd_head`. */
  readonly ask: string
  /** In the words of the document. */
  readonly about: string | null
  /** What holds while nobody has answered; null: it stays open. */
  readonly untilThen: string | number | null
  readonly kinds: readonly ValueKind[]
}

/** Everything that is left to somebody on a day or after it, each clause once, in the order of the documents. */
export function leftFrom(versions: readonly Version[], day: Day): Left[] {
  const found = new Map<string, Left>()
  const lasts = ({ segments }: Version) =>
    segments.some(({ until }) => typeof until !== 'string' || dayOf(until) >= day)
  for (const { doc } of versions.filter(lasts))
    for (const clause of doc.clauses) {
      const left = leftBy(doc, clause)
      if (left) found.set(`${doc.id}/${clause.id}`, left)
    }
  return [...found.values()]
}

function leftBy(doc: Circular, clause: Clause): Left | undefined {
  const asked = valuesOf(clause).flatMap(({ kind, value }) =>
    typeof value === 'object' && 'ask' in value ? [{ kind, value }] : [],
  )
  const [first] = asked
  if (!first) return undefined
  const { ask, about, until_then } = first.value
  const kinds = [...new Set(asked.map(({ kind }) => kind))]
  return { doc, clause, ask, about: about ?? null, untilThen: until_then ?? null, kinds }
}

/** Whether an answer says something that the clause takes. */
export const isTaken = ({ doc, kinds }: Left, value: string): boolean => kinds.some((kind) => takes(kind, value, doc))

/** Whether the heads of agencies are asked, each for the own one. @param heads posts that lead an agency on the day */
export const asksHeads = ({ ask }: Left, heads: readonly string[]): boolean =>
  ask === 'opd_head' || ask === 'leader' || heads.includes(ask)

/** Whether a clause may speak to somebody of some people, on whatever day. */
export const concerns = (
  { doc, clause }: Left,
  people: readonly EmployeeRecord[],
  { world, day }: { readonly world: World; readonly day: Day },
): boolean => {
  const unknown = new Set<string>()
  // Where somebody is placed is another question: hours may be left open of those at home.
  return people.some((person) =>
    places.some((placed) => {
      const scene = { doc, person, day, time: '12:00', world, unknown, placed }
      return (doc.scope === undefined || reaches(doc.scope, scene) !== false) && reaches(clause.who, scene) !== false
    }),
  )
}
