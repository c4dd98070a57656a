/** The languages of the interface, and how days, times and numbers are written in them. */
import { type Day, type Instant, weekdayOf } from '@piket/domain/calendar/day.ts'
import { clockWords, dayWords, monthWords } from '@piket/domain/messages/day-words.ts'
import { weekdayWords } from '@piket/domain/messages/words.ts'

export { numberText } from '@piket/domain/messages/number-words.ts'
export { plural } from '@piket/domain/messages/plural.ts'

export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: string | undefined): text is Language => text === 'id' || text === 'en'

/** `21 Juli 2021` */
export const dayText = (day: Day, language: Language): string => dayWords(day)[language]

/** `Rabu, 21 Juli 2021` */
export const longDay = (day: Day, language: Language): string =>
  `${weekdayWords[weekdayOf(day)][language]}, ${dayText(day, language)}`

/** `Rab 21` */
export const shortDay = (day: Day, language: Language): string =>
  `${weekdayWords[weekdayOf(day)][language].slice(0, 3)} ${Number(day.slice(8))}`

/** `Rab`, three letters of the weekday. */
export const shortWeekday = (day: Day, language: Language): string => weekdayWords[weekdayOf(day)][language].slice(0, 3)

/** `19 Juli–13 Agustus 2021`; parts that both days share are written once. */
export function dayRange(from: Day, until: Day, language: Language): string {
  if (from === until) return dayText(from, language)
  if (from.slice(0, 7) === until.slice(0, 7)) return `${Number(from.slice(8))}–${dayText(until, language)}`
  if (from.slice(0, 4) !== until.slice(0, 4)) return `${dayText(from, language)} – ${dayText(until, language)}`
  return `${Number(from.slice(8))} ${monthWords(from)[language]}–${dayText(until, language)}`
}

/** `Juli 2021` */
export const monthText = (day: string, language: Language): string => `${monthWords(day)[language]} ${day.slice(0, 4)}`

/** `07.28` in Indonesian, `07:28` in English; nothing for a day without a time. */
export const timeText = (instant: Instant, language: Language): string => clockWords(instant.slice(11, 16))[language]

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** `WIB`, `WITA` or `WIT`. */
export const zoneText = (zone: string): string => zoneNames[zone] ?? zone

/** `Rabu, 21 Juli 2021 07.28 WITA`; a day without a time stays one. */
export const momentText = (at: Instant, zone: string, language: Language): string =>
  [longDay(at.slice(0, 10) as Day, language), ...(at.length > 10 ? [timeText(at, language), zoneText(zone)] : [])].join(
    ' ',
  )

/** `kalimantan-timur` is `Kalimantan Timur`: a region or body that no list names. */
export const nameOfSlug = (slug: string): string =>
  slug
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')

/** `3 jam 41 menit`, `3 h 41 min`; under an hour minutes alone. */
export function durationText(minutes: number, language: Language): string {
  const [hour, minute] = language === 'id' ? ['jam', 'menit'] : ['h', 'min']
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? `${hours} ${hour}` : '', rest > 0 || hours === 0 ? `${rest} ${minute}` : '']
    .filter(Boolean)
    .join(' ')
}

/** A sentence with its full stop; a name may bring it along: `S.Sos.` */
export const sentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`)
