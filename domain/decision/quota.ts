/** How many may, or must, be at a place (circular-language, section 6.1). */
import { type Quota, usualRounding } from '../circular/clause.ts'

/** The people of one unit on one day, as a quota counts them. */
export interface HeadCount {
  /** Posted there that day, leave included. */
  readonly assigned: number
  /** Assigned minus leave and minus those placed at home by `must`. */
  readonly eligible: number
  /** Assigned minus leave, illness and official travel. */
  readonly present: number
  /** Kept at the office by a clause on posts. */
  readonly heads: number
  /** Kept at the office by a clause on units. */
  readonly exempt: number
  /** Everybody who sits first: heads, exempt, recalled. */
  readonly fixed: number
}

export type Direction = 'max' | 'min' | 'exact'

export interface Bound {
  /** Of how many the share is taken. */
  readonly base: number
  readonly bound: number
  /** What is left for those who take turns. */
  readonly seats: number
  /** How many of those who must be there are above the bound: they stay, and it is said. */
  readonly exceededByMandatory: number
}

/** Of how many people the share is taken, and how many of them must be at the office. */
export function baseOf({ of }: Quota, count: HeadCount): { readonly base: number; readonly inside: number } {
  const outside = (of.heads === 'out' ? count.heads : 0) + (of.exempt === 'out' ? count.exempt : 0)
  return { base: count[of.staff] - outside, inside: Math.max(0, count.fixed - outside) }
}

/** The bound of one quota for one unit and day. `amount` is a share (`25%`) or a number of people. */
export function boundOf(quota: Quota, count: HeadCount, amount: string | number, direction: Direction): Bound {
  const { base, inside } = baseOf(quota, count)
  const hundredths = typeof amount === 'number' ? amount * 100 : base * Number.parseInt(amount, 10)
  const rounded = round(hundredths, quota.round ?? usualRounding[direction])
  const bound = Math.min(base, Math.max(rounded, quota.at_least ?? 0))
  return {
    base,
    bound,
    seats: Math.max(0, bound - inside),
    exceededByMandatory: direction === 'min' ? 0 : Math.max(0, inside - bound),
  }
}

/** Whole people from hundredths of people; half goes up. */
function round(hundredths: number, way: NonNullable<Quota['round']>): number {
  if (way === 'down') return Math.floor(hundredths / 100)
  if (way === 'up') return Math.ceil(hundredths / 100)
  return Math.floor((hundredths + 50) / 100)
}

/** The direction a quota states; `max` when it states several. */
export const directionOf = ({ amount }: Quota): Direction =>
  amount.max !== undefined ? 'max' : amount.min !== undefined ? 'min' : 'exact'

export interface Limits {
  readonly from: string
  readonly max?: number | undefined
  readonly min?: number | undefined
}

export interface TightestLimits {
  readonly max: number
  readonly min: number
  readonly maxBy: string | null
  readonly minBy: string | null
  /** The minimum of one document lies above the maximum of another. */
  readonly conflict: boolean
}

/** Ceilings are limits: of several documents the lowest maximum and the highest minimum hold. */
export function tightest(limits: readonly Limits[]): TightestLimits {
  let max = Number.POSITIVE_INFINITY
  let min = 0
  let maxBy: string | null = null
  let minBy: string | null = null
  for (const limit of limits) {
    if (limit.max !== undefined && limit.max < max) [max, maxBy] = [limit.max, limit.from]
    if (limit.min !== undefined && limit.min > min) [min, minBy] = [limit.min, limit.from]
  }
  return { max, min, maxBy, minBy, conflict: min > max }
}
