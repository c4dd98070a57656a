/** Tables that people bring, row by row: CSV or the first sheet of an XLSX, told apart by their bytes. */
import { open, stat } from 'node:fs/promises'
import { error, type Finding } from '@piket/domain/staff/cell.ts'
import { visible } from '@piket/domain/visible.ts'
import { csvRows } from './csv.ts'
import { SheetRefused, type SheetRow, sheetLimits } from './sheet-row.ts'
import { xlsxRows } from './xlsx.ts'

export interface Sheet {
  readonly rows: AsyncIterable<SheetRow>
  /** What to know about the file as a whole. */
  readonly findings: readonly Finding[]
}

/**
 * Opens a table of rows. Memory does not grow with its length.
 * @throws SheetRefused here or while rows are read: what it is not, or which limit it passes
 */
export async function openSheet(path: string): Promise<Sheet> {
  if ((await stat(path)).size > sheetLimits.bytes) throw new SheetRefused(tooLarge)
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0).finally(() => file.close())
  const start = buffer.subarray(0, bytesRead)
  if (start.toString('latin1', 0, 4) === 'PK\u0003\u0004') return { rows: limited(await xlsxRows(path)), findings: [] }
  if (start.toString('hex', 0, 4) === 'd0cf11e0') throw new SheetRefused(oldExcel)
  const { rows, findings } = await csvRows(path)
  return { rows: limited(rows), findings }
}

async function* limited(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  let count = 0
  for await (const row of rows) {
    if (++count > sheetLimits.rows + 1) throw new SheetRefused(tooManyRows)
    if (row.cells.some((cell) => cell.length > sheetLimits.cell)) throw new SheetRefused(cellTooLong(row.row))
    const cells = row.cells.map(visible)
    if (cells.some((cell) => cell.trim() !== '')) yield { ...row, cells }
  }
}

const tooLarge = error(
  'PKT-813',
  { id: 'Berkas lebih dari 50 MB.', en: 'The file is larger than 50 MB.' },
  { id: 'Bagi menjadi beberapa berkas.', en: 'Split it into several files.' },
)
const tooManyRows = error(
  'PKT-813',
  { id: 'Lebih dari 200.000 baris.', en: 'More than 200,000 rows.' },
  { id: 'Bagi menjadi beberapa berkas.', en: 'Split it into several files.' },
)
const cellTooLong = (row: number) =>
  error(
    'PKT-813',
    { id: `Sel di baris ${row} terlalu panjang.`, en: `A cell of row ${row} is too long.` },
    {
      id: 'Periksa tanda kutip yang tidak ditutup, lalu simpan ulang.',
      en: 'Look for a quote that is not closed, then save again.',
    },
  )
const oldExcel = error(
  'PKT-002',
  { id: 'Ini buku kerja Excel lama (.xls).', en: 'This is an old Excel workbook (.xls).' },
  { id: 'Simpan sebagai .xlsx atau CSV UTF-8.', en: 'Save it as .xlsx or as CSV UTF-8.' },
)
