/** More people at the office than a quota lets in, and why: orders and other clauses do not wait for a free seat. */
import { plural } from '../messages/plural.ts'
import type { Bilingual } from '../messages/problem.ts'

export interface Excess {
  /** How many more than may. */
  readonly people: number
  /** Of them, those who are there because they were called. */
  readonly recalled: number
  /** Of them, those whom another clause places there; with `recalled` less than all: the rest is too many. */
  readonly byClause: number
}

/**
 * Shares out why too many sit: who is called in comes on top of everybody, who is there by a clause fills seats first.
 * @returns null when no more sit than may
 */
export function excessOf(
  max: number,
  seated: Readonly<Record<'all' | 'recalled' | 'byClause', number>>,
): Excess | null {
  const people = seated.all - max
  if (people <= 0) return null
  const recalled = Math.min(people, seated.recalled)
  return { people, recalled, byClause: Math.min(people - recalled, Math.max(0, seated.byClause - max)) }
}

/** How many of an excess nothing explains. */
export const unexplained = ({ people, recalled, byClause }: Excess): number => people - recalled - byClause

const calledIn: Bilingual = { id: 'karena dipanggil ke kantor', en: 'because they are called to the office' }
const placedThere: Bilingual = {
  id: 'karena butir lain menempatkannya di kantor',
  en: 'because another clause places them at the office',
}
const tooMany: Bilingual = { id: 'terlalu banyak', en: 'too many' }

/** `3 orang lebih: 1 karena dipanggil ke kantor, 2 terlalu banyak` */
export function excessWords(excess: Excess): Bilingual {
  const reasons = (
    [
      [excess.recalled, calledIn],
      [excess.byClause, placedThere],
      [unexplained(excess), tooMany],
    ] as const
  ).filter(([count]) => count > 0)
  const [only, ...more] = reasons
  const { people } = excess
  const said = (language: keyof Bilingual) =>
    more.length === 0
      ? `, ${only?.[1][language]}`
      : `: ${reasons.map(([count, why]) => `${count} ${why[language]}`).join(', ')}`
  return {
    id: `${people} orang lebih${said('id')}`,
    en: `${people} ${plural(people, 'person', 'people')} more${said('en')}`,
  }
}
