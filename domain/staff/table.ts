/** What a table is: columns with their headers, and how a row becomes a record and a record a row. */
import { type Cell, error, type Finding, type Reading, warning } from './cell.ts'

export interface Column<T> {
  readonly required: boolean
  /** Other headers under which lists carry it; an Indonesian export writes the first. */
  readonly also: readonly string[]
  /** What a blank cell means. */
  readonly blank: Reading<T>
  read(text: string): Reading<T>
  write(value: T): string
}

/** The column must be there and every row must fill it. */
export const required = <T>(cell: Cell<T>, ...also: string[]): Column<T> => ({
  ...cell,
  required: true,
  also,
  blank: { wrong: blankCell },
})

/** Blank means not known. */
export const optional = <T>(cell: Cell<T>, ...also: string[]): Column<T | null> => ({
  required: false,
  also,
  blank: { value: null },
  read: cell.read,
  write: (value) => (value === null ? '' : cell.write(value)),
})

/** Blank means the usual value. */
export const usually = <T>(usual: T, cell: Cell<T>, ...also: string[]): Column<T> => ({
  ...cell,
  required: false,
  also,
  blank: { value: usual },
})

const blankCell = error(
  'PKT-201',
  { id: 'Sel ini wajib diisi.', en: 'This cell must be filled in.' },
  { id: 'Isi selnya.', en: 'Fill it in.' },
)

type Values<C> = { readonly [Header in keyof C]: C[Header] extends Column<infer T> ? T : never }

/** A table of records of one sort; its columns are by canonical header, in the order of an export. */
export interface Table<Row> {
  readonly columns: Readonly<Record<string, Column<unknown>>>
  record(values: Readonly<Record<string, unknown>>): Row
  row(record: Row): Readonly<Record<string, unknown>>
  /** What columns must say together. */
  check?(values: Readonly<Record<string, unknown>>): readonly Finding[]
}

/** States a table with the types of its columns, and gives it without them. */
export const tableOf = <C extends Readonly<Record<string, Column<unknown>>>, Row>(
  columns: C,
  {
    record,
    row,
    check,
  }: { record: (values: Values<C>) => Row; row: (record: Row) => Values<C>; check?: (values: Values<C>) => Finding[] },
): Table<Row> => ({
  columns,
  record: (values) => record(values as Values<C>),
  row,
  ...(check && { check: (values: Readonly<Record<string, unknown>>) => check(values as Values<C>) }),
})

/** Headers are the same without case, blanks, dots and underscores. */
const plain = (header: string) => header.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Where each column stands in a file. */
export type Places = ReadonlyMap<string, number>

/** A finding in a header or row: in which column of the file, counted from zero. */
export interface CellFinding {
  readonly finding: Finding
  readonly header: string
  readonly place: number
}

/** Finds the columns by their headers: a missing or doubled one is an error, one nobody knows a warning. */
export function readHeader(
  table: Table<unknown>,
  cells: readonly string[],
): { readonly places: Places; readonly findings: readonly CellFinding[] } {
  const byHeader = new Map<string, string>()
  for (const [header, { also }] of Object.entries(table.columns)) {
    for (const word of [header, ...also]) byHeader.set(plain(word), header)
  }
  const places = new Map<string, number>()
  const findings: CellFinding[] = []
  for (const [place, cell] of cells.entries()) {
    const header = byHeader.get(plain(cell))
    if (header === undefined) {
      if (cell.trim() !== '') findings.push({ finding: unknownColumn(cell), header: cell, place })
    } else if (places.has(header)) findings.push({ finding: twice(header), header, place })
    else places.set(header, place)
  }
  for (const [header, { required }] of Object.entries(table.columns)) {
    if (required && !places.has(header)) findings.push({ finding: missing(header), header, place: 0 })
  }
  return { places, findings }
}

const unknownColumn = (cell: string) =>
  warning(
    'PKT-202',
    { id: `Kolom "${cell}" tidak dikenal dan dilewati.`, en: `The column "${cell}" is not known and is skipped.` },
    { id: 'Hapus kolom itu, atau betulkan judulnya.', en: 'Remove the column, or correct its header.' },
  )
const twice = (header: string) =>
  error(
    'PKT-201',
    { id: `Kolom ${header} ada dua kali.`, en: `The column ${header} stands twice.` },
    { id: 'Hapus salah satunya.', en: 'Remove one of them.' },
  )
const missing = (header: string) =>
  error(
    'PKT-201',
    { id: `Kolom ${header} tidak ada.`, en: `The column ${header} is missing.` },
    { id: 'Tambahkan kolom itu.', en: 'Add the column.' },
  )

/** Reads a row. Without an error among the findings there is a record. */
export function readRow<Row>(
  table: Table<Row>,
  places: Places,
  cells: readonly string[],
): { readonly record?: Row; readonly findings: readonly CellFinding[] } {
  const findings: CellFinding[] = []
  const values: Record<string, unknown> = {}
  for (const [header, column] of Object.entries(table.columns)) {
    const place = places.get(header)
    const text = place === undefined ? '' : (cells[place] ?? '').trim()
    const reading = text === '' ? column.blank : column.read(text)
    if ('wrong' in reading) findings.push({ finding: reading.wrong, header, place: place ?? 0 })
    else {
      values[header] = reading.value
      if (reading.note) findings.push({ finding: reading.note, header, place: place ?? 0 })
    }
  }
  if (findings.some(({ finding }) => finding.level === 'error')) return { findings }
  for (const finding of table.check?.(values) ?? []) findings.push({ finding, header: '', place: 0 })
  if (findings.some(({ finding }) => finding.level === 'error')) return { findings }
  return { record: table.record(values), findings }
}

/** The headers of an export: canonical, or the first Indonesian ones. */
export const headerOf = (table: Pick<Table<never>, 'columns'>, words: 'canonical' | 'id' = 'canonical'): string[] =>
  Object.entries(table.columns).map(([header, { also }]) => (words === 'id' ? (also[0] ?? header) : header))

/** The cells of a record, in the order of the headers. */
export function cellsOf<Row>(table: Table<Row>, record: Row): string[] {
  const values = table.row(record)
  return Object.entries(table.columns).map(([header, column]) => column.write(values[header]))
}
