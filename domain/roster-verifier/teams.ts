/** Teams that take turns: how they were dealt, and when each comes. */
import type { Day } from '../calendar/day.ts'
import type { RosterInput } from '../roster/roster-input.ts'
import type { RosterResult } from '../roster/roster-result.ts'
import type { Deny } from './claims.ts'

/** Teams must be dealt evenly, each position over all of them: else a lopsided deal could make up a reason. */
export function checkDeal({ unit }: RosterInput, teamOf: RosterResult['teamOf'], deny: Deny) {
  if (!unit.teams) return
  const turning = unit.people.filter(({ free }) => free !== 0n)
  for (const position of new Set(turning.map((person) => person.position))) {
    const sizes = Array.from({ length: unit.teams.count }, () => 0)
    for (const person of turning) {
      const team = teamOf[person.id]
      if (person.position === position && team !== undefined && team in sizes) sizes[team]!++
    }
    const dealt = sizes.reduce((sum, size) => sum + size, 0)
    const everybody = turning.filter((person) => person.position === position).length
    if (dealt !== everybody || Math.max(...sizes) - Math.min(...sizes) > 1) deny('explanation', `teams of ${position}`)
  }
}

/** Days on which a team comes; without a team, every day. */
export function teamDays({ days, unit }: RosterInput, team: number | undefined): bigint {
  if (team === undefined) return 2n ** BigInt(days.length) - 1n
  // On days without the rule every team may come.
  let own = unit.teams?.days === undefined ? 0n : (2n ** BigInt(days.length) - 1n) & ~unit.teams.days
  for (const [index, day] of days.entries()) {
    const turn = unit.teams?.swap === 'week' ? weekNumber(days, day) : index
    if (unit.teams && turn % unit.teams.count === team) own |= 1n << BigInt(index)
  }
  return own
}

/** How many weeks with days of the period lie before the week of a day. */
export function weekNumber(days: readonly Day[], day: Day): number {
  // 1970-01-05 was a Monday.
  const week = (one: Day) => Math.floor((Date.parse(`${one}T00:00:00Z`) / 86_400_000 - 4) / 7)
  return new Set(days.filter((other) => week(other) < week(day)).map(week)).size
}
