/** Who is there on which day: the patterns of Mauras et al. 2021, and any roster. */
import { type DayMask, hasDay } from '../roster/day-mask.ts'
import { seeded, shuffle } from '../roster/random.ts'

/** From the one with the fewest outbreaks to the one with the most, as published. */
export const presencePatterns = ['rotating-weekly', 'rotating-daily', 'on-off-weekly', 'on-off-daily', 'none'] as const
export type PresencePattern = (typeof presencePatterns)[number]

/** Whether a person is there on a day of the cycle. */
export interface Presence {
  /** Days after which everything repeats. */
  readonly cycle: number
  readonly there: (person: number, day: number) => boolean
}

/**
 * The calendar days after which everything repeats, from a Monday: for each the place of its working day, null where
 * nobody works.
 */
export type Cycle = readonly (number | null)[]

/** Two weeks from Monday to Sunday; nobody is there at the weekend. */
const fortnight: Cycle = Array.from({ length: 14 }, (_, day) =>
  day % 7 < 5 ? Math.floor(day / 7) * 5 + (day % 7) : null,
)

/**
 * Rotating: two halves, drawn by lot, that take turns by week or by working day. On-off: everybody together, every other
 * week or working day. Each of these has everybody there on half of the working days; `none` has them there on all.
 * @param cycle an even number of weeks and of working days, or the turns do not repeat with it
 */
export function patternPresence(
  pattern: PresencePattern,
  people: number,
  seed: number,
  cycle: Cycle = fortnight,
): Presence {
  const half = shuffle(
    Array.from({ length: people }, (_, person) => person % 2),
    // Not the luck that drew a network of the same seed, or its groups would fall into the halves.
    seeded(~seed),
  )
  let workdays = 0
  const turns = cycle.map((workday, day) =>
    workday === null ? null : (pattern.endsWith('weekly') ? Math.floor(day / 7) : workdays++) % 2,
  )
  const side = (person: number) => (pattern.startsWith('rotating') ? half[person]! : 0)
  return {
    cycle: cycle.length,
    there: (person, day) => {
      const turn = turns[day] ?? null
      return turn !== null && (pattern === 'none' || turn === side(person))
    },
  }
}

/**
 * A roster, repeated when its days are over.
 * @param masks days at the office by person, bit n the n-th working day of the roster
 */
export function rosterPresence(masks: readonly DayMask[], cycle: Cycle): Presence {
  return {
    cycle: cycle.length,
    there: (person, day) => {
      const workday = cycle[day]
      return workday !== null && workday !== undefined && hasDay(masks[person]!, workday)
    },
  }
}
