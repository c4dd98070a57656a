/** How high the loads stand when nothing but the people's free days is in the way. */
export interface WaterLevel {
  /** Largest level that everybody can be filled to. */
  readonly level: number
  /** Office days left above it: so many people carry one more. */
  readonly over: number
}

/**
 * Largest L with `sum of clamp(L - carry, 0, available) <= total`. Each person adds one day per level from their carry
 * on until their free days are used up, so a histogram of those two ends gives L in linear time. No roster with this
 * total has a smaller sum of squares than the one that stands at L, whatever else is asked of it.
 */
export function waterLevel(carry: ArrayLike<number>, available: ArrayLike<number>, total: number): WaterLevel {
  if (carry.length === 0) return { level: 0, over: total }
  let base = Infinity
  let top = -Infinity
  for (let person = 0; person < carry.length; person++) {
    base = Math.min(base, carry[person]!)
    top = Math.max(top, carry[person]! + available[person]!)
  }
  const slope = new Int32Array(top - base + 2)
  for (let person = 0; person < carry.length; person++) {
    slope[carry[person]! - base]!++
    slope[carry[person]! - base + available[person]!]!--
  }
  let level = base
  let rising = 0
  let filled = 0
  for (let step = 0; step < slope.length - 1; step++) {
    rising += slope[step]!
    if (filled + rising > total) break
    filled += rising
    level++
  }
  return { level, over: total - filled }
}

/** The office days a person has at a level. */
export const daysAtLevel = (level: number, carry: number, available: number): number =>
  Math.max(0, Math.min(available, level - carry))
