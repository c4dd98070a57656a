/** Visits to offices without notice: listed at the door, marked by each inspector, closed with minutes, replied to. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { isOpen } from '@piket/domain/attendance/recall.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { type PublicView, publicViewOf } from '@piket/domain/decision/public-view.ts'
import { type Expected, type Finding, findingsOf } from '@piket/domain/inspection/finding.ts'
import { type Mark, type MarkKind, seenAt, standingOf } from '@piket/domain/inspection/mark.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountNames } from '../account/service.ts'
import { type Attendance, attendanceOf } from '../attendance/service.ts'
import { groundAsked, peopleOn } from '../ground/service.ts'
import { askedOf, businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, unitNamesOf } from '../staff/service.ts'
import {
  addFindings,
  addInspection,
  addMark,
  agenciesOn,
  beginRow,
  closedSince,
  closeRow,
  findingRows,
  inspectionById,
  inspectionsSince,
  lastNumber,
  lockInspection,
  lockNumbers,
  lockVisits,
  markById,
  marksOf,
  replyRow,
} from './queries.ts'

/** What the team finds out of the office's own hands: who received it, and whether they put their name to having read. */
export type OfficeWord = 'signed' | 'refused' | 'nobody'

/** A person to look for, as the list of the visit says. */
export interface Listed extends Expected {
  readonly evidence: number
  /** When they were recorded, in milliseconds; null: not recorded. */
  readonly since: number | null
}

export interface Inspection {
  readonly id: string
  readonly day: Day
  readonly agency: string
  readonly name: string
  /** The draw that chose it; null: it was chosen for a reason. */
  readonly draw: string | null
  readonly reason: string | null
  readonly begunAt: Date | null
  /** Of the minutes, within the year; null: they are not closed. */
  readonly number: number | null
  readonly remark: string | null
  readonly officeName: string | null
  readonly officeWord: OfficeWord | null
  /** Drawn on the screen, each as the path of an SVG; null: not drawn. */
  readonly teamSignature: string | null
  readonly officeSignature: string | null
  readonly closedBy: string | null
  readonly closedAt: Date | null
  readonly reply: string | null
  readonly repliedBy: string | null
  readonly repliedAt: Date | null
}

const inRegion = (region: RegionAsListed) => ({ region: region.code, reach: 'region' }) as const
const reachOf = (region: RegionAsListed, agency: string | undefined) =>
  agency === undefined ? inRegion(region) : ({ region: region.code, reach: 'agency', agency } as const)

type Row = Awaited<ReturnType<typeof inspectionsSince>>[number]

/** Empty before the visit begins. */
const listOf = ({ list }: { readonly list: unknown }): readonly Listed[] => (list ?? []) as readonly Listed[]

const inspectionOf = (row: Row, name: string): Inspection => ({
  ...row,
  name,
  day: row.day as Day,
  officeWord: row.officeWord as OfficeWord | null,
})

/** A visit that is planned: drawn, or for a reason. */
export interface Planned {
  readonly id: string
  readonly day: Day
  readonly agency: string
  readonly draw: string | null
  readonly reason: string | null
  /** Account id. */
  readonly by: string
  readonly at: string
}

/** Makes whoever plans visits of the same day wait until the transaction ends. */
export const holdVisits = lockVisits

/** Plans a visit. @returns whether it is a new one: an office is visited once a day */
export const planInspection = async (tx: Tx, { id, day, agency, draw, reason, by, at }: Planned): Promise<boolean> =>
  (await addInspection(tx, {
    inspection_id: id,
    day,
    agency_id: agency,
    draw_id: draw,
    reason,
    planned_by: by,
    planned_at: at,
  })) !== undefined

/** The visits of a day, by agency. */
export const plannedOn = async (tx: Tx, day: Day): Promise<ReadonlyMap<string, string>> =>
  new Map((await agenciesOn(tx, day)).map(({ agency, id }) => [agency, id]))

/** Closed visits since a day, by agency: how many, and the last of them. */
export const visitsSince = async (
  tx: Tx,
  day: Day,
): Promise<ReadonlyMap<string, { readonly visits: number; readonly lastVisit: string }>> =>
  new Map((await closedSince(tx, day)).map((one) => [one.agency, one]))

const daysListed = 90

/** Inspections of the last quarter, the newest first; of one agency where it is named: its own, once they have begun. */
export const listInspections = (source: Source, region: RegionAsListed, agency?: string): Promise<Inspection[]> =>
  as(source.db, reachOf(region, agency), async (tx) => {
    const nameOf = await unitNamesOf(tx, roleWindow(source, region))
    const rows = await inspectionsSince(tx, addDays(businessDay(source, region), -daysListed))
    const shown = agency === undefined ? rows : rows.filter(({ begunAt }) => begunAt !== null)
    return shown.map((row) => inspectionOf(row, nameOf(row.agency)))
  })

/** Who is to be where, for the inspectors: the place of the moment, what excuses them, and what is known of them. */
function listedOf({ person, rows, recalls, day }: Attendance, seen: PublicView): Listed {
  const midday = rows.find(({ span }) => span.slice(0, 5) <= '12:00' && '12:00' < span.slice(6))
  const row = midday && seen.finding(midday)
  const called = recalls.at(-1)
  return {
    person: person.employee,
    place: day.planned,
    excused: called !== undefined && (isOpen(called) || called.state === 'arrived'),
    circular: row?.circular ?? null,
    clause: row?.clause ?? [],
    evidence: day.evidence,
    since: day.since,
  }
}

/**
 * Begins a visit: the list is made as things stand at the door, and stays. Begun twice, the first list stays.
 * @returns a refusal where the day is over, or there is no such visit
 */
export async function beginVisit(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<Refusal | undefined> {
  const row = await as(source.db, inRegion(region), (tx) => inspectionById(tx, id))
  if (!row) return { refused: 'not-found' }
  if (row.begunAt) return undefined
  if (row.day !== businessDay(source, region)) return { refused: 'inspection-other-day' }
  const asked = await askedOf(source, region.code, {})
  if (isRefusal(asked)) return asked
  const ground = await groundAsked(source.db, asked, row.agency)
  if (isRefusal(ground)) return ground
  // Inspectors read what anybody may: the individual reason of a person is not for the door.
  const seen = publicViewOf(ground.book)
  const ids = peopleOn(ground, asked.day).map(({ person }) => person.employee)
  const list = (await attendanceOf(source, ground, asked.day, ids)).map((one) => listedOf(one, seen))
  return as(source.db, inRegion(region), async (tx) => {
    const begun_at = new Date(source.clock.moment()).toISOString()
    const begun = await beginRow(tx, id, { list: JSON.stringify(list), begun_by: viewer.account, begun_at })
    if (begun) {
      const body = { people: list.length }
      await recordEvent(tx, { actor: viewer.account, kind: 'inspection-begun', subject: id, agency: row.agency, body })
    }
    return undefined
  })
}

/** What an inspector writes of one person. */
export interface WrittenMark {
  /** UUID of the phone: sent twice, it is one. */
  readonly id: string
  readonly person: string
  readonly kind: MarkKind
  readonly note: string
  /** Milliseconds since 1970, by the phone. */
  readonly at: number
}

/** A visit as it stands, for whoever adds to it: others wait until the transaction ends. Undefined: there is none. */
export async function holdVisit(tx: Tx, id: string) {
  await lockInspection(tx, id)
  return inspectionById(tx, id)
}

/**
 * Keeps what an inspector saw. A mark that was made before the minutes were closed and arrives after is kept as well, and
 * said to be late: the minutes stay as they were read.
 */
export const markPerson = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { id: mark, person, kind, note, at }: WrittenMark,
): Promise<Refusal | { readonly late: boolean }> =>
  as(source.db, inRegion(region), async (tx) => {
    const row = await holdVisit(tx, id)
    if (!row) return { refused: 'not-found' }
    if (!row.begunAt) return { refused: 'inspection-not-begun' }
    if (!listOf(row).some((one) => one.person === person)) return { refused: 'inspection-person-unknown' }
    const now = source.clock.moment()
    const seen = seenAt(row.begunAt.getTime(), at, now)
    if (seen === undefined) return { refused: 'inspection-clock-ahead' }
    const added = await addMark(tx, {
      inspection_id: id,
      mark_id: mark,
      employee_id: person,
      kind,
      note: note.trim(),
      inspector: viewer.account,
      marked_at: new Date(seen).toISOString(),
      received_at: new Date(now).toISOString(),
    })
    if (!added) {
      const kept = await markById(tx, id, mark)
      const isOf = kept?.person === person && kept.inspector === viewer.account
      const isSame = isOf && kept.kind === kind && kept.note === note.trim()
      return isSame ? { late: row.closedAt !== null && kept.receivedAt > row.closedAt } : { refused: 'form-used' }
    }
    const late = row.closedAt !== null
    const body = { person, mark: kind, late }
    await recordEvent(tx, { actor: viewer.account, kind: 'inspection-marked', subject: id, agency: row.agency, body })
    return { late }
  })

/** What is written where minutes are closed. */
export interface Closing {
  readonly remark: string
  readonly officeName: string
  readonly officeWord: OfficeWord
  /** Drawn on the screen, as paths; empty: not drawn. */
  readonly teamSignature: string
  readonly officeSignature: string
}

/**
 * Closes the minutes: from then on the findings stand as they were read at the office. Nothing follows from them by
 * itself. Sent twice with the same words, they are closed once.
 */
export const closeVisit = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { remark, officeName, officeWord, teamSignature, officeSignature }: Closing,
): Promise<Refusal | undefined> =>
  as(source.db, inRegion(region), async (tx) => {
    const row = await holdVisit(tx, id)
    if (!row) return { refused: 'not-found' }
    if (!row.begunAt) return { refused: 'inspection-not-begun' }
    const receiver = officeName.trim()
    const words = {
      ...{ remark: remark.trim() || null, office_name: receiver || null, office_word: officeWord },
      team_signature: teamSignature || null,
      office_signature: officeSignature || null,
    }
    if (row.closedAt) {
      const isWord = row.officeName === words.office_name && row.officeWord === officeWord
      const isDrawn = row.teamSignature === words.team_signature && row.officeSignature === words.office_signature
      const isSame = row.closedBy === viewer.account && row.remark === words.remark && isWord && isDrawn
      return isSame ? undefined : { refused: 'inspection-closed' }
    }
    if (receiver === '' && officeWord !== 'nobody') return { refused: 'inspection-receiver-missing' }
    if (officeSignature !== '' && officeWord !== 'signed') return { refused: 'inspection-signature-without-word' }
    const marks = await keptMarks(tx, id)
    if (marks.length === 0) return { refused: 'inspection-unmarked' }
    const findings = findingsOf(listOf(row), standingOf(marks))
    await lockNumbers(tx, row.day)
    const number = 1 + (await lastNumber(tx, row.day))
    const closed_at = new Date(source.clock.moment()).toISOString()
    await closeRow(tx, id, { ...words, number, closed_by: viewer.account, closed_at })
    const rows = findings.map(({ clause, people, ...one }, index) => ({
      ...one,
      clause: [...clause],
      people: [...people],
      finding_no: index + 1,
    }))
    await addFindings(tx, id, rows)
    const body = { number, findings: findings.length, office: officeWord }
    await recordEvent(tx, { actor: viewer.account, kind: 'inspection-closed', subject: id, agency: row.agency, body })
    return undefined
  })

/** What the head of an office answers to closed minutes, once. */
export const replyTo = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  agency: string,
  id: string,
  words: string,
): Promise<Refusal | undefined> =>
  as(source.db, reachOf(region, agency), async (tx) => {
    const row = await inspectionById(tx, id)
    if (!row) return { refused: 'not-found' }
    if (!row.closedAt) return { refused: 'inspection-not-closed' }
    const reply = words.trim()
    if (reply === '') return { refused: 'inspection-reply-missing' }
    const replied_at = new Date(source.clock.moment()).toISOString()
    if (!(await replyRow(tx, id, { reply, replied_by: viewer.account, replied_at })))
      return row.reply === reply ? undefined : { refused: 'inspection-replied' }
    await recordEvent(tx, { actor: viewer.account, kind: 'inspection-replied', subject: id, agency, body: {} })
    return undefined
  })

interface KeptMark extends Mark {
  readonly receivedAt: Date
}

const keptMarks = async (tx: Tx, id: string): Promise<KeptMark[]> =>
  (await marksOf(tx, id)).map((one) => ({ ...one, kind: one.kind as MarkKind, at: one.at.getTime() }))

/** The marks that were there when the minutes were closed; while they are open, all. */
const inTime = (closedAt: Date | null, marks: readonly KeptMark[]): KeptMark[] =>
  marks.filter(({ receivedAt }) => closedAt === null || receivedAt <= closedAt)

/** An inspection with everything that is written about it. */
export interface Visit {
  readonly inspection: Inspection
  readonly list: readonly Listed[]
  /** Those of the minutes. */
  readonly marks: readonly Mark[]
  /** Those that came after the minutes were closed, and change nothing in them. */
  readonly late: readonly Mark[]
  /** As the minutes say; while they are open, as the marks stand now. */
  readonly findings: readonly Finding[]
  /** Names of people, and of accounts. */
  readonly personName: (employee: string) => string
  readonly accountName: (account: string) => string
}

/** What closed minutes say of one person. */
export interface Seen {
  /** Of the minutes, and the day of the visit: `3` of `2021-07-21`. */
  readonly number: number
  readonly day: Day
  readonly mark: Mark
}

/** What the closed minutes of a visit say of somebody; undefined: they are not closed, or nobody looked for them. */
export async function seenOf(tx: Tx, id: string, person: string): Promise<Seen | undefined> {
  const row = await inspectionById(tx, id)
  if (!row?.closedAt || row.number === null) return undefined
  const mark = standingOf(inTime(row.closedAt, await keptMarks(tx, id))).get(person)?.mark
  return mark && { number: row.number, day: row.day as Day, mark }
}

/** A visit; of the own agency alone where it is named. Undefined: there is none, or it has not begun for the agency. */
export const visitOf = (
  source: Source,
  region: RegionAsListed,
  id: string,
  agency?: string,
): Promise<Visit | undefined> =>
  as(source.db, reachOf(region, agency), async (tx) => {
    const found = await inspectionById(tx, id)
    if (!found || (agency !== undefined && !found.begunAt)) return undefined
    const { list: _, ...row } = found
    const list = listOf(found)
    const window = roleWindow(source, region)
    const inspection = inspectionOf(row, (await unitNamesOf(tx, window))(row.agency))
    const kept = await keptMarks(tx, id)
    const marks = inTime(row.closedAt, kept)
    const accounts = [...kept.map(({ inspector }) => inspector), row.closedBy, row.repliedBy].filter(
      (one) => one !== null,
    )
    return {
      inspection,
      list,
      marks,
      late: kept.filter((one) => !marks.includes(one)),
      findings: row.closedAt
        ? ((await findingRows(tx, id)) as unknown as Finding[])
        : findingsOf(list, standingOf(marks)),
      personName: await namesOf(
        tx,
        list.map(({ person }) => person),
      ),
      accountName: await accountNames(tx, accounts),
    }
  })
