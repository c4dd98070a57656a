/** What is asked of a unit itself, of nobody in particular: duties that an act of the unit brings about. */
import type { WorkPattern } from '../calendar/calendar.ts'
import type { Day, Time } from '../calendar/day.ts'
import type { Duty } from '../circular/clause.ts'
import { nobody } from '../staff/facts.ts'
import { activeAt } from './active.ts'
import type { ClauseRef } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { speaksTo } from './speaks-to.ts'

/** A duty with the document that it stands in. */
export interface UnitDuty extends ClauseRef {
  readonly duty: Duty
  /** The first day on which the document is in force. */
  readonly since: Day
}

/**
 * The duties of a unit at a day and time, whether the day is a working day or not: who acts on a Sunday works.
 * A clause that speaks to some of its people alone speaks to the unit too, for any of them may be sent.
 */
export function unitDuties(
  { versions, world }: Rulebook,
  unit: string,
  day: Day,
  time: Time,
  workPattern: WorkPattern = 'five_day',
): UnitDuty[] {
  const scene = { person: { ...nobody, unit, workPattern }, day, time, world, unknown: new Set<string>() }
  return activeAt(versions, scene).flatMap(({ doc, declines, start }) =>
    doc.clauses.flatMap((clause) => {
      if (clause.kind !== 'duty' || clause.who.public || declines(clause)) return []
      const here = { ...scene, doc, placed: 'office', settledBy: [] }
      return speaksTo(clause, here) === false
        ? []
        : [{ circular: doc.id, clause: clause.id, duty: clause, since: start.slice(0, 10) as Day }]
    }),
  )
}
