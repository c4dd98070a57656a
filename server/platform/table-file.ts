/** A file as records: header, rows, what each cell and the whole of them say. */
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { error, type Finding } from '@piket/domain/staff/cell.ts'
import { type Facts, noFacts } from '@piket/domain/staff/facts.ts'
import { type Checker, personChecker, staffChecker, unitChecker } from '@piket/domain/staff/findings.ts'
import { readSettings } from '@piket/domain/staff/settings.ts'
import { readHeader, readRow, type Table } from '@piket/domain/staff/table.ts'
import { type TableName, tables } from '@piket/domain/staff/tables.ts'
import { parse } from 'yaml'
import { openSheet } from './sheet.ts'
import { SheetRefused, type SheetRow } from './sheet-row.ts'

export interface Reading<Row> {
  readonly table: Table<Row>
  readonly checker: Checker<Row>
  /** Told of every row that holds a record. */
  onRecord(record: Row): void
  /** Told of every row, whether it holds a record or not, with the text of its first column. */
  onRow?(row: number, key: string): void
}

/**
 * Reads a file of any length without keeping it.
 * @returns everything found, in the order in which it shows; a file that cannot be taken is one finding more
 */
export async function readTableFile<Row>(path: string, reading: Reading<Row>): Promise<Problem[]> {
  const problems: Problem[] = []
  const found = (finding: Finding, header: string, row: number, place: number) =>
    problems.push({ ...finding, path: header, file: path, line: row, column: place + 1 })
  try {
    const { rows, findings } = await openSheet(path)
    for (const finding of findings) found(finding, '', 1, 0)
    await readRows(rows, reading, found)
  } catch (reason) {
    if (!(reason instanceof SheetRefused)) throw reason
    found(reason.finding, '', 1, 0)
  }
  return problems
}

/** Reads a table that came with a form: its readers want a file, which is there for so long. */
export async function readTableBytes<Row>(bytes: Buffer, reading: Reading<Row>): Promise<Problem[]> {
  const folder = await mkdtemp(join(tmpdir(), 'piket-table-'))
  try {
    const path = join(folder, 'table')
    await writeFile(path, bytes)
    return await readTableFile(path, reading)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readRows<Row>(
  rows: AsyncIterable<SheetRow>,
  { table, checker, onRecord, onRow }: Reading<Row>,
  found: (finding: Finding, header: string, row: number, place: number) => void,
) {
  let places: ReadonlyMap<string, number> | undefined
  const firstColumn = Object.keys(table.columns)[0] as string
  const placeOf = (header: string) => places?.get(header) ?? 0
  for await (const { row, cells, formulas } of rows) {
    if (!places) {
      const header = readHeader(table, cells)
      places = header.places
      for (const { finding, header: name, place } of header.findings) found(finding, name, row, place)
      if (header.findings.some(({ finding }) => finding.level === 'error')) return
      continue
    }
    onRow?.(row, cells[placeOf(firstColumn)] ?? '')
    for (const [header, place] of places) if (formulas.includes(place)) found(formula, header, row, place)
    const { record, findings } = readRow(table, places, cells)
    for (const { finding, header, place } of findings) found(finding, header, row, place)
    if (record === undefined) continue
    for (const { finding, header } of checker.add(record, row)) found(finding, header, row, placeOf(header))
    onRecord(record)
  }
  if (!places) found(empty, '', 1, 0)
  for (const { finding, header, row } of checker.end()) found(finding, header, row, placeOf(header))
}

/** The tables of a folder, each in `<name>.csv` or `<name>.xlsx`, and `settings.yaml`. What is not there is empty. */
export interface Folder {
  readonly facts: Facts
  readonly zone: string | null
  readonly problems: readonly Problem[]
}

/**
 * Reads the tables of a folder as facts.
 * @param today day on which ages are judged and dated settings are read
 */
export async function readTables(folder: string, { today }: { readonly today: Day }): Promise<Folder> {
  const lists: { -readonly [Name in TableName]?: unknown[] } = {}
  const problems: Problem[] = []
  const everything = { has: () => true }
  const units = new Set<string>()
  const people = new Map<string, string | null>()
  const read = async <Row>(name: TableName, checker: Checker<Row>, onRecord?: (record: Row) => void) => {
    const path = await fileOf(folder, name)
    if (path === undefined) return
    const records: Row[] = []
    const table = tables[name] as unknown as Table<Row>
    const keep = (record: Row) => {
      records.push(record)
      onRecord?.(record)
    }
    problems.push(...(await readTableFile(path, { table, checker, onRecord: keep })))
    lists[name] = records
  }
  await read<Facts['units'][number]>('units', unitChecker(new Set()), ({ unit }) => units.add(unit))
  const around = { today, units: lists.units ? units : everything, known: new Map<string, null>() }
  await read<Facts['employees'][number]>('staff', staffChecker(around), ({ employee, nip }) =>
    people.set(employee, nip),
  )
  const person = () => personChecker<{ employee: string }>(lists.staff ? people : everything)
  for (const name of ['acting', 'attributes', 'leave', 'letters', 'overrides', 'roster'] as const) {
    await read(name, person())
  }
  for (const name of ['statuses', 'events', 'answers', 'calendar', 'seasons'] as const) {
    await read(name, { add: () => [], end: () => [] })
  }
  const settings = await settingsOf(folder, today, problems)
  const { staff = [], roster = [], ...others } = lists
  const facts = { ...noFacts, ...others, employees: staff, drawn: roster, ...settings.facts } as Facts
  return { facts, zone: settings.zone, problems }
}

async function fileOf(folder: string, name: string): Promise<string | undefined> {
  for (const path of [join(folder, `${name}.csv`), join(folder, `${name}.xlsx`)]) {
    const there = await access(path).then(
      () => true,
      () => false,
    )
    if (there) return path
  }
  return undefined
}

async function settingsOf(folder: string, today: Day, problems: Problem[]) {
  const path = join(folder, 'settings.yaml')
  const source = await readFile(path, 'utf8').catch(() => undefined)
  if (source === undefined) return { facts: {}, zone: null }
  const read = readSettings(documentOf(source), today)
  if ('wrong' in read) {
    for (const wrong of read.wrong) problems.push({ ...wrong, level: 'error', fix: correctSettings, file: path })
    return { facts: {}, zone: null }
  }
  return { facts: { settings: read.settings, regions: read.regions }, zone: read.zone }
}

/** The value of a YAML text; a text that is none is told from every sound one by being undefined. */
function documentOf(source: string): unknown {
  try {
    return parse(source, { schema: 'core' })
  } catch {
    return undefined
  }
}

const correctSettings = {
  id: 'Betulkan settings.yaml; kuncinya zone, regions, precedence, opd_head dan fallback.',
  en: 'Correct settings.yaml; its keys are zone, regions, precedence, opd_head and fallback.',
}
const formula = error(
  'PKT-810',
  {
    id: 'Sel ini berisi rumus; hasilnya tidak dipercaya.',
    en: 'This cell holds a formula; its result is not trusted.',
  },
  { id: 'Salin lalu tempel sebagai nilai.', en: 'Copy it and paste it as values.' },
)
const empty = error(
  'PKT-201',
  { id: 'Berkas tidak berisi baris judul.', en: 'The file has no header row.' },
  { id: 'Tulis judul kolom di baris pertama.', en: 'Write the headers in the first row.' },
)
