/** Cases of a disease as the task force counts them: all of them, and what became of each. */
import type { Day } from '../calendar/day.ts'
import { dayWords } from '../messages/day-words.ts'
import type { Bilingual } from '../messages/problem.ts'

/** Cumulative counts of one day. */
export interface CaseCount {
  readonly confirmed: number
  readonly recovered: number
  readonly died: number
  readonly in_care: number
}

/** What became of people; together they are all confirmed cases. */
export const courses = ['recovered', 'died', 'in_care'] as const satisfies readonly (keyof CaseCount)[]
export const counted = ['confirmed', ...courses] as const

/** Confirmed cases less what became of them: 0 when the sum is right. */
export const caseDifference = (count: CaseCount): number =>
  count.confirmed - courses.reduce((sum, course) => sum + count[course], 0)

export interface DatedCount extends CaseCount {
  readonly day: Day
}

/** The President made the first two cases of the country public on 2 March 2020: before that day there is nothing to count. */
export const firstCaseOn = '2020-03-02' as Day

export type CountRefusal =
  | { readonly refused: 'case-day-before' }
  | { readonly refused: 'case-sum-differs'; readonly detail: Bilingual }
  | { readonly refused: 'case-day-ahead' }
  | { readonly refused: 'case-count-falls'; readonly detail: Bilingual }

/**
 * Whether a count can stand beside its neighbours.
 * @param before the last count of an earlier day, after the first one of a later day
 */
export function checkCount(
  count: DatedCount,
  { today, before, after }: { readonly today: Day; readonly before?: DatedCount; readonly after?: DatedCount },
): CountRefusal | undefined {
  if (count.day < firstCaseOn) return { refused: 'case-day-before' }
  if (count.day > today) return { refused: 'case-day-ahead' }
  const difference = caseDifference(count)
  if (difference !== 0) return { refused: 'case-sum-differs', detail: sumWords(count, difference) }
  for (const name of cumulative) {
    if (before && before[name] > count[name])
      return { refused: 'case-count-falls', detail: fallWords(before, count, name) }
    if (after && after[name] < count[name])
      return { refused: 'case-count-falls', detail: fallWords(count, after, name) }
  }
  return undefined
}

/** What only grows; the number of people in care rises and falls. */
const cumulative = ['confirmed', 'recovered', 'died'] as const

const sumWords = ({ confirmed, recovered, died, in_care }: CaseCount, difference: number): Bilingual => {
  const parts = `${recovered} + ${died} + ${in_care} = ${confirmed - difference}`
  return {
    id: `Jumlahnya berbeda ${Math.abs(difference)}: ${parts}, bukan ${confirmed}.`,
    en: `The sum differs by ${Math.abs(difference)}: ${parts}, not ${confirmed}.`,
  }
}

const names: Readonly<Record<(typeof cumulative)[number], Bilingual>> = {
  confirmed: { id: 'Kasus', en: 'Cases' },
  recovered: { id: 'Sembuh', en: 'Recovered' },
  died: { id: 'Meninggal', en: 'Died' },
}

const fallWords = (earlier: DatedCount, later: DatedCount, name: (typeof cumulative)[number]): Bilingual => {
  const [from, to] = [dayWords(earlier.day), dayWords(later.day)]
  return {
    id: `${names[name].id} tidak dapat berkurang: ${earlier[name]} pada ${from.id}, ${later[name]} pada ${to.id}.`,
    en: `${names[name].en} cannot fall: ${earlier[name]} on ${from.en}, ${later[name]} on ${to.en}.`,
  }
}
