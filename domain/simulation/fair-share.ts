/** How a fair draw would share out office days among those who take turns, before anything is drawn. */
import { isShort, turnRange } from '../decision/turn-range.ts'
import { type Fill, fillOf, type TurnDay } from '../roster/seat-groups.ts'
import { waterLevel } from '../roster/water-level.ts'

/** What the fairest draw comes to for whoever can come on all of the days; who can come on fewer has at most those. */
export interface FairShare {
  readonly people: number
  /** Days with turns. */
  readonly days: number
  /** Fewest and most office days of a person. */
  readonly least: number
  readonly most: number
  /** Days that a roster leaves open, for nobody can say how many may come, or too few can: nobody is drawn on them. */
  readonly open: number
}

/**
 * The level to which rosters are drawn, reckoned from free days and seats alone. Minima of counters and rules on patterns
 * are not looked at, so that a drawn roster may differ more, never less.
 * @param free days on which each person takes turns
 * @returns undefined where nobody takes turns
 */
export function fairShare(free: readonly number[], days: readonly TurnDay[]): FairShare | undefined {
  if (free.length === 0) return undefined
  const fill = fillOf(days)
  const total = days.reduce((sum, day) => sum + seatsForTurns(day, fill), 0)
  const { level, over } = waterLevel(new Array<number>(free.length).fill(0), free, total)
  // Where everybody comes on all of their days the level stands above them.
  const longest = free.reduce((most, own) => Math.max(most, own), 0)
  return {
    ...{ people: free.length, days: days.length },
    ...{ least: Math.min(longest, level), most: Math.min(longest, level + (over > 0 ? 1 : 0)) },
    open: days.filter(isOpen).length,
  }
}

const isOpen = ({ turning, seats: { quotas, unsettled } }: TurnDay): boolean =>
  unsettled !== null || quotas.some((quota) => isShort(quota, turning))

/** Seats left for those who take turns, once those who are in by rule sit. Without a quota all of them may come. */
function seatsForTurns(day: TurnDay, fill: Fill): number {
  if (isOpen(day)) return 0
  const { least, most } = turnRange(day.turning, day.seats.quotas)
  return fill === 'minima' ? least : most
}

/** Many agencies together. */
export interface SharedOut {
  readonly people: number
  readonly agencies: number
  /** Of the agency whose people come least of their days with turns, and of the one whose people come most. */
  readonly least: FairShare
  readonly most: FairShare
  /** Most days that any of them leaves open. */
  readonly open: number
}

/** What many agencies come to together; undefined: in none of them does anybody take turns. */
export function sharedOut(shares: readonly FairShare[]): SharedOut | undefined {
  const [first] = shares
  if (!first) return undefined
  return {
    people: shares.reduce((sum, { people }) => sum + people, 0),
    agencies: shares.length,
    least: shares.reduce((best, one) => (one.least / one.days < best.least / best.days ? one : best), first),
    most: shares.reduce((best, one) => (one.most / one.days > best.most / best.days ? one : best), first),
    open: Math.max(...shares.map(({ open }) => open)),
  }
}
