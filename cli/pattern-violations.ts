import { isDay } from '@piket/domain/calendar/day.ts'
import type { Pattern } from '@piket/domain/circular/clause.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { activeAt } from '@piket/domain/decision/active.ts'
import { breachesOf, type FinishedDay } from '@piket/domain/decision/pattern.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import { applies } from '@piket/domain/decision/speaks-to.ts'
import type { Lineup } from '@piket/domain/roster/lineup.ts'
import type { Lines, Violation } from './violations.ts'

/** Runs and turns that a clause on patterns forbids, on the days of that clause; its limits and teams are part of the lineup. */
export function patternViolations(lineup: Lineup, lines: Lines, { versions, world }: Rulebook): Violation[] {
  return lineup.people.flatMap((member) => {
    const spoken = new Map<Pattern, { readonly doc: Circular; readonly days: FinishedDay[] }>()
    for (const finished of finishedDays(member, lineup, lines)) {
      const { date: day } = finished
      const person = member.days[lineup.input.days.indexOf(day)]?.person
      if (!person) continue
      const scene = { person, day, time: '12:00', world, unknown: new Set<string>() }
      for (const { doc } of activeAt(versions, scene)) {
        for (const clause of doc.clauses) {
          if (clause.kind !== 'pattern' || applies(clause, { ...scene, doc }) !== true) continue
          const known = spoken.get(clause) ?? { doc, days: [] }
          spoken.set(clause, known)
          known.days.push(finished)
        }
      }
    }
    return [...spoken].flatMap(([{ limit: _limit, teams: _teams, ...pattern }, { doc, days }]) =>
      breachesOf(pattern, days, {}, doc.id).map(
        ({ at, finding }): Violation => ({
          code: 'PKT-905',
          unit: lineup.unit,
          employee: member.employee,
          date: isDay(at) ? at : null,
          clause: `${doc.id}/${pattern.id}`,
          message_id: finding.id,
          message_en: finding.en,
        }),
      ),
    )
  })
}

/** The days on which a person took a turn. */
const finishedDays = ({ employee, days }: Lineup['people'][number], { input }: Lineup, lines: Lines): FinishedDay[] =>
  days.flatMap((one, position) => {
    const date = input.days[position]
    if (one?.standing !== 'turns' || !date) return []
    return [{ employee, date, place: lines.get(employee)?.get(date) ?? 'home' }]
  })
