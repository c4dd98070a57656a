/** How a fair draw would share out office days among those who take turns, before anything is drawn. */
import type { Seats } from '../decision/seats.ts'
import { fillOf } from '../roster/lineup.ts'
import { waterLevel } from '../roster/water-level.ts'

/** A day on which some people of an agency take turns. */
export interface TurnDay {
  /** How many take turns. */
  readonly people: number
  readonly seats: Seats
}

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
  const fill = fillOf(days.map(({ seats }) => seats))
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

const isOpen = ({ people, seats: { limits, unsettled } }: TurnDay): boolean =>
  unsettled !== null || (limits !== null && limits.min > limits.inside.size + people)

/** Seats left for those who take turns, once those who are in by rule sit. Without a quota all of them may come. */
export function seatsForTurns(day: TurnDay, fill: 'minima' | 'ceiling'): number {
  const { people, seats } = day
  if (isOpen(day)) return 0
  if (!seats.limits) return people
  const { min, max, inside } = seats.limits
  return Math.min(people, Math.max(0, (fill === 'minima' ? min : max) - inside.size))
}

/** What many agencies come to together: the widest bounds, and how many people stand under them. */
export const sharedOut = (shares: readonly FairShare[]): FairShare | undefined =>
  shares.length === 0
    ? undefined
    : shares.reduce((all, one) => ({
        ...{ people: all.people + one.people, days: Math.max(all.days, one.days) },
        ...{ least: Math.min(all.least, one.least), most: Math.max(all.most, one.most) },
        open: Math.max(all.open, one.open),
      }))
