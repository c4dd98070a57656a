import { type Day, type Instant, knownBy, type Period, startOf, weekdayOf } from './day.ts'

export type WorkPattern = 'five_day' | 'six_day' | 'shift'

/** One line of a decree on holidays. A day moved away by a later decree is a new `workday` line, never an edit. */
export interface CalendarRecord {
  readonly day: Day
  readonly kind: 'holiday' | 'joint_leave' | 'workday'
  readonly name: string
  readonly decree: string | null
  readonly recorded: Instant | null
}

/** A declared season, such as Ramadan. */
export interface SeasonRecord extends Period {
  readonly name: string
  /** Absent: known, for a database gives only what is. */
  readonly recorded?: Instant | null
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'joint_leave' | 'shift'

/**
 * What a day is for somebody with a work pattern, as known at an instant. The newest line known by then wins, so a
 * decree that moves a holiday never rewrites what was known before. Shift staff have their own days: each one counts.
 */
export function dayKind(day: Day, pattern: WorkPattern, calendar: readonly CalendarRecord[], known: Instant): DayKind {
  if (pattern === 'shift') return 'shift'
  let newest: CalendarRecord | undefined
  for (const line of calendar) {
    if (line.day !== day || !knownBy(line.recorded, known)) continue
    if (!newest || startOf(line.recorded ?? '0000-01-01') >= startOf(newest.recorded ?? '0000-01-01')) newest = line
  }
  if (newest) return newest.kind
  const weekday = weekdayOf(day)
  return weekday === 'sunday' || (weekday === 'saturday' && pattern === 'five_day') ? 'weekend' : 'workday'
}

export const isWorking = (kind: DayKind): boolean => kind === 'workday' || kind === 'shift'

/** Years of a period for which no decree was read: in them only weekends are free, and whoever asks is told so. */
export function yearsWithoutDecree(from: Day, until: Day, calendar: readonly CalendarRecord[]): number[] {
  const read = new Set(calendar.map(({ day }) => Number(day.slice(0, 4))))
  const years: number[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    if (!read.has(year)) years.push(year)
  }
  return years
}
