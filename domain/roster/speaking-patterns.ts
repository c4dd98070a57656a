/** Clauses on patterns that speak to a person on a day, those that another one is over left out. */
import type { Day } from '../calendar/day.ts'
import type { Pattern } from '../circular/clause.ts'
import { activeAt } from '../decision/active.ts'
import { setAsideIn } from '../decision/placement.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { applies } from '../decision/speaks-to.ts'
import type { EmployeeRecord } from '../staff/facts.ts'

export interface SpeakingPattern {
  readonly clause: Pattern
  /** Id of its document. */
  readonly document: string
}

/** As in the middle of the day, in the order in which the documents speak. */
export function patternsSpeaking(
  { versions, world }: Pick<Rulebook, 'versions' | 'world'>,
  person: EmployeeRecord,
  day: Day,
): SpeakingPattern[] {
  const scene = { person, day, time: '12:00', world, unknown: new Set<string>() }
  return activeAt(versions, scene).flatMap(({ doc, version, declines }) => {
    const speaking = doc.clauses.filter(
      (clause): clause is Pattern =>
        clause.kind === 'pattern' && !declines(clause) && applies(clause, { ...scene, doc }) === true,
    )
    const over = setAsideIn(version)
    return speaking
      .filter((clause) => !speaking.some(({ id }) => over.get(id)?.has(clause.id)))
      .map((clause) => ({ clause, document: doc.id }))
  })
}
