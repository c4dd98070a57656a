import type { Day } from '../calendar/day.ts'
import type { ClauseRef } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { unitDuties } from '../decision/unit-duties.ts'

/** The clauses by which a unit, whichever the circular names, sends teams along with activities on a day. */
export function escortClauses(book: Rulebook, day: Day): ClauseRef[] {
  const found = new Map<string, ClauseRef>()
  for (const unit of book.world.units.keys())
    for (const { circular, clause, duty } of unitDuties(book, unit, day, '12:00'))
      if (duty.do === 'send_escort_team') found.set(`${circular}/${clause}`, { circular, clause })
  return [...found.values()]
}
