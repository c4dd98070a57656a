/** Runs of days at one place that a clause bounds. */
import { type DayMask, hasDay, indexesOf, noDays, sizeOf } from './day-mask.ts'
import type { RunLimit } from './roster-input.ts'

/** Run limits of each person on the words of a window; `fixed`: days at the office that nobody draws. */
export type RunsOfWord = readonly (readonly {
  readonly place: RunLimit['place']
  readonly max: number
  readonly days: number
  readonly elsewhere: number
  readonly fixed: number
}[])[]

/** Days of a person beyond the longest run that is allowed. */
export function overlongDays({ place, max, days, elsewhere }: RunLimit, office: DayMask): number {
  let length = 0
  let beyond = 0
  for (const day of indexesOf(days)) {
    const there = place === 'office' ? hasDay(office, day) : !hasDay(office | elsewhere, day)
    length = there ? length + 1 : 0
    if (length > max) beyond++
  }
  return beyond
}

/** So many such days must be left, whoever draws: by clauses alone, or because so few days part the others. */
export function leastOverlong(
  limit: RunLimit,
  { free, fixed, drawn }: { readonly free: DayMask; readonly fixed: DayMask; readonly drawn: DayMask },
): number {
  const { place, max, days, elsewhere } = limit
  const byRule = overlongDays(limit, place === 'office' ? fixed : fixed | free)
  // Only where no day of the draw lies beside those of the clause is their number settled by the load.
  if ((free & ~days) !== noDays) return byRule
  const office = sizeOf((fixed | drawn) & days)
  const parting = place === 'office' ? sizeOf(days) - office : office + sizeOf(elsewhere & days)
  const there = sizeOf(days) - parting
  return Math.max(byRule, there - (parting + 1) * max)
}

/** `overlongDays` on words, all limits of a person together. */
export const runsCost =
  (runs: RunsOfWord) =>
  (person: number, drawn: number): number => {
    let beyond = 0
    for (const { place, max, days, elsewhere, fixed } of runs[person] ?? []) {
      const office = fixed | drawn
      const there = place === 'office' ? office : ~(office | elsewhere)
      let length = 0
      for (let rest = days; rest; rest &= rest - 1) {
        length = there & rest & -rest ? length + 1 : 0
        if (length > max) beyond++
      }
    }
    return beyond
  }
