/** Small tables that are no table of the staff: rows by the names of their columns. */
import { access } from 'node:fs/promises'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { openSheet } from '@piket/server/platform/sheet.ts'
import { SheetRefused } from '@piket/server/platform/sheet-row.ts'
import { exits, Refused, systemReason, unreadable } from './refused.ts'

const headers = {
  employee: ['employee', 'employeeid', 'idpegawai', 'kodepegawai'],
  date: ['date', 'tanggal'],
  place: ['place', 'tempat'],
  shift: ['shift', 'sif', 'giliran'],
  carry: ['carry', 'bawaan', 'saldo'],
} as const
export type ColumnName = keyof typeof headers

export interface NamedRow {
  /** Number of the row in the file. */
  readonly row: number
  cell(name: ColumnName): string
}

/**
 * The rows of a CSV or XLSX that has these columns; a cell of another one that is not there is empty.
 * @throws Refused: PKT-002 when it cannot be read, PKT-201 when a column is missing
 */
export async function* rowsOfSheet(path: string, wanted: readonly ColumnName[]): AsyncGenerator<NamedRow> {
  await access(path).catch((error) => {
    const { id, en } = systemReason(error)
    throw unreadable(path, id, en)
  })
  let places: ReadonlyMap<ColumnName, number> | undefined
  try {
    for await (const { row, cells } of (await openSheet(path)).rows) {
      const known = places
      if (known) yield { row, cell: (name) => cells[known.get(name) ?? -1]?.trim() ?? '' }
      else places = placesOf(path, cells, wanted)
    }
  } catch (error) {
    if (error instanceof SheetRefused) throw new Refused(exits.input, { ...error.finding, file: path })
    throw error
  }
}

function placesOf(path: string, cells: readonly string[], wanted: readonly ColumnName[]) {
  const plain = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''))
  const names = Object.keys(headers) as ColumnName[]
  const places = new Map(
    names.map((name) => [name, plain.findIndex((cell) => (headers[name] as readonly string[]).includes(cell))]),
  )
  const missing = wanted.find((name) => (places.get(name) ?? -1) < 0)
  if (missing === undefined) return places
  throw new Refused(exits.input, wrongLine(path, 1, `Kolom ${missing} tidak ada.`, `The column ${missing} is missing.`))
}

/** A line that does not say what it must; without a number the file as a whole. */
export const wrongLine = (file: string, line: number | undefined, id: string, en: string): Problem => ({
  code: 'PKT-201',
  level: 'error',
  path: '',
  file,
  ...(line !== undefined && { line, column: 1 }),
  finding: { id, en },
  fix: { id: 'Periksa berkas itu.', en: 'Check that file.' },
})
