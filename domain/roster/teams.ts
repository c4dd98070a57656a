import { allOf, type DayMask, noDays } from './day-mask.ts'
import { weeksOf } from './draw.ts'
import { seeded, shuffle } from './random.ts'
import type { RosterInput, TeamRule } from './roster-input.ts'

/** The days of each team: they take turns by day or by week, the first team first; days without the rule are everybody's. */
export function daysOfTeams({ count, swap, days }: TeamRule, weeks: readonly number[]): DayMask[] {
  const all = allOf(weeks.length)
  const shared = all & ~(days ?? all)
  const own = Array.from({ length: count }, () => shared)
  for (const [day, week] of weeks.entries()) own[(swap === 'week' ? week : day) % count]! |= 1n << BigInt(day)
  return own
}

/**
 * Puts everybody who takes turns into a team, each position spread over all teams, and turns the rule into days that its
 * clause takes away: teams then cannot meet, and an explanation can name the clause.
 */
export function withTeams(input: RosterInput, rule: TeamRule): { input: RosterInput; teamOf: Record<string, number> } {
  const own = daysOfTeams(rule, weeksOf(input.days))
  const teamOf: Record<string, number> = {}
  const turnTakers = input.unit.people
    .filter(({ free }) => free !== noDays)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const order = shuffle(turnTakers, seeded(input.seed)).toSorted((one, other) =>
    one.position === other.position ? 0 : one.position < other.position ? -1 : 1,
  )
  for (const [place, { id }] of order.entries()) teamOf[id] = place % rule.count
  const people = input.unit.people.map((person) => {
    const team = teamOf[person.id]
    if (team === undefined) return person
    const others = person.free & ~own[team]!
    return {
      ...person,
      free: person.free & own[team]!,
      away: [...person.away, { mask: others, clause: rule.clause }],
    }
  })
  return { input: { ...input, unit: { ...input.unit, people } }, teamOf }
}
