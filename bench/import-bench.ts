/** How fast a staff list of 100,000 rows is read and checked, and how much memory that takes, in a process of its own. */
import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import type { Day } from '@piket/domain/calendar/day.ts'
import { staffChecker } from '@piket/domain/staff/findings.ts'
import { staffTable } from '@piket/domain/staff/staff-table.ts'
import { readTableFile } from '@piket/server/platform/table-file.ts'
import ExcelJS from 'exceljs'

export interface ImportFigures {
  readonly rows_per_second: number
  /** Highest resident memory of the process that read the file. */
  readonly peak_mb: number
}

const header = 'employee_id;nip;nama;status pegawai;tanggal lahir;jk;unit kerja;jabatan;jenis jabatan;atasan'.split(';')

function* people(count: number): Generator<string[]> {
  yield header
  for (let number = 1; number <= count; number++) {
    const id = `E-${number}`
    const name = `Pegawai Nomor ${number}, S.Sos., M.Si.`
    yield [id, '', name, 'PTT', '17 Agustus 1980', 'L', 'dlh/kebersihan', 'Kepala Seksi Sampah', 'Pelaksana', 'E-1']
  }
}

/**
 * Reads a made list in a child process.
 * @param format of the file
 */
export async function importBench(rows = 100_000, format: 'csv' | 'xlsx' = 'csv'): Promise<ImportFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'piket-import-'))
  try {
    const path = join(folder, `staff.${format}`)
    await (format === 'csv' ? writeCsv(path, rows) : writeXlsx(path, rows))
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', import.meta.filename, path])
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const writeCsv = (path: string, rows: number) =>
  pipeline(
    Readable.from(people(rows)).map((cells: string[]) => `${cells.join(';')}\r\n`),
    createWriteStream(path),
  )

async function writeXlsx(path: string, rows: number) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path })
  const sheet = book.addWorksheet('Pegawai')
  for (const cells of people(rows)) sheet.addRow(cells).commit()
  await book.commit()
}

async function measure(path: string): Promise<ImportFigures> {
  const started = performance.now()
  let rows = 0
  const units = new Set(['dlh/kebersihan'])
  const problems = await readTableFile(path, {
    table: staffTable,
    checker: staffChecker({ today: '2021-01-11' as Day, units, known: new Map() }),
    onRecord: () => rows++,
  })
  const seconds = (performance.now() - started) / 1000
  if (problems.some(({ level }) => level === 'error')) throw new Error(JSON.stringify(problems[0]))
  const peak = process.resourceUsage().maxRSS / 1024
  return { rows_per_second: Math.round(rows / seconds), peak_mb: Math.round(peak) }
}

const [, script, path] = process.argv
if (script === import.meta.filename && path) process.stdout.write(JSON.stringify(await measure(path)))
