/** A working day of a region taken apart: how many are where, in the order in which pictures and tables show them. */
import type { Tally } from '../decision/tally.ts'
import type { DayFigures } from './simulate.ts'

/**
 * `office`: by a clause or an order. `gap`: at the office because no clause speaks. `turns`: as a roster draws.
 * `elsewhere`: in the field or on a journey. `open`: nobody can say, or rules collide. `away`: on leave or in education.
 */
export const dayParts = ['office', 'gap', 'turns', 'home', 'elsewhere', 'open', 'away'] as const
export type DayPart = (typeof dayParts)[number]

/** People in each part; those for whom it is no working day are in none. */
export const partsOf = (tally: Tally): Readonly<Record<DayPart, number>> => ({
  ...{ office: tally.office - tally.gap, gap: tally.gap, turns: tally.turns, home: tally.home },
  ...{ elsewhere: tally.field, open: tally.undetermined + tally.conflict, away: tally.leave },
})

/** The smallest, the middle and the largest of some figures. */
export interface Range {
  readonly least: number
  readonly median: number
  readonly most: number
}

/** @param figures at least one */
export function rangeOf(figures: readonly number[]): Range {
  const sorted = figures.toSorted((a, b) => a - b)
  const at = (position: number) => sorted[position] as number
  return { least: at(0), median: at((sorted.length - 1) >> 1), most: at(sorted.length - 1) }
}

/** The days that are shown: working days, or all of them where there is none. */
export function shownDays(days: readonly DayFigures[]): readonly DayFigures[] {
  const working = days.filter(({ isWorking }) => isWorking)
  return working.length > 0 ? working : days
}
