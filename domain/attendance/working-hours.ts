/** When somebody works on a day, and when they check in and out: hours are data, and a clause goes before the usual ones. */
import { type Day, type Time, type Weekday, weekdayOf } from '../calendar/day.ts'
import { minutesOf, momentOf, timeOf } from '../calendar/zone.ts'
import type { Row } from '../decision/row.ts'
import type { MomentWindow } from './time-bounds.ts'

/** A line of the usual hours. */
export interface UsualHours {
  readonly weekdays: readonly Weekday[]
  readonly from: Time
  readonly until: Time
  readonly breakMinutes: number
  /** Name of the declared season in which it holds; null: outside of every season that has lines of its own. */
  readonly season: string | null
}

const mondayToThursday = ['monday', 'tuesday', 'wednesday', 'thursday'] as const

/** Perpres 21/2023, as its weekly sums give them: 37 h 30 m, and 32 h 30 m in Ramadan. A region may give its own. */
export const usualHours: readonly UsualHours[] = [
  { weekdays: mondayToThursday, from: '07:30', until: '16:00', breakMinutes: 60, season: null },
  { weekdays: ['friday'], from: '07:30', until: '16:30', breakMinutes: 90, season: null },
  { weekdays: mondayToThursday, from: '08:00', until: '15:00', breakMinutes: 30, season: 'ramadan' },
  { weekdays: ['friday'], from: '08:00', until: '15:30', breakMinutes: 60, season: 'ramadan' },
]

/** Minutes of work in a week of the usual hours. */
export const weeklyMinutes = (lines: readonly UsualHours[], season: string | null): number =>
  lines
    .filter((line) => line.season === season)
    .reduce(
      (sum, { weekdays, from, until, breakMinutes }) =>
        sum + weekdays.length * (minutesOf(until) - minutesOf(from) - breakMinutes),
      0,
    )

/** Minutes after midnight of the day; below 0 is the evening before, above 1440 the next morning. */
export interface DayWindow {
  /** `masuk` and `pulang`, or as the clause calls it. */
  readonly name: string
  readonly kind: MomentWindow['kind']
  readonly opens: number
  readonly closes: number
}

export interface WorkingHours {
  /** As a row writes them, `07:30-16:00/60`; `undetermined` and `conflict` where the documents say no more. */
  readonly hours: string
  /** `clause`: a document says so. `usual`: none does. */
  readonly source: 'clause' | 'usual'
  /** In order of the day. None where the hours cannot be said. */
  readonly windows: readonly DayWindow[]
}

export interface HoursInput {
  readonly row: Pick<Row, 'date' | 'hours' | 'windows'>
  readonly usual: readonly UsualHours[]
  /** Names of the declared seasons that hold on the day. */
  readonly seasons: readonly string[]
  /** Minutes before the hours in which one may check in already. */
  readonly lead?: number
}

/** Who lives near comes early; nobody is at work in the middle of the night. */
export const usualLead = 90

/**
 * The hours and windows of a person's day. Windows of a clause are taken as written: one that begins in the second half
 * of the hours is to leave by. null: the usual hours know no work on that weekday.
 */
export function workingHours({ row, usual, seasons, lead = usualLead }: HoursInput): WorkingHours | null {
  const hours = row.hours ?? usualOn(row.date, usual, seasons)
  if (hours === null) return null
  const source = row.hours === null ? 'usual' : 'clause'
  const stretch = stretchOf(hours)
  const middle = stretch ? (stretch.from + stretch.until) / 2 : 720
  const written = row.windows.flatMap((text): DayWindow[] => {
    const space = text.lastIndexOf(' ')
    const found = stretchOf(text.slice(space + 1))
    return found
      ? [
          {
            name: text.slice(0, space),
            kind: found.from < middle ? 'in' : 'out',
            opens: found.from,
            closes: found.until,
          },
        ]
      : []
  })
  if (written.length > 0) return { hours, source, windows: written.sort((a, b) => a.opens - b.opens) }
  const windows: readonly DayWindow[] = stretch
    ? [
        { name: 'masuk', kind: 'in', opens: stretch.from - lead, closes: stretch.from },
        { name: 'pulang', kind: 'out', opens: stretch.until, closes: stretch.from - lead + 1440 },
      ]
    : []
  return { hours, source, windows }
}

function usualOn(day: Day, usual: readonly UsualHours[], seasons: readonly string[]): string | null {
  const weekday = weekdayOf(day)
  const lines = usual.filter(({ weekdays }) => weekdays.includes(weekday))
  const line =
    lines.find(({ season }) => season !== null && seasons.includes(season)) ??
    lines.find(({ season }) => season === null)
  return line ? `${line.from}-${line.until}/${line.breakMinutes}` : null
}

/** `20:00-06:00` ends on the next morning. */
function stretchOf(text: string): { readonly from: number; readonly until: number } | null {
  const [, start, end] = /^(\d\d:\d\d)-(\d\d:\d\d)(?:\/\d+)?$/.exec(text) ?? []
  if (start === undefined || end === undefined) return null
  const from = minutesOf(start)
  const until = minutesOf(end)
  return { from, until: until > from ? until : until + 1440 }
}

/** `07:30`, of a window. */
export const windowTimes = ({ opens, closes }: DayWindow): { readonly from: Time; readonly until: Time } => ({
  from: timeOf(opens),
  until: timeOf(closes),
})

const minute = 60_000

/**
 * A window as moments. In a demonstration region the business day is shifted and moments are not: give the real date.
 * A time is a minute: who checks in at 07:30:59 reads 07:30, and is not late.
 * @param offset minutes of the zone before UTC
 */
export const windowMoments = ({ kind, opens, closes }: DayWindow, date: Day, offset: number): MomentWindow => ({
  kind,
  opensAt: momentOf(date, opens, offset),
  closesAt: momentOf(date, closes, offset) + minute - 1,
})
