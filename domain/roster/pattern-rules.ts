/** What clauses on patterns ask of the turns of a unit, each from its own first day to its last. */
import type { Day } from '../calendar/day.ts'
import type { Pattern } from '../circular/clause.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import type { Seated, Standing } from '../decision/seated.ts'
import { allOf, type DayMask, maskOf, noDays } from './day-mask.ts'
import { officeLimits, onColumns } from './office-limits.ts'
import type { OfficeLimit, RosterPattern, RunLimit, TeamRule } from './roster-input.ts'
import { patternsSpeaking } from './speaking-patterns.ts'

export interface PatternRules {
  /** What the turns of the unit alternate by; undefined: no clause says. */
  readonly pattern: RosterPattern | undefined
  /** Days on which that clause holds; undefined: all of them. */
  readonly patternDays: DayMask | undefined
  readonly teams: TeamRule | undefined
  /** Limits of each person, in the order in which people were given. */
  readonly limits: readonly (readonly OfficeLimit[])[]
  readonly runs: readonly (readonly RunLimit[])[]
}

/** A clause, and the days on which it speaks. */
interface Holding {
  readonly clause: Pattern
  readonly name: string
  readonly document: string
  /** To each person. */
  readonly to: DayMask[]
  /** To somebody who takes turns. */
  turns: DayMask
}

/**
 * @param people days of each person of the unit, one a day of `days`; null: not employed that day
 * @param columns those of the days that the roster has: on the others clauses alone place people
 */
export function patternRulesOf(
  book: Rulebook,
  people: readonly (readonly ((Seated & { readonly standing: Standing }) | null)[])[],
  days: readonly Day[],
  columns: readonly number[],
): PatternRules {
  const holding = holdingClauses(book, people, days)
  const partly = (mask: DayMask) => {
    const own = onColumns(mask, columns)
    return own === allOf(columns.length) ? undefined : own
  }
  const turning = holding.filter(({ turns }) => turns !== noDays)
  // The turns of a roster alternate in one way: where clauses differ, the one that speaks first.
  const alternate = turning.find(({ clause }) => clause.alternate)?.clause.alternate
  const alternating = turning
    .filter(({ clause }) => alternate !== undefined && clause.alternate === alternate)
    .reduce((mask, { turns }) => mask | turns, noDays)
  const team = turning.find(({ clause }) => clause.teams)
  const teamDays = team && partly(team.turns)
  return {
    pattern: alternate === undefined ? undefined : alternate === 'day' ? 'alternating' : 'whole-weeks',
    patternDays: alternate === undefined ? undefined : partly(alternating),
    teams: team?.clause.teams && {
      count: team.clause.teams.count,
      swap: team.clause.teams.swap,
      clause: team.name,
      ...(teamDays !== undefined && { days: teamDays }),
    },
    runs: people.map((own, person) =>
      holding.flatMap(({ clause, name, to }) => runLimitOf(clause, name, own, to[person] ?? noDays, columns)),
    ),
    limits: people.map((own, person) =>
      officeLimits(
        holding.map(({ clause, name, document, to }) => ({ ...clause, name, document, spoken: to[person] ?? noDays })),
        own,
        days,
        columns,
      ),
    ),
  }
}

function holdingClauses(
  { versions, world }: Rulebook,
  people: Parameters<typeof patternRulesOf>[1],
  days: readonly Day[],
): Holding[] {
  const holding = new Map<Pattern, Holding>()
  // Most documents state no pattern, and everybody is asked about every day.
  if (!versions.some(({ doc }) => doc.clauses.some(({ kind }) => kind === 'pattern'))) return []
  for (const [index, day] of days.entries()) {
    const bit = 1n << BigInt(index)
    for (const [at, own] of people.entries()) {
      const one = own[index]
      if (!one) continue
      for (const { clause, document } of patternsSpeaking({ versions, world }, one.person, day)) {
        const known = holding.get(clause)
        const entry = known ?? {
          ...{ clause, document, name: `${document}/${clause.id}` },
          ...{ to: people.map(() => noDays), turns: noDays },
        }
        if (!known) holding.set(clause, entry)
        entry.to[at] = (entry.to[at] ?? noDays) | bit
        if (one.standing === 'turns') entry.turns |= bit
      }
    }
  }
  return [...holding.values()]
}

const absent = new Set(['off', 'leave', 'travel', 'education'])

/** A run of a person over the days of the roster on which they work. */
function runLimitOf(
  { run }: Pattern,
  clause: string,
  own: Parameters<typeof patternRulesOf>[1][number],
  spoken: DayMask,
  columns: readonly number[],
): RunLimit[] {
  if (!run || (run.place !== 'office' && run.place !== 'home')) return []
  const placed = own.map((one) => one?.finding.place ?? 'off')
  const days = spoken & maskOf(placed.flatMap((place, at) => (absent.has(place) ? [] : [at])))
  const elsewhere = maskOf(placed.flatMap((place, at) => (place === 'field' || place === 'other_office' ? [at] : [])))
  if (days === noDays) return []
  return [
    {
      place: run.place,
      max: run.max,
      days: onColumns(days, columns),
      elsewhere: onColumns(days & elsewhere, columns),
      clause,
    },
  ]
}
