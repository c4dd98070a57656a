import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import type { Lineup } from '@piket/domain/roster/lineup.ts'
import { unmetPatterns } from '@piket/domain/roster/unmet-patterns.ts'
import type { Lines, Violation } from './violations.ts'

/** Runs and turns that a clause on patterns forbids; its limits and teams are part of the lineup. */
export const patternViolations = (lineup: Lineup, lines: Lines, book: Rulebook): Violation[] =>
  unmetPatterns(lineup, (employee, day) => lines.get(employee)?.get(day) ?? 'home', book).map(
    ({ unit, employee, date, clause, words }) => ({
      code: 'PKT-905',
      unit,
      employee,
      date,
      clause,
      message_id: words.id,
      message_en: words.en,
    }),
  )
