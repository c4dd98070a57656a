/** The three zones of Indonesia. None has summer time, so an offset is all there is to them. */
import { addDays, type Day, type Instant, type Time } from './day.ts'

export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const
export type Zone = (typeof zones)[number]

/** Minutes before UTC: WIB, WITA, WIT. */
export const zoneOffset: Readonly<Record<Zone, number>> = {
  'Asia/Jakarta': 420,
  'Asia/Makassar': 480,
  'Asia/Jayapura': 540,
}

const millisecondsOfMinute = 60_000

/** Minutes after midnight. */
export const minutesOf = (time: Time): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `07:30`. Minutes of the evening before or of the next morning come as the time on that day. */
export function timeOf(minutes: number): Time {
  const ofDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

/** The moment that lies some minutes after midnight of a day, in milliseconds since 1970. */
export const momentOf = (day: Day, minutes: number, offset: number): number =>
  Date.parse(`${day}T00:00:00Z`) + (minutes - offset) * millisecondsOfMinute

/** The minute a moment falls in, in the zone's own time. */
export const instantAt = (moment: number, offset: number): Instant =>
  new Date(moment + offset * millisecondsOfMinute).toISOString().slice(0, 16)

/** The day a moment falls on. */
export const dayAt = (moment: number, offset: number): Day =>
  addDays('1970-01-01' as Day, Math.floor((moment + offset * millisecondsOfMinute) / 86_400_000))
