/** Days and instants, as text in the region's own time. A `Date` would drag in a time zone that is nobody's. */

/** A calendar day in the region's own time, written 2021-07-19. Never a moment, so never a Date. */
export type Day = string & { readonly day: unique symbol }

/** A day, or a day with a time: `2021-07-19` or `2021-07-19T10:00`. A day alone starts at 00:00 and ends at 24:00. */
export type Instant = string

/** A time of day, `07:30`; `24:00` is the end of the day. */
export type Time = string

/** First and last day, both inside. An absent side is open. */
export interface Period {
  readonly from: Day | null
  readonly until: Day | null
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

const millisecondsOfDay = 86_400_000

/** Whether the text is a day of the calendar: 2021-02-29 is not. */
export function isDay(text: string): text is Day {
  // There is no year 0.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

export const weekdayOf = (day: Day): Weekday => weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsOfDay).toISOString().slice(0, 10) as Day

/** Whole days from one day to another; negative when the second lies before. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsOfDay)

/** Every day from first to last, both inside; none when the last lies before the first. */
export const daysOf = (first: Day, last: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, count) => addDays(first, count))

/** The Monday of the week: weeks run Monday to Sunday. */
export const weekOf = (day: Day): Day => addDays(day, -weekdays.indexOf(weekdayOf(day)))

/** The first and the last day of the month around a day. */
export function monthOf(day: Day): { readonly from: Day; readonly until: Day } {
  const next = addDays(`${day.slice(0, 7)}-28` as Day, 4)
  return { from: `${day.slice(0, 7)}-01` as Day, until: addDays(next, -Number(next.slice(8))) }
}

export const within = (day: Day, { from, until }: Period): boolean =>
  (from === null || from <= day) && (until === null || day <= until)

export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day

/** The first minute an instant can mean. */
export const startOf = (instant: Instant): Instant => (instant.length === 10 ? `${instant}T00:00` : instant)

/** The last minute an instant can mean. */
export const endOf = (instant: Instant): Instant => (instant.length === 10 ? `${instant}T24:00` : instant)

/** Whether something recorded at one instant was known at another. What has no instant was always known. */
export const knownBy = (recorded: Instant | null, known: Instant): boolean =>
  recorded === null || startOf(recorded) <= endOf(known)

/** Completed years of age. Who was born on 29 February has the birthday on 1 March in short years. */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) >= birth.slice(5) ? years : years - 1
}
