/** Groups that cross and cannot be met together: which clauses, as few as are needed. */
import { maskOf, noDays } from './day-mask.ts'
import { drawOf } from './draw.ts'
import type { DayDemand, RosterInput } from './roster-input.ts'
import type { Explanation } from './roster-result.ts'
import { type Shares, sharesOn } from './share-out.ts'

/** What stands in the reason where it is not proved that nothing can be found. */
export const searchEnded = 'no way to meet them together was found'

export function crossingConflict(
  input: RosterInput,
  day: number,
  found: Exclude<Shares, readonly number[]>,
): Explanation {
  const days = maskOf([day])
  const { groups = [], clause, minClause = clause } = input.unit.demand[day] as DayDemand
  const every = [...new Set([...[...groups, ...input.unit.positions].map((one) => one.clause), clause, minClause])]
  let clauses = every
  for (const one of found === 'none' ? every : []) {
    const fewer = clauses.filter((other) => other !== one)
    const aside = { clauses: new Set(every.filter((other) => !fewer.includes(other))), days }
    if (sharesOn(drawOf(input, aside), day) === 'none') clauses = fewer
  }
  return {
    kind: 'groups-cross',
    days,
    posts: [],
    wanted: 0,
    left: 0,
    short: 0,
    demanding: clauses,
    taking: [],
    alsoTaking: [],
    people: [],
    reason: found === 'none' ? null : searchEnded,
    ask: null,
    repairs: [],
    cut: { people: [], limits: [], places: {}, days: noDays, total: false, pool: false },
  }
}
