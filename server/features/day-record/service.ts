/** Days that are over, as they are kept: derived once, and again when something about them changes. */
import {
  type DayRecord,
  type DayRecordInput,
  dayRecord,
  type OpenReason,
  type ReportOutcome,
} from '@piket/domain/attendance/day-record.ts'
import { windowMoments } from '@piket/domain/attendance/working-hours.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { type Employment, unitCovers } from '@piket/domain/staff/facts.ts'
import { as, type Db } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { inEachRegion } from '#platform/rounds.ts'
import type { Source } from '#platform/source.ts'
import { type Attendance, attendanceByAgency } from '../attendance/service.ts'
import { groundAsked } from '../ground/service.ts'
import { askedOf, businessDay } from '../knowledge/service.ts'
import { type KnownOutage, outagesOf } from '../outage/service.ts'
import { waitingPermitsOn } from '../permit/service.ts'
import { listRegions, type RegionAsListed } from '../region/service.ts'
import { type ReportDay, reportDays } from '../report/service.ts'
import {
  absencesBetween,
  addRecords,
  agencyDays,
  closings,
  type DayRecordRow,
  firstRecordedDay,
  keepClosing,
  lockDay,
  recordsBetween,
  recordsOn,
  replaceRecords,
  touchedSince,
  unsettledDays,
} from './queries.ts'

/** The record of one person and one day. */
export interface KeptDay extends DayRecord {
  readonly day: Day
  readonly employee: string
  readonly version: number
  readonly agency: string
  readonly employment: Employment
}

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/** A day is over at five the next morning: late phones have sent, and the rush of the morning is still to come. */
const overAt = 5 * 60
/** Within so many days a report may still come and a correction be asked for. */
const looksBack = 31
const dayInMilliseconds = 86_400_000

/** Minutes after midnight and date of the region's zone. */
function clockOfRegion({ clock }: Source, { zone }: RegionAsListed): { readonly today: Day; readonly minutes: number } {
  const now = clock.now(zone)
  return { today: now.slice(0, 10) as Day, minutes: Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) }
}

/** The last day that is over. */
function lastDayOver(source: Source, region: RegionAsListed): Day {
  const { today, minutes } = clockOfRegion(source, region)
  return addDays(today, minutes >= overAt ? -1 : -2)
}

/**
 * Closes the days of a region that are over, and derives those again about which something has changed since: what was
 * recorded, reported or asked at every look, what hangs on facts (leave, calendar, documents) once a
 * night, as does what runs out by itself. A region whose one day is fixed closes none.
 * @returns the days that were derived
 */
export async function closeDays(source: Source, region: RegionAsListed): Promise<readonly Day[]> {
  if (region.demoDay !== null) return []
  const until = lastDayOver(source, region)
  const { first, closed, touched, waiting } = await as(source.db, inRegion(region), async (tx) => ({
    first: await firstRecordedDay(tx),
    closed: await closings(tx, { from: addDays(until, -looksBack), until }),
    touched: await touchedSince(tx, addDays(until, -looksBack)),
    waiting: await unsettledDays(tx),
  }))
  if (first === null) return []
  const from = first > addDays(until, -looksBack) ? first : addDays(until, -looksBack)
  const missing: Day[] = []
  for (let day = from; day <= until; day = addDays(day, 1))
    if (!closed.some((one) => one.day === day)) missing.push(day)
  const nightly = missing.length > 0
  const changed = closed.filter(({ revision }) => revision !== region.revision).map(({ day }) => day)
  const due = [...new Set([...missing, ...touched, ...(nightly ? [...changed, ...waiting] : [])])].toSorted()
  const derived: Day[] = []
  for (const day of due) if (!(await closeDay(source, region, day))) derived.push(day)
  return derived
}

/** Closes days in every region that lives by the real date. */
export async function closeDaysEverywhere(source: Source): Promise<void> {
  await inEachRegion(await listRegions(source.db), (region) => closeDays(source, region), 'No days were closed')
}

/** Derives a day and keeps what is new. */
async function closeDay(source: Source, region: RegionAsListed, day: Day): Promise<Refusal | undefined> {
  const at = new Date(source.clock.moment()).toISOString()
  const found = await deriveDay(source, region, day)
  if (isRefusal(found)) return found
  await as(source.db, inRegion(region), async (tx) => {
    await lockDay(tx, day)
    const stands = new Map((await recordsOn(tx, day)).map((row) => [row.employee_id, row]))
    const fresh = found.map((one) => rowOf(one, (stands.get(one.employee)?.version ?? 0) + 1))
    const added = fresh.filter((row) => !isSame(row, stands.get(row.employee_id)))
    const here = new Set(found.map(({ employee }) => employee))
    const gone = [...stands.keys()].filter((employee) => !here.has(employee))
    await replaceRecords(tx, day, [...added.map((row) => row.employee_id), ...gone], at)
    await addRecords(tx, day, added, at)
    await keepClosing(tx, day, at, { revision: region.revision, people: found.length })
    if (added.length + gone.length > 0)
      await recordEvent(tx, {
        actor: 'piket',
        kind: stands.size === 0 ? 'day-closed' : 'day-derived-again',
        subject: day,
        body: { people: found.length, changed: added.length + gone.length },
      })
  })
  return undefined
}

/**
 * What a day comes to, by everything known now: agency by agency, so that others are served in between.
 * @returns a refusal where the documents do not fit together
 */
async function deriveDay(source: Source, region: RegionAsListed, day: Day): Promise<KeptDay[] | Refusal> {
  const asked = await askedOf(source, region.code, { date: day })
  if (isRefusal(asked)) return asked
  const ground = await groundAsked(source.db, asked)
  if (isRefusal(ground)) return ground
  const offset = zoneOffset[region.zone]
  const midnight = momentOf(day, 0, offset)
  const outages = await outagesOf(source, region.code, { from: midnight, until: midnight + dayInMilliseconds })
  const permits = await as(source.db, inRegion(region), (tx) => waitingPermitsOn(tx, day, businessDay(source, region)))
  const found: KeptDay[] = []
  for (const [agency, people] of await attendanceByAgency(source, ground, day)) {
    const posted = people.map(({ person: { employee } }) => ({ employee, agency }))
    const reports = new Map((await reportDays(source, region, posted, [day])).map((one) => [one.employee, one]))
    const agencySilent = people.every(({ checkIns }) => checkIns.length === 0)
    for (const one of people) {
      const { employee, employment } = one.person
      const about = { permit: permits.has(employee), report: reports.get(employee), agencySilent }
      const record = dayRecord(inputOf(one, { ...about, outages, day, offset }))
      found.push({ ...record, day, employee, version: 0, agency, employment })
    }
  }
  return found
}

interface About {
  readonly permit: boolean
  readonly report: ReportDay | undefined
  readonly agencySilent: boolean
  readonly outages: readonly KnownOutage[]
  readonly day: Day
  readonly offset: number
}

function inputOf(
  { person, rows, hours, checkIns, day: state, open }: Attendance,
  { permit, report, agencySilent, outages, day, offset }: About,
): DayRecordInput {
  const row = rows.find(({ span }) => span.slice(0, 5) <= '12:00' && '12:00' < span.slice(6))
  return {
    row: row ?? { circular: null, clause: [] },
    day: state,
    checkIns,
    windows: hours?.windows.map((window) => windowMoments(window, day, offset)) ?? [],
    outages: outages.filter(({ district }) => district === null || unitCovers(district, person.unit)),
    waits: { correction: open, permit },
    report: report === undefined ? null : outcomeOf(report),
    reported: report !== undefined && report.report !== null,
    agencySilent,
  }
}

function outcomeOf({ deadlineAt, report, standing }: ReportDay): ReportOutcome | null {
  if (deadlineAt === null) return null
  if (report) return report.late ? 'late' : 'sent'
  return standing === 'late' ? 'missing' : 'due'
}

const rowOf = (one: KeptDay, version: number): DayRecordRow => ({
  employee_id: one.employee,
  version,
  agency_id: one.agency,
  employment: one.employment,
  planned: one.planned,
  clause: one.clause,
  state: one.state,
  deviation: one.deviation,
  standing: one.standing,
  arrival: one.arrival,
  leaving: one.leaving,
  minutes_late: one.minutesLate,
  minutes_early: one.minutesEarly,
  evidence: one.evidence,
  outage: one.outage,
  report: one.report,
  open_for: one.openFor,
})

const isSame = ({ version: _, ...row }: DayRecordRow, stands: DayRecordRow | undefined): boolean =>
  stands !== undefined &&
  (Object.keys(row) as (keyof typeof row)[]).every((name) => String(row[name]) === String(stands[name]))

const dayOfRow = (row: DayRecordRow & { readonly day: Day }): KeptDay => ({
  ...(row as unknown as Pick<KeptDay, 'planned' | 'state' | 'deviation' | 'standing' | 'arrival' | 'leaving'>),
  day: row.day,
  employee: row.employee_id,
  version: row.version,
  agency: row.agency_id,
  employment: row.employment as Employment,
  clause: row.clause,
  minutesLate: row.minutes_late,
  minutesEarly: row.minutes_early,
  evidence: row.evidence as KeptDay['evidence'],
  outage: row.outage,
  report: row.report as ReportOutcome | null,
  openFor: row.open_for as readonly OpenReason[],
})

/** Which days are looked at, of whom. */
export interface KeptDaysQuery {
  readonly from: Day
  readonly until: Day
  readonly employees?: readonly string[]
  readonly agency?: string
}

/** The days that are kept, by person and day. */
export const keptDays = (db: Db, region: RegionAsListed, query: KeptDaysQuery): Promise<KeptDay[]> =>
  as(db, inRegion(region), async (tx) => (await recordsBetween(tx, query)).map(dayOfRow))

/** The absences of a region that are kept, open ones too, by person and day. */
export const keptAbsences = (
  db: Db,
  region: RegionAsListed,
  period: { readonly from: Day; readonly until: Day },
): Promise<KeptDay[]> => as(db, inRegion(region), async (tx) => (await absencesBetween(tx, period)).map(dayOfRow))

/** Figures of an agency on a day that is kept. */
export type AgencyDayFigures = Awaited<ReturnType<typeof agencyDays>>[number]

/** Figures of agencies on the days that are kept, by agency and day. */
export const agencyFigures = (
  db: Db,
  region: RegionAsListed,
  query: Omit<KeptDaysQuery, 'employees'>,
): Promise<AgencyDayFigures[]> => as(db, inRegion(region), (tx) => agencyDays(tx, query))

/** When a day was closed and last derived, in milliseconds. */
export interface Closing {
  readonly day: Day
  readonly closedAt: number
  readonly derivedAt: number
  readonly people: number
}

/** The days from one to another that are closed. */
export const closedDays = (
  db: Db,
  region: RegionAsListed,
  period: { readonly from: Day; readonly until: Day },
): Promise<Closing[]> => as(db, inRegion(region), (tx) => closings(tx, period))
