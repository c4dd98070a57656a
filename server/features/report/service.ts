/** Daily work reports: when they are due, how they stand, and how they are kept. */
import { createHash } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import { usualHours, workingHours } from '@piket/domain/attendance/working-hours.ts'
import { addDays, type Day, type Time, within } from '@piket/domain/calendar/day.ts'
import { zoneOffset } from '@piket/domain/calendar/zone.ts'
import { canonical } from '@piket/domain/canonical.ts'
import { middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import type { Finding, Place } from '@piket/domain/decision/row.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import {
  cameLate,
  deadlineMoment,
  draftReport,
  type ReportDeadline,
  type ReportRefusal,
  type ReportStanding,
  type Rhythm,
  reportDayRefusal,
  reportDeadline,
  reportStanding,
  sendReport,
  type WorkReport,
} from '@piket/domain/report/report.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Ground, groundAsked } from '../ground/service.ts'
import { answerInstructions } from '../instruction/service.ts'
import { businessDay, knowledgeOf, realDayOf } from '../knowledge/service.ts'
import { peopleOfAgencies } from '../leader/service.ts'
import { mainDutiesOf } from '../main-duty/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { areKept } from '../report-file/service.ts'
import { rhythmsOf } from '../report-rhythm/service.ts'
import { isReviewer } from '../reviewer/service.ts'
import { roleWindow } from '../session/service.ts'
import { postingOf } from '../staff/service.ts'
import { addReport, lastReports, lockReports, reportOfId, reviewRow, versionsOf, waitingReports } from './queries.ts'

/** How a report came: written here, or told by telephone or WhatsApp and entered by the superior. */
export const reportChannels = ['piket', 'phone', 'whatsapp'] as const
export type ReportChannel = (typeof reportChannels)[number]

/** One version of a report, as it is kept. */
export interface KeptReport extends WorkReport {
  readonly id: string
  readonly version: number
  readonly mainDuty: string | null
  readonly amount: number | null
  readonly target: number | null
  /** What is counted; null: nothing. */
  readonly counted: string | null
  /** SHA-256 of each file. */
  readonly files: readonly string[]
  /** Tasks that it answers. */
  readonly instructions: readonly string[]
  readonly channel: ReportChannel
  readonly late: boolean
  /** When it was written by the clock of the phone on which it waited; null: it did not wait. */
  readonly writtenAt: number | null
  readonly sentAt: number
}

type Row = KeptReport & { readonly sha256: Buffer }

/** The report of one person and one day. */
export interface ReportDay {
  readonly employee: string
  readonly day: Day
  readonly place: Place
  /** When it is due; a code: why there is none on that day. */
  readonly deadline: ReportDeadline | ReportRefusal
  /** The moment, in milliseconds; null: nobody asks for one. */
  readonly deadlineAt: number | null
  /** The last version; null: nothing was sent. */
  readonly report: KeptReport | null
  readonly standing: ReportStanding
}

interface Posted {
  readonly employee: string
  readonly agency: string
}

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** Without hours in the documents, and where nobody names a time. */
const usualEnd = '16:00'

/** The reports of some people on some days, by person and day. Whoever was not employed on a day has none. */
export async function reportDays(
  source: Source,
  region: RegionAsListed,
  people: readonly Posted[],
  days: readonly Day[],
): Promise<ReportDay[]> {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  if (first === undefined || last === undefined || people.length === 0) return []
  const ids = people.map(({ employee }) => employee)
  const agencies = [...new Set(people.map(({ agency }) => agency))]
  const { reports, settings } = await as(source.db, inRegion(region), async (tx) => ({
    reports: (await lastReports(tx, ids, { from: first, until: last })) as Row[],
    settings: await rhythmsOf(tx, agencies),
  }))
  const sent = new Map(reports.map((report) => [`${report.employee} ${report.day}`, report]))
  const found: ReportDay[] = []
  for (const agency of agencies) {
    const here = people.filter((one) => one.agency === agency).map(({ employee }) => employee)
    for (const { ground, of } of await groundsOf(source, region, agency, days)) {
      const table = decideList(ground.book, here, of)
      for (const [row, employee] of here.entries())
        for (const [column, day] of of.entries()) {
          const finding = middayOf(spansAt(table, row, column))
          const report = sent.get(`${employee} ${day}`) ?? null
          const headDue = settings.get(agency) ?? null
          if (finding) found.push(dayOf(source, region, { employee, day, finding, ground, headDue, report }))
        }
    }
  }
  return found
}

/** The grounds that cover some days of an agency: one for each month, shared with the pages of its people. */
async function groundsOf(source: Source, region: RegionAsListed, agency: string, days: readonly Day[]) {
  const grounds: { readonly ground: Ground; readonly of: readonly Day[] }[] = []
  for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
    const of = days.filter((day) => day.startsWith(month))
    const knowledge = knowledgeOf(source, region, { date: of[0] })
    if (isRefusal(knowledge)) continue
    const ground = await groundAsked(source.db, { region, ...knowledge, simulate: undefined }, agency)
    if (!isRefusal(ground)) grounds.push({ ground, of })
  }
  return grounds
}

interface DayParts {
  readonly employee: string
  readonly day: Day
  readonly finding: Finding
  readonly ground: Ground
  readonly headDue: Rhythm | null
  readonly report: KeptReport | null
}

function dayOf(source: Source, region: RegionAsListed, parts: DayParts): ReportDay {
  const { employee, day, finding, ground, headDue, report } = parts
  const hoursEnd = endOfHours(finding, day, ground)
  const due = reportDeadline({ date: day, place: finding.place, duties: finding.duties }, { headDue, hoursEnd })
  const deadline = isRefused(due) ? due.refused : due
  const deadlineAt =
    typeof deadline === 'string' || deadline.askedBy === null ? null : momentOfDeadline(source, region, deadline)
  const standing = reportStanding(report, deadlineAt, source.clock.moment())
  return { employee, day, place: finding.place, deadline, deadlineAt, report, standing }
}

function endOfHours({ hours, windows }: Finding, date: Day, { facts }: Ground): Time {
  const seasons = facts.seasons.filter((season) => within(date, season)).map(({ name }) => name)
  const found = workingHours({ row: { date, hours, windows }, usual: usualHours, seasons })
  return /-(\d\d:\d\d)/.exec(found?.hours ?? '')?.[1] ?? usualEnd
}

/** A deadline in real time: the business day of a demonstration stands for today. */
const momentOfDeadline = (source: Source, region: RegionAsListed, { on, time }: ReportDeadline): number =>
  deadlineMoment({ on: realDayOf(source, region, on), time }, zoneOffset[region.zone])

/** The report of one person and one day; undefined: nobody of that id is employed then. */
export async function reportOf(
  source: Source,
  region: RegionAsListed,
  employee: string,
  day: Day,
): Promise<ReportDay | undefined> {
  const posting = await as(source.db, inRegion(region), (tx) => postingOf(tx, employee, roleWindow(source, region)))
  if (!posting) return undefined
  const [found] = await reportDays(source, region, [{ employee, agency: posting.agency }], [day])
  return found
}

const lookBack = 16
const recentDays = 10

/** The last days up to today. */
const daysUpTo = (today: Day): Day[] => Array.from({ length: lookBack }, (_, back) => addDays(today, -back))

/** Each person's last ten days on which a report could be due, the newest first. */
export async function recentReports(source: Source, region: RegionAsListed, people: readonly Posted[]) {
  const all = await reportDays(source, region, people, daysUpTo(businessDay(source, region)))
  const working = all
    .filter(({ deadline, report }) => typeof deadline !== 'string' || report !== null)
    .sort((a, b) => (a.day < b.day ? 1 : -1))
  const byPerson = new Map<string, ReportDay[]>()
  for (const one of working) {
    const own = byPerson.get(one.employee) ?? []
    byPerson.set(one.employee, own)
    if (own.length < recentDays) own.push(one)
  }
  return byPerson
}

/** What somebody wrote, as it arrives. */
export interface WrittenReport {
  readonly id: string
  readonly employee: string
  readonly day: Day
  readonly done: string
  readonly mainDuty: string | null
  readonly amount: number | null
  readonly target: number | null
  readonly files: readonly string[]
  readonly instructions: readonly string[]
  readonly channel: ReportChannel
  /** Milliseconds since 1970, by the phone on which it waited. */
  readonly writtenAt: number | null
}

/**
 * Keeps a report, once however often it comes; written anew after a return, it is the next version.
 * @returns the report as kept; a refusal when nothing can be sent for that day, or not by this person
 */
export async function keepReport(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  written: WrittenReport,
): Promise<KeptReport | Refusal> {
  const { employee, day, id } = written
  const window = roleWindow(source, region)
  const posting = await as(source.db, inRegion(region), (tx) => postingOf(tx, employee, window))
  if (!posting) return { refused: 'report-person-unknown' }
  const isOwn = employee === viewer.employee
  if (!isOwn && !(await isReviewer(source, region, viewer, { employee, posting })))
    return { refused: 'report-not-yours' }
  if (isOwn !== (written.channel === 'piket')) return { refused: 'report-not-yours' }
  const sha256 = createHash('sha256')
    .update(canonical({ ...written, by: viewer.employee }))
    .digest()
  const known = await as(source.db, inRegion(region), (tx) => reportOfId(tx, employee, id))
  if (known) return repeated(known as Row, sha256)
  const dayNo = reportDayRefusal(day, businessDay(source, region))
  if (dayNo) return { refused: dayNo.refused }
  const [found] = await reportDays(source, region, [{ employee, agency: posting.agency }], [day])
  if (!found) return { refused: 'report-person-unknown' }
  const { deadline, deadlineAt } = found
  if (typeof deadline === 'string') return { refused: deadline }
  return as(source.db, inRegion(region), async (tx) => {
    await lockReports(tx, employee)
    const raced = await reportOfId(tx, employee, id)
    if (raced) return repeated(raced as Row, sha256)
    const before = ((await versionsOf(tx, employee, day)).at(-1) as Row | undefined) ?? null
    const at = source.clock.moment()
    const enteredBy = viewer.employee ?? ''
    const draft = draftReport(before, { employee, day, done: written.done, enteredBy })
    const sent = isRefused(draft) ? draft : sendReport(draft, at)
    if (isRefused(sent)) return { refused: sent.refused }
    if (!(await areKept(tx, employee, written.files))) return { refused: 'report-file-unknown' }
    const duty = (await mainDutiesOf(tx, posting)).find(({ text }) => text === written.mainDuty)
    const { clause } = deadline
    const late = cameLate({ sentAt: writtenMoment(written.writtenAt, at) }, deadlineAt)
    const row = await addReport(tx, {
      employee_id: employee,
      day,
      version: (before?.version ?? 0) + 1,
      report_id: id,
      sha256,
      done: sent.done.trim(),
      main_duty: written.mainDuty,
      amount: written.amount,
      target: written.target,
      counted: duty?.counted ?? null,
      files: written.files.map((hash) => Buffer.from(hash, 'hex')),
      instructions: written.instructions,
      entered_by: enteredBy,
      channel: written.channel,
      clause: clause && `${clause.circular}/${clause.clause}`,
      late,
      written_at: written.writtenAt === null ? null : new Date(written.writtenAt).toISOString(),
      sent_at: new Date(at).toISOString(),
    })
    await answerInstructions(tx, { employee, report: id, at: new Date(at) }, written.instructions)
    await recordReportEvent(tx, row as Row, { actor: enteredBy, kind: 'report-sent', agency: posting.agency })
    return keptOf(row as Row)
  })
}

const repeated = (known: Row, sha256: Buffer): KeptReport | Refusal =>
  known.sha256.equals(sha256) ? keptOf(known) : { refused: 'report-changed' }

const keptOf = ({ sha256: _, ...report }: Row): KeptReport => report

/** How long a report may wait on a phone and still count from when it was written there. */
const waitsAtMost = 24 * 3_600_000

/** When a report was written: by the phone where that can be, and never later than it came. */
const writtenMoment = (writtenAt: number | null, at: number): number =>
  writtenAt !== null && writtenAt <= at && at - writtenAt <= waitsAtMost ? writtenAt : at

const recordReportEvent = (
  tx: Tx,
  { employee, day, version, clause, late }: KeptReport & { readonly clause?: string | null },
  { actor, kind, agency }: { readonly actor: string; readonly kind: string; readonly agency: string },
) =>
  recordEvent(tx, { actor, kind, subject: employee, agency, ...(clause && { clause }), body: { day, version, late } })

/** A report that is meant: the id alone would be anybody's. */
export interface ReportRef {
  readonly employee: string
  readonly id: string
}

/** One report of somebody; undefined: there is none of that id. */
export async function reportById(tx: Tx, { employee, id }: ReportRef): Promise<KeptReport | undefined> {
  const row = (await reportOfId(tx, employee, id)) as Row | undefined
  return row && keptOf(row)
}

/** Reports of some people that wait for a review, the oldest first. */
export const reportsInWait = async (tx: Tx, employees: readonly string[]): Promise<KeptReport[]> =>
  ((await waitingReports(tx, employees)) as Row[]).map(keptOf)

export interface Review {
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** What needs to be mended; null: approved. */
  readonly returnedFor: string | null
  /** Of the person whose report it is. */
  readonly agency: string
}

/** Writes a review down. False: another one came first. */
export async function keepReview(
  tx: Tx,
  report: KeptReport,
  { by, at, returnedFor, agency }: Review,
): Promise<boolean> {
  const state = returnedFor === null ? 'approved' : 'returned'
  const verdict = {
    state,
    reviewed_by: by,
    reviewed_at: new Date(at).toISOString(),
    returned_for: returnedFor,
  } as const
  const written = await reviewRow(tx, report, verdict)
  if (written) await recordReportEvent(tx, report, { actor: by, kind: `report-${state}`, agency })
  return written !== undefined
}

/** Whether somebody may read the reports of a person. */
export async function mayReadReports(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  employee: string,
): Promise<boolean> {
  const posting = await as(source.db, inRegion(region), (tx) => postingOf(tx, employee, roleWindow(source, region)))
  const subject = { region: region.code, employee, agency: posting?.agency, supervisor: posting?.supervisor }
  if (may(viewer, 'read-reports', subject)) return true
  return posting !== undefined && isReviewer(source, region, viewer, { employee, posting })
}

/** Reports of everybody of an agency on a day, as the head reads them. */
export async function reportsOfAgency(
  source: Source,
  region: RegionAsListed,
  agency: string,
  day: Day,
): Promise<ReportDay[]> {
  const people = await as(source.db, inRegion(region), (tx) =>
    peopleOfAgencies(tx, [agency], { ...roleWindow(source, region), from: day, until: day }),
  )
  return reportDays(source, region, people, [day])
}
