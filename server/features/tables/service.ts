/** Tables in and out: a dry run with what would change, the error sheet, the change itself, the export. */
import { type Day, dayOf, type Instant, within } from '@piket/domain/calendar/day.ts'
import { fold } from '@piket/domain/circular/register.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { answerChecker } from '@piket/domain/decision/answers.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { difference } from '@piket/domain/staff/difference.ts'
import type { EmployeeRecord, UnitRecord } from '@piket/domain/staff/facts.ts'
import { type Checker, personChecker, staffChecker, unitChecker } from '@piket/domain/staff/findings.ts'
import { cellsOf, headerOf, type Table } from '@piket/domain/staff/table.ts'
import { tables } from '@piket/domain/staff/tables.ts'
import { csvOf } from '#platform/csv.ts'
import { type Actor, as, type Db, type Tx } from '#platform/db.ts'
import { lockRegion, recordEvent } from '#platform/event.ts'
import type { RefusalCode } from '#platform/refusal.ts'
import { readTableFile } from '#platform/table-file.ts'
import { loadRegister, registered } from '../circular/service.ts'
import { loadFacts, saveFacts } from '../fact/service.ts'
import { allDays, endVersions, listEmployees, listUnits } from '../staff/service.ts'

/** Drawn places are published by the roster, never imported as facts. */
export const tableNames = (Object.keys(tables) as (keyof typeof tables)[]).filter((name) => name !== 'roster')
export type TableName = Exclude<keyof typeof tables, 'roster'>

export interface TableImport {
  readonly table: TableName
  /** The file on this machine. */
  readonly path: string
  /** Internal id of who imports it. */
  readonly by: string
  readonly now: Instant
  readonly zone: string
  /** False: a dry run, which changes nothing. */
  readonly apply: boolean
  readonly confirmWarnings: boolean
  /** Whoever is known and not in the file has left. */
  readonly complete: boolean
}

export interface ImportOutcome {
  readonly rows: number
  readonly problems: readonly Problem[]
  /** Every row of the file with its findings or `ok`, as CSV. */
  errorSheet(): string
  readonly added: number
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[]
  readonly ended: readonly { readonly id: string; readonly lastDay: Day }[]
  readonly unchanged: number
  /** Known, and not in the file; untouched unless the file is complete. */
  readonly absent: readonly string[]
  readonly applied: boolean
  /** Why nothing was applied although that was asked. */
  readonly refused?: RefusalCode
}

/** Reads a table, says what it would change, and changes that when it may: one error stops the whole file. */
export const importTable = (db: Db, actor: Actor, request: TableImport): Promise<ImportOutcome> =>
  as(db, actor, async (tx) => {
    if (request.apply) await lockRegion(tx)
    const seen: { row: number; key: string }[] = []
    const read = await planOf(tx, request, (row, key) => seen.push({ row, key }))
    const { problems, plan } = read
    const refused = request.apply ? refusalOf(problems, request.confirmWarnings) : undefined
    const applied = request.apply && refused === undefined
    if (applied) {
      await plan.write()
      const body = { table: request.table, added: plan.added, changed: plan.changed.length, ended: plan.ended.length }
      await recordEvent(tx, { actor: request.by, kind: 'table-imported', subject: request.table, body })
    }
    const { write, ...counts } = plan
    const errorSheet = () => sheetOf(seen, problems)
    return { rows: seen.length, problems, errorSheet, ...counts, applied, ...(refused && { refused }) }
  })

function refusalOf(problems: readonly Problem[], confirmed: boolean): RefusalCode | undefined {
  if (problems.some(({ level }) => level === 'error')) return 'table-has-errors'
  return problems.length > 0 && !confirmed ? 'warnings-not-confirmed' : undefined
}

type Plan = Pick<ImportOutcome, 'added' | 'changed' | 'ended' | 'unchanged' | 'absent'> & { write(): Promise<void> }
type OnRow = (row: number, key: string) => void

function planOf(tx: Tx, request: TableImport, onRow: OnRow): Promise<{ problems: Problem[]; plan: Plan }> {
  if (request.table === 'staff') return staffPlan(tx, request, onRow)
  if (request.table === 'units') return unitPlan(tx, request, onRow)
  return factPlan(tx, { ...request, table: request.table }, onRow)
}

async function staffPlan(tx: Tx, request: TableImport, onRow: OnRow) {
  const { now, zone, by, complete } = request
  const today = dayOf(now)
  const known = onDay(await listEmployees(tx, { ...allDays, known: now, zone }), ({ employee }) => employee, today)
  const units = await listUnits(tx, { ...allDays, known: now, zone })
  const checker = staffChecker({
    today,
    units: new Set(units.filter((unit) => within(today, unit)).map(({ unit }) => unit)),
    known: new Map([...known].map(([employee, { nip }]) => [employee, nip])),
  })
  const { problems, records } = await readAll(request.path, tables.staff, checker, onRow)
  const file = records.map((record) => withKnownTitle(record, known.get(record.employee)))
  const found = difference(file, [...known.values()], { idOf: ({ employee }) => employee, today, now, complete })
  const write = async () => {
    await endVersions(tx, { kind: 'employees', endings: found.ended, at: now, zone })
    const employees = [...found.added, ...found.changed.map(({ record }) => record)]
    await saveFacts(tx, { employees }, { by, recorded: now })
  }
  return { problems, plan: { ...found, added: found.added.length, write } }
}

/** A bare code says nothing of how the post is called. */
const withKnownTitle = (record: EmployeeRecord, known: EmployeeRecord | undefined): EmployeeRecord =>
  record.title === null && known?.position === record.position ? { ...record, title: known.title } : record

async function unitPlan(tx: Tx, request: TableImport, onRow: OnRow) {
  const { now, zone, by, complete } = request
  const today = dayOf(now)
  const known = onDay(await listUnits(tx, { ...allDays, known: now, zone }), ({ unit }) => unit, today)
  const checker = unitChecker(new Set(known.keys()))
  const { problems, records } = await readAll(request.path, tables.units, checker, onRow)
  const found = difference(records, [...known.values()], { idOf: ({ unit }) => unit, today, now, complete })
  const write = async () => {
    await endVersions(tx, { kind: 'units', endings: found.ended, at: now, zone })
    const units: UnitRecord[] = [...found.added, ...found.changed.map(({ record }) => record)]
    await saveFacts(tx, { units }, { by, recorded: now })
  }
  return { problems, plan: { ...found, added: found.added.length, write } }
}

type FactTableName = Exclude<TableName, 'staff' | 'units'>

/** A dated table only grows: rows that are known already count as unchanged, the others are added. */
async function factPlan(tx: Tx, request: TableImport & { readonly table: FactTableName }, onRow: OnRow) {
  const { now, zone, by, table: name } = request
  const facts = await loadFacts(tx, { ...allDays, known: now, zone, reader: by, health: name === 'attributes' })
  const people = new Set(facts.employees.map(({ employee }) => employee))
  const ofPeople = 'employee_id' in tables[name].columns
  const checker = ofPeople
    ? personChecker(people)
    : name === 'answers'
      ? answerChecker(await textsKnown(tx, { known: now, zone }))
      : { add: () => [], end: () => [] }
  const table = tables[name] as unknown as Table<{ employee: string }>
  const { problems, records } = await readAll(
    request.path,
    table,
    checker as unknown as Checker<{ employee: string }>,
    onRow,
  )
  const same = (record: object) =>
    JSON.stringify({ ...record, recorded: null }, Object.keys(record).concat('recorded').sort())
  const held = new Set(facts[name].map(same))
  const added = records.filter((record) => !held.has(same(record)))
  const write = () => {
    const rows = added.map((record) =>
      'recorded' in record && record.recorded === null ? { ...record, recorded: now } : record,
    )
    return saveFacts(tx, { [name]: rows }, { by, recorded: now })
  }
  const unchanged = records.length - added.length
  return { problems, plan: { added: added.length, changed: [], ended: [], unchanged, absent: [], write } }
}

/** The documents of the region, each as filed and as amended. */
async function textsKnown(tx: Tx, at: { readonly known: Instant; readonly zone: string }): Promise<Circular[]> {
  const register = registered(await loadRegister(tx, at))
  const folded = fold(register, { known: at.known })
  return [...register, ...('versions' in folded ? folded.versions : [])].map(({ doc }) => doc)
}

async function readAll<Row>(path: string, table: Table<Row>, checker: Checker<Row>, onRow: OnRow) {
  const records: Row[] = []
  const problems = await readTableFile(path, { table, checker, onRow, onRecord: (record) => records.push(record) })
  return { problems, records }
}

/** The version of each that counts on a day, or the next one to come. */
function onDay<T extends EmployeeRecord | UnitRecord>(versions: readonly T[], idOf: (version: T) => string, day: Day) {
  const current = new Map<string, T>()
  for (const version of versions) {
    if (version.until !== null && version.until < day) continue
    const other = current.get(idOf(version))
    if (other === undefined || within(day, version) || !within(day, other)) current.set(idOf(version), version)
  }
  return current
}

function sheetOf(rows: readonly { row: number; key: string }[], problems: readonly Problem[]): string {
  const byRow = new Map<number, string[][]>()
  for (const { line = 1, code, level, path, finding, fix } of problems) {
    const result = [level, code, path, finding.id, fix.id, finding.en, fix.en]
    byRow.set(line, [...(byRow.get(line) ?? []), result])
  }
  const ofRows = rows.flatMap(({ row, key }) => {
    const results = byRow.get(row) ?? [['ok']]
    byRow.delete(row)
    return results.map((result) => [String(row), key, ...result])
  })
  const ofFile = [...byRow].flatMap(([row, results]) => results.map((result) => [String(row), '', ...result]))
  const header = ['row', 'key', 'result', 'code', 'column', 'message_id', 'fix_id', 'message_en', 'fix_en']
  return csvOf(header, [...ofFile, ...ofRows])
}

/**
 * A table as CSV, as it is known now: people and units of the day, dated facts of every day. Health data is not in it.
 * @param words `id`: Indonesian headers
 */
export const exportTable = (
  db: Db,
  actor: Actor,
  { table: name, now, zone, words }: { table: TableName; now: Instant; zone: string; words: 'canonical' | 'id' },
): Promise<string> =>
  as(db, actor, async (tx) => {
    const facts = await loadFacts(tx, { ...allDays, known: now, zone, health: false })
    const today = dayOf(now)
    const records = {
      ...facts,
      staff: [...onDay(facts.employees, ({ employee }) => employee, today).values()],
      units: [...onDay(facts.units, ({ unit }) => unit, today).values()],
    }[name]
    const table = tables[name] as unknown as Table<unknown>
    return csvOf(
      headerOf(table, words),
      records.map((record) => cellsOf(table, record)),
    )
  })
