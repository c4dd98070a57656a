/** Runs and turns that clauses on patterns ask for and a roster does not keep, day by day. */
import { type Day, isDay } from '../calendar/day.ts'
import type { Pattern } from '../circular/clause.ts'
import { breachesOf, type FinishedDay } from '../decision/pattern.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import type { Bilingual } from '../messages/problem.ts'
import type { Lineup, Member } from './lineup.ts'
import { patternsSpeaking } from './speaking-patterns.ts'

export interface UnmetPattern {
  readonly unit: string
  readonly employee: string
  readonly date: Day
  /** `document/clause` */
  readonly clause: string
  readonly words: Bilingual
}

/** A day of a person, and whether a turn decided it. */
interface Worked extends FinishedDay {
  readonly turn: boolean
}

/**
 * Only breaks on a turn are told: what clauses alone make of a row of days is no matter of the roster. Limits and teams
 * are rules of the draw and are verified with it.
 * @param placeOf where a turn places a person; undefined: the day is left open
 */
export function unmetPatterns(
  { unit, people, input }: Lineup,
  placeOf: (employee: string, day: Day) => string | undefined,
  { versions, world }: Rulebook,
): UnmetPattern[] {
  if (
    !versions.some(({ doc }) =>
      doc.clauses.some((clause) => clause.kind === 'pattern' && (clause.run || clause.alternate)),
    )
  )
    return []
  return people.flatMap((member) => {
    const spoken = new Map<Pattern, { readonly document: string; readonly days: Worked[] }>()
    for (const finished of workedDays(member, input.days, placeOf)) {
      const person = member.days[input.days.indexOf(finished.date)]?.person
      if (!person) continue
      for (const { clause, document } of patternsSpeaking({ versions, world }, person, finished.date)) {
        const known = spoken.get(clause) ?? { document, days: [] }
        spoken.set(clause, known)
        known.days.push(finished)
      }
    }
    const turns = new Set(
      [...spoken.values()].flatMap(({ days }) => days.filter(({ turn }) => turn).map(({ date }) => date)),
    )
    return [...spoken].flatMap(([{ id, kind, who, cite, force, run, alternate }, { document, days }]) => {
      const pattern = { id, kind, who, cite, force }
      const found = [
        ...breachesOf({ ...pattern, ...(run && { run }) }, days, {}, document),
        ...breachesOf(
          { ...pattern, ...(alternate && { alternate }) },
          days.filter(({ turn }) => turn),
          {},
          document,
        ),
      ]
      return found.flatMap(({ at, finding }): UnmetPattern[] =>
        isDay(at) && turns.has(at)
          ? [{ unit, employee: member.employee, date: at, clause: `${document}/${id}`, words: finding }]
          : [],
      )
    })
  })
}

const workedDays = (
  { employee, days }: Member,
  dates: readonly Day[],
  placeOf: (employee: string, day: Day) => string | undefined,
): Worked[] =>
  days.flatMap((one, position): Worked[] => {
    const date = dates[position]
    if (!one || !date) return []
    const turn = one.standing === 'turns'
    const place = turn ? placeOf(employee, date) : one.finding.place
    return place === undefined ? [] : [{ employee, date, place, turn }]
  })
