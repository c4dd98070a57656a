/** Who is there on which day: the patterns of Mauras et al. 2021, and any roster. */
import { type DayMask, hasDay } from '../roster/day-mask.ts'
import { seeded, shuffle } from '../roster/random.ts'

/** From the one with the fewest outbreaks to the one with the most, as published. */
export const presencePatterns = ['rotating-weekly', 'rotating-daily', 'on-off-weekly', 'on-off-daily', 'none'] as const
export type PresencePattern = (typeof presencePatterns)[number]

/** Whether a person is there on a day counted from the first, which may be before it. */
export interface Presence {
  /** Days after which everything repeats. */
  readonly cycle: number
  readonly there: (person: number, day: number) => boolean
}

/** Two weeks from Monday to Sunday; nobody is there at the weekend. */
const fortnight = 14
const isWorkday = (day: number) => day % 7 < 5

/**
 * Rotating: two halves, drawn by lot, that take turns by week or by working day. On-off: everybody together, every other
 * week or working day. Each of these has everybody there on half of the working days; `none` has them there on all.
 */
export function patternPresence(pattern: PresencePattern, people: number, seed: number): Presence {
  const half = shuffle(
    Array.from({ length: people }, (_, person) => person % 2),
    // Not the luck that drew a network of the same seed, or its groups would fall into the halves.
    seeded(~seed),
  )
  const week = (day: number) => Math.floor(day / 7)
  const workday = (day: number) => week(day) * 5 + (day % 7)
  const turn = (day: number) => (pattern.endsWith('weekly') ? week(day) : workday(day)) % 2
  const side = (person: number) => (pattern.startsWith('rotating') ? half[person]! : 0)
  return {
    cycle: fortnight,
    there: (person, day) => isWorkday(day) && (pattern === 'none' || turn(day) === side(person)),
  }
}

/**
 * A roster, repeated when its days are over.
 * @param masks days at the office by person, bit n the n-th working day of the roster
 * @param calendarDays for each calendar day of the period the place of its working day, null where nobody works
 */
export function rosterPresence(masks: readonly DayMask[], calendarDays: readonly (number | null)[]): Presence {
  return {
    cycle: calendarDays.length,
    there: (person, day) => {
      const workday = calendarDays[day]
      return workday !== null && workday !== undefined && hasDay(masks[person]!, workday)
    },
  }
}
