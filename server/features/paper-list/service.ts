/** The attendance list on paper: looked over first, entered when nothing is wrong, and kept as it came. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { type PaperRow, paperChecker, paperTable } from '@piket/domain/attendance/paper-list.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { isWholeFile } from '@piket/domain/report/file-structure.ts'
import { type FileType, fileTypeOf, largestFile, tellingBytes } from '@piket/domain/report/file-type.ts'
import { type Actor, as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { takeWhole } from '#platform/form.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { readTableBytes } from '#platform/table-file.ts'
import { uuidOf } from '#platform/uuid.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { listEmployees, namesOf } from '../staff/service.ts'
import { keepVouchers, momentOn, type NewVoucher } from '../voucher/service.ts'
import { addList, enterList, listById, listsSince } from './queries.ts'

/** A file that came with the form: the table itself, or the picture of the paper. */
export interface ListPart {
  readonly type: FileType | 'table'
  readonly content: Buffer
}

const largestTable = 2 * 1024 * 1024

/** Reads a file of the form, and tells by its first bytes which of the two it is. */
export async function takePart(stream: AsyncIterable<Buffer>): Promise<ListPart | Refusal> {
  const content = await takeWhole(stream, largestFile)
  if (isRefusal(content)) return content
  const type = fileTypeOf(content.subarray(0, tellingBytes)) ?? 'table'
  if (type === 'table') return content.length > largestTable ? { refused: 'too-large' } : { type, content }
  return isWholeFile(type, content) ? { type, content } : { refused: 'report-file-unreadable' }
}

/** Lists are taken for so many days, as check-ins are. */
const daysOfLists = 31

const dayAhead = { id: 'hari itu belum tiba', en: 'that day is still to come' }

/** What the form brings. */
export interface NewList {
  readonly id: string
  readonly day: Day
  /** Typed rows, as a table without a file. */
  readonly typed: string
  readonly parts: readonly ListPart[]
}

const ofAgency = (region: RegionAsListed, agency: string): Actor => ({ region: region.code, reach: 'agency', agency })

/**
 * Keeps a list before anything is entered; sent twice it is one.
 * @returns a refusal where there is nothing to read, or more than one list; the day is no day for it; or the id is that
 * of another list
 */
export async function keepList(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  agency: string,
  { id, day, typed, parts }: NewList,
): Promise<Refusal | undefined> {
  const today = businessDay(source, region)
  if (day > today) return { refused: 'vouch-time-ahead', fields: { hari: dayAhead } }
  if (day < addDays(today, -daysOfLists)) return { refused: 'vouch-day-past' }
  const [scan, ...otherScans] = parts.filter(({ type }) => type !== 'table')
  const rows = [...parts.flatMap(({ type, content }) => (type === 'table' ? [content] : [])), Buffer.from(typed.trim())]
  const [table, ...otherTables] = rows.filter(({ length }) => length > 0)
  if (table === undefined) return { refused: 'paper-list-unreadable' }
  if (otherTables.length > 0 || otherScans.length > 0) return { refused: 'paper-list-two' }
  const by = viewer.employee ?? viewer.account
  return as(source.db, ofAgency(region, agency), async (tx) => {
    const added = await addList(tx, {
      list_id: id,
      agency_id: agency,
      day,
      rows: table,
      scan: scan?.content ?? null,
      scan_type: scan?.type ?? null,
      kept_by: by,
      kept_at: new Date(source.clock.moment()).toISOString(),
    })
    if (added) return undefined
    const kept = await listById(tx, agency, id)
    const isSame = kept?.day === day && kept.rows.equals(table) && sameBytes(kept.scan, scan?.content)
    return isSame ? undefined : { refused: 'form-used' }
  })
}

const sameBytes = (kept: Buffer | null, sent: Buffer | undefined): boolean =>
  kept === null || sent === undefined ? kept === null && sent === undefined : kept.equals(sent)

/** A row as it is entered, with the name of its person. */
export interface ReadRow extends PaperRow {
  readonly name: string
}

/** A kept list, read again. */
export interface ReadList {
  readonly list: string
  readonly day: Day
  readonly rows: readonly ReadRow[]
  readonly problems: readonly Problem[]
  readonly hasScan: boolean
  /** null: it was only looked over. */
  readonly entered: Date | null
}

/** Reads a kept list: what it says, and what is wrong with it. */
export const readList = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  agency: string,
  list: string,
): Promise<ReadList | Refusal> =>
  as(source.db, ofAgency(region, agency), async (tx) => {
    const kept = await listById(tx, agency, list)
    return kept ? read(tx, source, region, viewer, kept) : { refused: 'not-found' }
  })

type Kept = NonNullable<Awaited<ReturnType<typeof listById>>>

async function read(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { list, day: text, rows: bytes, scan, entered }: Kept,
): Promise<ReadList> {
  const day = text as Day
  const now = source.clock.now(region.zone, region.demoDay)
  const employees = await listEmployees(tx, { from: day, until: day, known: now, zone: region.zone })
  const byId = new Map(employees.map((one) => [one.employee, one]))
  const people = new Map(
    employees.flatMap(({ employee, nip }) => [employee, ...(nip === null ? [] : [nip])].map((key) => [key, employee])),
  )
  const by = viewer.employee ?? viewer.account
  const found: PaperRow[] = []
  const problems = await readTableBytes(bytes, {
    table: paperTable,
    checker: paperChecker({ people, by, now: day === businessDay(source, region) ? now.slice(11) : null }),
    onRecord: (row) => found.push(row),
  })
  const rows = found.flatMap((row): ReadRow[] => {
    const person = byId.get(people.get(row.employee) ?? '')
    return person ? [{ ...row, employee: person.employee, name: person.name }] : []
  })
  return { list, day, rows, problems, hasScan: scan !== null, entered }
}

/** Whether it can be entered as it is. */
const isWhole = ({ rows, problems }: ReadList): boolean =>
  rows.length > 0 && problems.every(({ level }) => level !== 'error')

/** Enters a kept list, once: one error stops all of it. */
export const enter = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  agency: string,
  list: string,
): Promise<Refusal | undefined> =>
  as(source.db, ofAgency(region, agency), async (tx) => {
    const kept = await listById(tx, agency, list)
    if (!kept) return { refused: 'not-found' }
    const known = await read(tx, source, region, viewer, kept)
    if (!isWhole(known)) return { refused: 'table-has-errors' }
    const now = source.clock.moment()
    if (!(await enterList(tx, agency, list, new Date(now).toISOString()))) return { refused: 'paper-list-entered' }
    const words = known.rows.flatMap((row) =>
      (['in', 'out'] as const).flatMap((moment): NewVoucher[] => {
        const { [moment]: time, employee, place } = row
        if (time === null) return []
        const at = momentOn(source, region, known.day, time)
        // The same row of a list is entered once.
        const id = uuidOf(`${list} ${employee} ${moment}`)
        return [{ id, employee, agency, day: known.day, moment, place, at, reason: null, seenBy: null }]
      }),
    )
    const by = viewer.employee ?? viewer.account
    await keepVouchers(tx, words, { kind: 'paper_list', by, list, now })
    const body = { day: known.day, list, people: known.rows.length }
    await recordEvent(tx, { actor: by, kind: 'paper-list-entered', subject: agency, agency, body })
    return undefined
  })

/** A list that was entered, as the page of its agency names it. */
export interface EnteredList {
  readonly list: string
  readonly day: Day
  readonly byName: string
}

/** Lists of an agency that were entered in the last month. */
export const recentLists = (source: Source, region: RegionAsListed, agency: string): Promise<EnteredList[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const lists = await listsSince(tx, agency, addDays(businessDay(source, region), -daysOfLists))
    const name = await namesOf(
      tx,
      lists.map(({ by }) => by),
    )
    return lists.map(({ list, day, by }) => ({ list, day: day as Day, byName: name(by) === by ? '' : name(by) }))
  })

/** A part of a kept list as it came. */
export const partOf = (
  source: Source,
  region: RegionAsListed,
  agency: string,
  list: string,
  part: 'rows' | 'scan',
): Promise<{ readonly content: Buffer; readonly type: string } | undefined> =>
  as(source.db, ofAgency(region, agency), async (tx) => {
    const kept = await listById(tx, agency, list)
    if (part === 'scan') return kept?.scan && kept.scanType ? { content: kept.scan, type: kept.scanType } : undefined
    return kept && { content: kept.rows, type: isWorkbook(kept.rows) ? workbookType : 'text/csv; charset=utf-8' }
  })

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const isWorkbook = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004'
