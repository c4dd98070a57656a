/** The first sheet of an XLSX, row by row, after a look at what the archive holds. */
import { error } from '@piket/domain/staff/cell.ts'
import ExcelJS from 'exceljs'
import { SheetRefused, type SheetRow, sheetLimits } from './sheet-row.ts'
import { isAsDeclared, zipDirectory } from './zip.ts'

/** @throws SheetRefused when the archive is none, odd, or too large once unpacked; nothing of it is unpacked then */
export async function xlsxRows(path: string): Promise<AsyncIterable<SheetRow>> {
  const entries = await zipDirectory(path)
  if (!entries?.some(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))) throw new SheetRefused(noWorkbook)
  if (entries.some(({ name, encrypted }) => encrypted || name.startsWith('/') || name.includes('..'))) {
    throw new SheetRefused(noWorkbook)
  }
  const inflated = entries.reduce((sum, entry) => sum + entry.inflated, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (inflated > sheetLimits.inflated || inflated > packed * sheetLimits.ratio) throw new SheetRefused(bomb(inflated))
  // The texts of all cells are kept while the rows are read.
  const texts = entries.find(({ name }) => name === 'xl/sharedStrings.xml')
  if (texts && texts.inflated > sheetLimits.texts) throw new SheetRefused(bomb(texts.inflated))
  for (const entry of entries) {
    if (!(await isAsDeclared(path, entry))) throw new SheetRefused(bomb(entry.inflated))
  }
  return soundRows(path)
}

async function* soundRows(path: string): AsyncGenerator<SheetRow> {
  try {
    yield* rowsOf(path)
  } catch {
    throw new SheetRefused(noWorkbook)
  }
}

async function* rowsOf(path: string): AsyncGenerator<SheetRow> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    entries: 'ignore',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    worksheets: 'emit',
  })
  for await (const sheet of workbook) {
    for await (const row of sheet) {
      const values = row.values as readonly ExcelJS.CellValue[]
      const cells = Array.from({ length: Math.max(0, values.length - 1) }, (_, place) => values[place + 1])
      yield {
        row: row.number,
        cells: cells.map(textOf),
        formulas: cells.flatMap((value, place) => (isFormula(value) ? [place] : [])),
      }
    }
    return
  }
}

const isFormula = (value: ExcelJS.CellValue): boolean =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (value instanceof Date) return momentText(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return textOf(value.text)
  if ('formula' in value || 'sharedFormula' in value) return textOf(value.result ?? null)
  return 'error' in value ? value.error : ''
}

/** Beyond fifteen digits a number has lost its last ones: the exponent shows that, a row of zeros would hide it. */
const numberText = (value: number): string =>
  Number.isInteger(value) && !Number.isSafeInteger(value) ? value.toExponential() : String(value)

/** Spreadsheets have no time zone: the reader gives their wall clock as UTC. A bare time lies on their day zero. */
function momentText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const text = value.toISOString()
  const [date, time] = [text.slice(0, 10), text.slice(11, 16)]
  if (date <= '1899-12-31') return time
  return time === '00:00' ? date : `${date}T${time}`
}

const noWorkbook = error(
  'PKT-002',
  { id: 'Berkas ini bukan buku kerja XLSX yang utuh.', en: 'This file is not a sound XLSX workbook.' },
  {
    id: 'Simpan ulang dari program lembar kerja, tanpa kata sandi.',
    en: 'Save it again from a spreadsheet program, without a password.',
  },
)
const bomb = (inflated: number) =>
  error(
    'PKT-813',
    {
      id: `Isi berkas membengkak menjadi ${Math.round(inflated / 1e6)} MB atau lebih dan tidak dibuka.`,
      en: `The file unpacks to ${Math.round(inflated / 1e6)} MB or more and was not opened.`,
    },
    {
      id: 'Salin hanya tabelnya ke buku kerja baru, lalu simpan.',
      en: 'Copy only the table into a new workbook, then save it.',
    },
  )
