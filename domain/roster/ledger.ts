/** The account of office days above or below one's share, from period to period. */

/** How far an old debt or credit may reach into a new period. */
export const usualCarryBound = 3

/** What a person brings into the next period: load less the water level, bounded so that no month is ruined by it. */
export const boundedCarry = (load: number, level: number, bound = usualCarryBound): number =>
  Math.max(-bound, Math.min(bound, load - level))

/**
 * Office days credited for leave, journeys and illness: the unit's office share of the working days missed, rounded to
 * nearest, half up. Without it the balancing would make people catch up on leave.
 */
export const leaveCredit = (days: number, share: number): number => Math.floor(days * share + 0.5)

/** Where new and transferred people enter, and those whom a rule bound: the middle of the unit; 0 in an empty one. */
export function medianCarry(carries: readonly number[]): number {
  const sorted = carries.toSorted((one, other) => one - other)
  return sorted[sorted.length >> 1] ?? 0
}
