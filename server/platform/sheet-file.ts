/** Tables as XLSX, row by row, so that a region's month is never held as a whole workbook. */
import { PassThrough, type Readable } from 'node:stream'
import ExcelJS from 'exceljs'

export type SheetCell = string | number | null

export interface Sheet {
  /** At most 31 characters, as spreadsheets allow. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: Iterable<readonly SheetCell[]>
}

/** The media type of XLSX. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a spreadsheet takes for a formula once the cell is typed anew, or saved as CSV. */
const formulaSign = /^[=+\-@\t\r]/

/** Texts stay texts: one that begins like a formula is marked as our CSV marks it. */
const cellOf = (cell: SheetCell): SheetCell => (typeof cell === 'string' && formulaSign.test(cell) ? `'${cell}` : cell)

/** A workbook as a stream. It breaks where writing fails, so that nobody takes half a file for a whole one. */
export function sheetFile(sheets: readonly Sheet[]): Readable {
  const stream = new PassThrough()
  const write = async () => {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
    for (const { name, header, rows } of sheets) {
      const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
      const top = sheet.addRow([...header])
      top.font = { bold: true }
      top.commit()
      for (const row of rows) sheet.addRow(row.map(cellOf)).commit()
      sheet.commit()
    }
    await book.commit()
  }
  write().catch((error) => stream.destroy(error as Error))
  return stream
}
