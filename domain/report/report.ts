/** The daily work report: when it is due, how it stands, and who reviews it. */
import { addDays, type Day, monthOf, type Period, type Time, weekOf, within } from '../calendar/day.ts'
import { minutesOf, momentOf } from '../calendar/zone.ts'
import type { Due } from '../circular/clause.ts'
import type { ClauseRef, Place, Row, RowDuty } from '../decision/row.ts'
import { type Refused, refuser } from '../messages/refused.ts'

export const reportStates = ['draft', 'sent', 'approved', 'returned'] as const
export type ReportState = (typeof reportStates)[number]

export interface WorkReport {
  readonly employee: string
  readonly day: Day
  readonly state: ReportState
  readonly done: string
  /** Whoever entered it: the person, or the superior for a report by phone or WhatsApp. */
  readonly enteredBy: string
  readonly sentAt: number | null
  readonly reviewedBy: string | null
  readonly reviewedAt: number | null
  /** Why it came back. */
  readonly returnedFor: string | null
}

const refuse = refuser({
  'report-day-off': {
    id: 'Hari itu libur, jadi tidak perlu laporan.',
    en: 'It is a day off: no report is needed.',
  },
  'report-on-leave': {
    id: 'Hari itu Anda cuti, dinas luar, atau tugas belajar, jadi tidak perlu laporan harian.',
    en: 'You are on leave, travel or study that day: no daily report is needed.',
  },
  'report-day-ahead': {
    id: 'Hari itu belum tiba.',
    en: 'That day is still to come.',
  },
  'report-day-past': {
    id: 'Laporan untuk hari itu tidak dapat dikirim lagi, karena sudah lewat 31 hari.',
    en: 'A report of that day can no longer be sent: more than 31 days have passed.',
  },
  'report-empty': {
    id: 'Tulis apa yang dikerjakan. Satu atau dua kalimat cukup.',
    en: 'Write what was done. A sentence or two will do.',
  },
  'report-too-long': {
    id: 'Laporan terlalu panjang. Ringkas menjadi paling banyak 4.000 huruf.',
    en: 'The report is too long. Shorten it to at most 4,000 characters.',
  },
  'report-sent-already': {
    id: 'Laporan ini sudah dikirim. Minta atasan mengembalikannya bila ada yang salah.',
    en: 'This report has been sent already. Ask your superior to return it if something is wrong.',
  },
  'report-not-sent': {
    id: 'Laporan ini belum dikirim, jadi belum dapat diperiksa.',
    en: 'This report has not been sent and cannot be reviewed yet.',
  },
  'report-reviewed-already': {
    id: 'Laporan ini sudah diperiksa.',
    en: 'This report has been reviewed already.',
  },
  'report-own-review': {
    id: 'Laporan sendiri diperiksa oleh atasan.',
    en: 'Your own report is reviewed by your superior.',
  },
  'report-not-yours-to-review': {
    id: 'Laporan ini diperiksa oleh atasan langsung atau pejabat yang menggantikannya.',
    en: 'This report is reviewed by the direct superior or whoever acts in their place.',
  },
  'report-return-reason-missing': {
    id: 'Tulis apa yang perlu diperbaiki.',
    en: 'Write what needs to be mended.',
  },
})

export type ReportRefusal = ReturnType<typeof refuse>['refused']
type No = Refused<ReportRefusal>

/** Longest text, in characters. */
export const longestReport = 4_000

const noReport: Partial<Record<Place, ReportRefusal>> = {
  off: 'report-day-off',
  leave: 'report-on-leave',
  travel: 'report-on-leave',
  education: 'report-on-leave',
}

/** When a report has to be there. */
export interface ReportDeadline {
  readonly on: Day
  readonly time: Time
  /** `duty`: a clause asks for it. `head`: the head does. null: nobody does, and one may still be sent. */
  readonly askedBy: 'duty' | 'head' | null
  /** The clause that asks. */
  readonly clause: ClauseRef | null
}

/** A rhythm, with the time of day. */
export type Rhythm = Extract<Due, { every: unknown }>

export interface ReportSettings {
  /** How often, and until when, the head of the agency wants reports; null: nothing was set. */
  readonly headDue: Rhythm | null
  /** End of the hours, where nobody names a time. */
  readonly hoursEnd: Time
}

/** Days for which one may still report. */
const reportWithin = 31

/** Why nothing can be sent for a day, seen from today; null: it can. */
export function reportDayRefusal(day: Day, today: Day): No | null {
  if (day > today) return refuse('report-day-ahead')
  return addDays(day, reportWithin) < today ? refuse('report-day-past') : null
}

/** When the report of a day is due, by its decision and the head's setting; or why there is none. */
export function reportDeadline(
  { date, place, duties }: Pick<Row, 'date' | 'place' | 'duties'>,
  { headDue, hoursEnd }: ReportSettings,
): ReportDeadline | No {
  const no = noReport[place]
  if (no) return refuse(no)
  const usual = headDue?.time ?? hoursEnd
  const [first] = duties
    .filter(({ do: what, certain }) => what === 'work_report' && certain)
    .map((duty) => ({
      ...dueOf(duty.due, date, usual),
      askedBy: 'duty' as const,
      clause: { circular: duty.circular, clause: duty.clause },
    }))
    .sort((a, b) => (`${a.on} ${a.time}` < `${b.on} ${b.time}` ? -1 : 1))
  return first ?? { ...dueOf(headDue, date, usual), askedBy: headDue && 'head', clause: null }
}

/** A rhythm longer than a day is due on its next day; what hangs on an event is due on the day itself. */
function dueOf(due: RowDuty['due'], date: Day, time: Time): { readonly on: Day; readonly time: Time } {
  if (due === null) return { on: date, time }
  if ('on' in due) return { on: due.on > date ? due.on : date, time }
  return 'every' in due ? { on: nextOf(due, date), time: due.time ?? time } : { on: date, time }
}

function nextOf({ every, day }: Rhythm, date: Day): Day {
  if (every === 'week') {
    const wanted = addDays(weekOf(date), (day ?? 5) - 1)
    return wanted >= date ? wanted : addDays(wanted, 7)
  }
  if (every === 'month') {
    const last = monthOf(date).until
    const wanted = dayOfMonth(date, day ?? 31)
    return wanted >= date ? wanted : dayOfMonth(addDays(last, 1), day ?? 31)
  }
  return date
}

/** The 31st of a short month is its last day. */
const dayOfMonth = (date: Day, day: number): Day => {
  const last = monthOf(date).until
  return `${date.slice(0, 7)}-${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}` as Day
}

/** The last moment of the minute in which it is due. In a demonstration region `on` has to be the real date. */
export const deadlineMoment = ({ on, time }: Pick<ReportDeadline, 'on' | 'time'>, offset: number): number =>
  momentOf(on, minutesOf(time), offset) + 59_999

/** How a report stands: a missing one is late after its deadline, where somebody asks for it. */
export type ReportStanding = ReportState | 'late' | 'not_due'

/** A returned report is late again only once it has been left for a day. */
const mendWithin = 24 * 3_600_000

/**
 * How the report of a day stands.
 * @param deadlineAt null: nobody asks for it
 */
export function reportStanding(report: WorkReport | null, deadlineAt: number | null, now: number): ReportStanding {
  if (report?.state === 'sent' || report?.state === 'approved') return report.state
  if (report?.state === 'returned') return now > (report.reviewedAt ?? 0) + mendWithin ? 'late' : 'returned'
  if (deadlineAt !== null && now > deadlineAt) return 'late'
  return report ? 'draft' : 'not_due'
}

/** Whether it came after its deadline; an offline report counts from when it was written, by the caller's bounds. */
export const cameLate = ({ sentAt }: Pick<WorkReport, 'sentAt'>, deadlineAt: number | null): boolean =>
  sentAt !== null && deadlineAt !== null && sentAt > deadlineAt

/** Writes a draft, or writes a returned report anew. */
export function draftReport(
  before: WorkReport | null,
  { employee, day, done, enteredBy }: Pick<WorkReport, 'employee' | 'day' | 'done' | 'enteredBy'>,
): WorkReport | No {
  if (before && before.state !== 'draft' && before.state !== 'returned') return refuse('report-sent-already')
  if (done.length > longestReport) return refuse('report-too-long')
  return {
    ...(before ?? { state: 'draft', sentAt: null, reviewedBy: null, reviewedAt: null, returnedFor: null }),
    employee,
    day,
    done,
    enteredBy,
  }
}

export function sendReport(report: WorkReport, at: number): WorkReport | No {
  if (report.state !== 'draft' && report.state !== 'returned') return refuse('report-sent-already')
  if (report.done.trim() === '') return refuse('report-empty')
  return { ...report, state: 'sent', sentAt: at, reviewedBy: null, reviewedAt: null }
}

/** @param reviewers those who may, by `reviewersOf` */
export function approveReport(
  report: WorkReport,
  by: string,
  reviewers: readonly string[],
  at: number,
): WorkReport | No {
  return reviewRefusal(report, by, reviewers) ?? { ...reviewed(report, by, at), state: 'approved', returnedFor: null }
}

export function returnReport(
  report: WorkReport,
  by: string,
  reviewers: readonly string[],
  { why, at }: { readonly why: string; readonly at: number },
): WorkReport | No {
  const no = reviewRefusal(report, by, reviewers)
  if (no) return no
  if (why.trim() === '') return refuse('report-return-reason-missing')
  return { ...reviewed(report, by, at), state: 'returned', returnedFor: why.trim() }
}

const reviewed = (report: WorkReport, by: string, at: number) => ({ ...report, reviewedBy: by, reviewedAt: at })

function reviewRefusal({ employee, state }: WorkReport, by: string, reviewers: readonly string[]): No | null {
  if (by === employee) return refuse('report-own-review')
  if (!reviewers.includes(by)) return refuse('report-not-yours-to-review')
  if (state === 'draft') return refuse('report-not-sent')
  return state === 'sent' ? null : refuse('report-reviewed-already')
}

/** Somebody who takes the place of another for a period: an acting head, or a delegation. */
export interface Deputy extends Period {
  readonly employee: string
  readonly inPlaceOf: string
}

/** Who may review the reports of a person on a day: superior and head, and who acts for them; never the person. */
export function reviewersOf(
  employee: string,
  { supervisor, head }: { readonly supervisor: string | null; readonly head: string | null },
  deputies: readonly Deputy[],
  day: Day,
): string[] {
  const own = [supervisor, head].filter((one) => one !== null)
  const acting = deputies.filter((one) => own.includes(one.inPlaceOf) && within(day, one)).map((one) => one.employee)
  return [...new Set([...own, ...acting])].filter((one) => one !== employee)
}
