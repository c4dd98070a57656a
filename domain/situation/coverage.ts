/** How many of a target group have been vaccinated, cumulatively, as the task force counts them. */
import type { Day } from '../calendar/day.ts'
import { dayWords } from '../messages/day-words.ts'
import type { Bilingual } from '../messages/problem.ts'
import { type TargetGroup, targetGroups } from './target-groups.ts'

export const doses = ['first', 'second'] as const
export type Dose = (typeof doses)[number]

export interface Doses {
  /** How many people the group has, as estimated: more may come. */
  readonly target: number
  /** People who had it; null: it is not given yet. */
  readonly first: number | null
  readonly second: number | null
}

export interface DistrictDoses extends Doses {
  readonly district: string
}

/** What is stated of a group on a day. */
export interface Coverage extends Doses {
  readonly group: TargetGroup
  readonly day: Day
  /** Every district of the region, or none: it is not broken down. */
  readonly districts: readonly DistrictDoses[]
}

export type CoverageRefusal =
  | { readonly refused: 'coverage-day-ahead' }
  | {
      readonly refused:
        | 'coverage-group-closed'
        | 'coverage-dose-order'
        | 'coverage-sum-differs'
        | 'coverage-falls'
        | 'coverage-over-target'
      readonly detail: Bilingual
    }

interface Beside {
  readonly today: Day
  /** What else holds of the group, in any order. */
  readonly others: readonly Coverage[]
  /** Somebody has said that more were vaccinated than the target counted. */
  readonly overTarget: boolean
  /** What a district is called. */
  readonly nameOf: (district: string) => string
}

/** Whether a statement holds in itself and beside its neighbours. */
export function checkCoverage(
  stated: Coverage,
  { today, others, overTarget, nameOf }: Beside,
): CoverageRefusal | undefined {
  const { opens, ...group } = targetGroups[stated.group]
  if (stated.day > today) return { refused: 'coverage-day-ahead' }
  if (stated.day < opens && doses.some((dose) => stated[dose] !== null))
    return { refused: 'coverage-group-closed', detail: closedWords(group, opens) }
  const areas = areasOf(stated, nameOf)
  const reversed = areas.find(({ first, second }) => (second ?? 0) > (first ?? 0))
  if (reversed) return { refused: 'coverage-dose-order', detail: orderWords(reversed) }
  return sumRefusal(stated) ?? fallRefusal(stated, others, nameOf) ?? (overTarget ? undefined : overRefusal(areas))
}

interface Named extends Doses {
  /** null: the whole region. */
  readonly district: string | null
  readonly name: Bilingual
}

const whole: Bilingual = { id: 'Seluruh daerah', en: 'The whole region' }

const areasOf = (stated: Coverage, nameOf: Beside['nameOf']): Named[] => [
  { ...stated, district: null, name: whole },
  ...stated.districts.map((one) => ({ ...one, name: { id: nameOf(one.district), en: nameOf(one.district) } })),
]

const parts = ['target', ...doses] as const

export const partWords: Readonly<Record<(typeof parts)[number], Bilingual>> = {
  target: { id: 'Sasaran', en: 'Target' },
  first: { id: 'Dosis 1', en: 'Dose 1' },
  second: { id: 'Dosis 2', en: 'Dose 2' },
}

/** The whole less its districts, where it is broken down: 0 when the sum is right. */
export const coverageDifference = (stated: Coverage, part: (typeof parts)[number]): number =>
  stated.districts.length === 0
    ? 0
    : (stated[part] ?? 0) - stated.districts.reduce((sum, one) => sum + (one[part] ?? 0), 0)

function sumRefusal(stated: Coverage): CoverageRefusal | undefined {
  const part = parts.find((one) => coverageDifference(stated, one) !== 0)
  if (part === undefined) return undefined
  const difference = coverageDifference(stated, part)
  const [sum, told] = [(stated[part] ?? 0) - difference, stated[part] ?? 0]
  return {
    refused: 'coverage-sum-differs',
    detail: {
      id: `${partWords[part].id} berbeda ${Math.abs(difference)}: kecamatan berjumlah ${sum}, bukan ${told}.`,
      en: `${partWords[part].en} differs by ${Math.abs(difference)}: the districts add up to ${sum}, not ${told}.`,
    },
  }
}

/** Doses that were given stay given; the estimate of a target rises and falls. */
function fallRefusal(
  stated: Coverage,
  others: readonly Coverage[],
  nameOf: Beside['nameOf'],
): CoverageRefusal | undefined {
  for (const other of others) {
    const [earlier, later] = other.day < stated.day ? [other, stated] : [stated, other]
    const then = new Map(areasOf(earlier, nameOf).map((area) => [area.district, area]))
    for (const now of areasOf(later, nameOf)) {
      const before = then.get(now.district)
      const dose = doses.find((one) => before && (now[one] ?? 0) < (before[one] ?? 0))
      if (!before || !dose) continue
      const [from, to] = [before[dose] ?? 0, now[dose] ?? 0]
      return { refused: 'coverage-falls', detail: fallWords(now.name, dose, [from, earlier.day], [to, later.day]) }
    }
  }
  return undefined
}

/** More than estimated is possible, and a slip of the hand more often. */
function overRefusal(areas: readonly Named[]): CoverageRefusal | undefined {
  const over = areas.find(({ target, first }) => (first ?? 0) > target)
  return (
    over && {
      refused: 'coverage-over-target',
      detail: {
        id: `${over.name.id}: ${over.first} orang divaksin, sasarannya ${over.target}.`,
        en: `${over.name.en}: ${over.first} people vaccinated, of a target of ${over.target}.`,
      },
    }
  )
}

const closedWords = (group: Bilingual, opens: Day): Bilingual => ({
  id: `${group.id} baru divaksin sejak ${dayWords(opens).id}. Sebelum itu hanya sasarannya yang dicatat.`,
  en: `${group.en} were vaccinated from ${dayWords(opens).en} on. Until then only the target is stated.`,
})

type Counted = readonly [count: number, day: Day]

const fallWords = (name: Bilingual, dose: Dose, [from, then]: Counted, [to, now]: Counted): Bilingual => ({
  id: `${name.id}, ${partWords[dose].id.toLowerCase()} tidak dapat berkurang: ${from} pada ${dayWords(then).id}, ${to} pada ${dayWords(now).id}.`,
  en: `${name.en}, ${partWords[dose].en.toLowerCase()} cannot fall: ${from} on ${dayWords(then).en}, ${to} on ${dayWords(now).en}.`,
})

const orderWords = ({ name, first, second }: Named): Bilingual => ({
  id: `${name.id}: dosis 2 ${second} orang, dosis 1 ${first ?? 0} orang.`,
  en: `${name.en}: dose 2 of ${second} people, dose 1 of ${first ?? 0}.`,
})

/** The share of a target that had a dose, 0 to 1: above the target it is drawn as all of it. */
export const shareOf = ({ target }: Pick<Doses, 'target'>, count: number): number =>
  target === 0 ? 0 : Math.min(1, count / target)
