/** Daily work reports: when they are due, how they stand, who writes them and who reviews them. */
import { createHash } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import { usualHours, workingHours } from '@piket/domain/attendance/working-hours.ts'
import { addDays, type Day, type Period, type Time, within } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { canonical } from '@piket/domain/canonical.ts'
import { middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import type { Finding, Place } from '@piket/domain/decision/row.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import {
  approveReport,
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
  returnReport,
  reviewersOf,
  sendReport,
  type WorkReport,
} from '@piket/domain/report/report.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Ground, groundAsked } from '../ground/service.ts'
import { agenciesLed, answerInstructions } from '../instruction/service.ts'
import { businessDay, knowledgeOf } from '../knowledge/service.ts'
import { mainDutiesOf } from '../main-duty/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { areKept } from '../report-file/service.ts'
import { roleWindow } from '../session/service.ts'
import {
  actedFor,
  namesOf,
  type Posting,
  peopleOfAgencies,
  postingOf,
  type Subordinate,
  subordinatesOf,
} from '../staff/service.ts'
import {
  addReport,
  addSetting,
  lastReports,
  lockReports,
  reportOfId,
  reviewRow,
  settingsOf,
  versionsOf,
  waitingReports,
} from './queries.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
}

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

const minute = 60_000

/** A deadline in real time: the business day of a demonstration stands for today. */
function momentOfDeadline({ clock }: Source, { zone, demoDay }: RegionAsListed, deadline: ReportDeadline): number {
  const now = clock.now(zone, demoDay)
  const business = momentOf(now.slice(0, 10) as Day, minutesOf(now.slice(11)), zoneOffset[zone])
  const shift = Math.floor(clock.moment() / minute) * minute - business
  return deadlineMoment(deadline, zoneOffset[zone]) + shift
}

async function rhythmsOf(tx: Tx, agencies: readonly string[]): Promise<Map<string, Rhythm>> {
  const rows = await settingsOf(tx, agencies)
  return new Map(
    rows
      .filter(({ every }) => every !== 'never')
      .map(({ agency, every, time }) => [agency, { every, ...(time !== null && { time }) } as Rhythm]),
  )
}

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
  { employee, day, version, clause, late }: Row & { readonly clause?: string | null },
  { actor, kind, agency }: { readonly actor: string; readonly kind: string; readonly agency: string },
) =>
  recordEvent(tx, { actor, kind, subject: employee, agency, ...(clause && { clause }), body: { day, version, late } })

interface Reviewed {
  readonly employee: string
  readonly posting: Pick<Posting, 'agency' | 'supervisor'>
}

/** The reviewers of a person, as far as it matters to somebody who may be one: superior, head, acting for either. */
function reviewersFor(viewer: Viewer, { employee, posting }: Reviewed, day: Day, acting: readonly Acting[]): string[] {
  const head = agenciesLed(viewer).includes(posting.agency) ? (viewer.employee ?? null) : null
  return reviewersOf(employee, { supervisor: posting.supervisor, head }, acting, day)
}

interface Acting extends Period {
  readonly employee: string
  readonly inPlaceOf: string
}

async function actingOf(tx: Tx, source: Source, region: RegionAsListed, { employee }: Viewer): Promise<Acting[]> {
  if (employee === undefined) return []
  const posts = await actedFor(tx, employee, roleWindow(source, region))
  return posts.map((post) => ({ ...post, employee }))
}

/** Whether somebody reviews the reports of a person today, as superior, as head, or acting for one of them. */
const isReviewer = (source: Source, region: RegionAsListed, viewer: Viewer, whom: Reviewed): Promise<boolean> =>
  as(source.db, inRegion(region), async (tx) => {
    const acting = await actingOf(tx, source, region, viewer)
    const reviewers = reviewersFor(viewer, whom, businessDay(source, region), acting)
    return viewer.employee !== undefined && reviewers.includes(viewer.employee)
  })

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

/** A report that is meant: the id alone would be anybody's. */
export interface ReportRef {
  readonly employee: string
  readonly id: string
}

export type Verdict = { readonly approve: true } | { readonly approve: false; readonly why: string }

/** Reviews some reports, each for itself. @returns what was refused, and why */
export const reviewReports = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  reports: readonly ReportRef[],
  verdict: Verdict,
): Promise<readonly (ReportRef & Refusal)[]> =>
  as(source.db, inRegion(region), async (tx) => {
    const by = viewer.employee ?? ''
    const [day, at] = [businessDay(source, region), source.clock.moment()]
    const acting = await actingOf(tx, source, region, viewer)
    const refused: (ReportRef & Refusal)[] = []
    for (const ref of reports) {
      const report = (await reportOfId(tx, ref.employee, ref.id)) as Row | undefined
      const posting = report && (await postingOf(tx, ref.employee, roleWindow(source, region)))
      if (!report || !posting) {
        refused.push({ ...ref, refused: 'not-found' })
        continue
      }
      const reviewers = reviewersFor(viewer, { employee: ref.employee, posting }, day, acting)
      const reviewed = verdict.approve
        ? approveReport(report, by, reviewers, at)
        : returnReport(report, by, reviewers, { why: verdict.why, at })
      const written =
        !isRefused(reviewed) &&
        (await reviewRow(tx, ref, {
          state: verdict.approve ? 'approved' : 'returned',
          reviewed_by: by,
          reviewed_at: new Date(at).toISOString(),
          returned_for: reviewed.returnedFor,
        }))
      if (isRefused(reviewed)) refused.push({ ...ref, refused: reviewed.refused })
      else if (!written) refused.push({ ...ref, refused: 'report-reviewed-already' })
      else
        await recordReportEvent(tx, report, {
          actor: by,
          kind: verdict.approve ? 'report-approved' : 'report-returned',
          agency: posting.agency,
        })
    }
    return refused
  })

/** What a superior has to do: reports that wait, and those that are missing. */
export interface ReviewList {
  readonly people: readonly Subordinate[]
  readonly waiting: readonly (KeptReport & { readonly person: Subordinate; readonly enteredByName: string })[]
  readonly overdue: readonly (ReportDay & { readonly person: Subordinate })[]
  /** Names of those in whose place one acts. */
  readonly inPlaceOf: readonly string[]
}

/**
 * The reports somebody reviews.
 * @param whole those of everybody in the agencies led too, and not only of those who answer to them directly
 */
export async function reviewList(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  whole: boolean,
): Promise<ReviewList> {
  const { employee } = viewer
  if (employee === undefined) return { people: [], waiting: [], overdue: [], inPlaceOf: [] }
  const window = roleWindow(source, region)
  const list = await as(source.db, inRegion(region), async (tx) => {
    const people = await subordinatesOf(tx, employee, whole ? agenciesLed(viewer) : [], window)
    const byId = new Map(people.map((one) => [one.employee, one]))
    const rows = (await waitingReports(tx, [...byId.keys()])) as Row[]
    const acting = await actedFor(tx, employee, window)
    const name = await namesOf(tx, [
      ...acting.map(({ inPlaceOf }) => inPlaceOf),
      ...rows.map(({ enteredBy }) => enteredBy),
    ])
    const waiting = rows.flatMap((row) => {
      const person = byId.get(row.employee)
      return person ? [{ ...keptOf(row), person, enteredByName: name(row.enteredBy) }] : []
    })
    return { people, byId, waiting, inPlaceOf: acting.map(({ inPlaceOf }) => name(inPlaceOf)) }
  })
  const { byId, ...rest } = list
  const recent = await recentReports(source, region, list.people)
  const overdue = [...recent.values()].flat().flatMap((one) => {
    const person = byId.get(one.employee)
    return person && one.standing === 'late' ? [{ ...one, person }] : []
  })
  return { ...rest, overdue: overdue.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) }
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

/** How often the head of an agency wants reports, and until when. `never`: only where a clause asks. */
export interface ReportRhythm {
  readonly every: Rhythm['every'] | 'never'
  /** null: until the end of the hours. */
  readonly time: Time | null
}

/** What the heads of some agencies have set; absent: nothing. */
export const reportRhythms = async (tx: Tx, agencies: readonly string[]): Promise<ReadonlyMap<string, ReportRhythm>> =>
  new Map((await settingsOf(tx, agencies)).map(({ agency, ...rhythm }) => [agency, rhythm as ReportRhythm]))

/** Sets when the reports of an agency are due. What a clause says goes before it. */
export const setReportRhythm = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  agency: string,
  { every, time }: ReportRhythm,
): Promise<void> =>
  as(source.db, inRegion(region), async (tx) => {
    const by = viewer.employee ?? viewer.account
    await addSetting(tx, {
      agency_id: agency,
      every,
      due_time: every === 'never' ? null : time,
      set_by: by,
      recorded_at: new Date(source.clock.moment()).toISOString(),
    })
    await recordEvent(tx, { actor: by, kind: 'report-rhythm-set', subject: agency, agency, body: { every, time } })
  })
