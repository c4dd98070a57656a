/** The only source of now. */
import type { Day, Instant } from '@piket/domain/calendar/day.ts'

export interface Clock {
  /** The moment itself, in milliseconds: for sessions, deadlines of machines and measurements, never for a rule. */
  moment(): number
  /**
   * The minute it is in a region, in its own time: `2021-07-19T07:30`.
   * @param demoDay fixed business day of a demonstration region; the time of day stays real
   */
  now(zone: string, demoDay?: Day | null): Instant
}

/** A clock that follows a source of milliseconds: the machine's, or one that a test turns by hand. */
export const clockOf = (moment: () => number): Clock => ({
  moment,
  now(zone, demoDay) {
    const local = localMinute(zone).format(moment()).replace(' ', 'T')
    return demoDay ? `${demoDay}${local.slice(10)}` : local
  },
})

/** The clock of the machine. */
export const systemClock: Clock = clockOf(Date.now)

const formats = new Map<string, Intl.DateTimeFormat>()

function localMinute(timeZone: string): Intl.DateTimeFormat {
  // Swedish writes a moment as 2021-07-19 07:30.
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  return format
}
