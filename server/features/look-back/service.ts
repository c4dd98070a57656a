/** What lies behind an agency's day: its last ten working days, and what is left open. */
import { silent } from '@piket/domain/attendance/recall.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { Db } from '#platform/db.ts'
import type { Attendance } from '../attendance/service.ts'
import { type AgencyDayFigures, agencyFigures } from '../day-record/service.ts'
import type { RegionAsListed } from '../region/service.ts'

export interface LookBack {
  /** The last ten working days that are closed, the oldest first; with those whose statement names a broken limit. */
  readonly days: readonly (AgencyDayFigures & { readonly broken: boolean })[]
  /** Work reports of these days that never came. */
  readonly overdue: number
  /** Corrections that wait, of these days and of today. */
  readonly corrections: number
  /** People called to the office today who have not answered. */
  readonly unanswered: number
}

const shownDays = 10
/** So many days hold ten working days, with holidays among them. */
const spanOfShown = 24

/** The days that are looked back on from a day. */
export const spanBefore = (day: Day): { readonly from: Day; readonly until: Day } => ({
  from: addDays(day, -spanOfShown),
  until: addDays(day, -1),
})

interface Today {
  readonly day: Day
  /** In milliseconds. */
  readonly now: number
  /** Agencies and days of which a statement says that a limit was broken. */
  readonly broken: readonly { readonly agency: string; readonly day: string }[]
  /** Only this one. */
  readonly agency?: string
}

/** What lies behind the day of each agency, given its people of today. */
export async function lookBack(
  db: Db,
  region: RegionAsListed,
  { day, now, broken, agency: only }: Today,
): Promise<(agency: string, people: readonly Attendance[]) => LookBack> {
  const figures = await agencyFigures(db, region, { ...spanBefore(day), ...(only !== undefined && { agency: only }) })
  const marks = new Set(broken.map((one) => `${one.agency} ${one.day}`))
  const worked = new Map<string, AgencyDayFigures[]>()
  for (const one of figures) if (one.working > 0) worked.set(one.agency, [...(worked.get(one.agency) ?? []), one])
  return (agency, people) => {
    const days = (worked.get(agency) ?? [])
      .slice(-shownDays)
      .map((one) => ({ ...one, broken: marks.has(`${agency} ${one.day}`) }))
    return {
      days,
      overdue: days.reduce((sum, { reportsMissing }) => sum + reportsMissing, 0),
      corrections: days.reduce((sum, one) => sum + one.corrections, people.filter(({ open }) => open).length),
      unanswered: people.filter(({ recalls }) => isUnanswered(recalls.at(-1), now)).length,
    }
  }
}

/** Nobody answered in the time in which somebody should have called again, or by the deadline. */
const isUnanswered = (recall: Attendance['recalls'][number] | undefined, now: number): boolean =>
  recall !== undefined && (recall.state === 'no_show' ? recall.answeredAt === null : silent([recall], now).length > 0)
