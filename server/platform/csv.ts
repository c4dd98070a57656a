/** CSV as offices write it: UTF-8 or Windows-1252, commas or semicolons, quotes as in RFC 4180. */
import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { error, type Finding, warning } from '@piket/domain/staff/cell.ts'
import Papa from 'papaparse'
import { SheetRefused, type SheetRow } from './sheet-row.ts'

/**
 * The rows of a CSV. A file that is not UTF-8 is read as Windows-1252, and the finding says so.
 * @throws SheetRefused when it is UTF-16 or no text
 */
export async function csvRows(path: string): Promise<{ rows: AsyncIterable<SheetRow>; findings: Finding[] }> {
  const encoding = await encodingOf(path)
  const findings = encoding === 'windows-1252' ? [asWindows1252] : []
  return { rows: parsed(path, encoding), findings }
}

async function encodingOf(path: string): Promise<'utf-8' | 'windows-1252'> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let encoding: 'utf-8' | 'windows-1252' = 'utf-8'
  let first = true
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first && /^(fffe|feff)/.test(chunk.toString('hex', 0, 2))) throw new SheetRefused(utf16)
    if (chunk.includes(0)) throw new SheetRefused(noText)
    first = false
    if (encoding === 'utf-8') encoding = decodes(decoder, chunk) ? 'utf-8' : 'windows-1252'
  }
  return encoding === 'utf-8' && decodes(decoder) ? 'utf-8' : 'windows-1252'
}

/** Whether the next bytes are UTF-8; without bytes, whether the last ones were complete. */
function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

async function* textOf(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* parsed(path: string, encoding: string): AsyncGenerator<SheetRow> {
  let row = 0
  let delimiter: string | undefined
  for await (const part of wholeRecords(textOf(path, encoding))) {
    let text = part
    // Excel may name the separator in a line before the header.
    const named = row === 0 ? /^sep=(.)\r?\n/.exec(text) : null
    if (named) {
      text = text.slice(named[0].length)
      row++
    }
    delimiter ??= named?.[1] ?? delimiterOf(text)
    for (const cells of Papa.parse<string[]>(text, { delimiter }).data)
      yield { row: ++row, cells: cells.map(withoutMark), formulas: [] }
  }
}

/** What a spreadsheet would take for a formula: a sign at the start of a cell, whatever lines follow. */
const formulaSign = /^[=+\-@\t\r]/

/** Tables that were written here mark such a cell with an apostrophe; it is no part of the text. */
const withoutMark = (cell: string) => (cell[0] === "'" && formulaSign.test(cell.slice(1)) ? cell.slice(1) : cell)

const longestRecord = 1_000_000

/** Cuts a text at ends of lines that lie outside quotes; each part comes without its last line break. */
async function* wholeRecords(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const text of texts) {
    rest += text
    const end = lastEndOfRecord(rest)
    if (end < 0 && rest.length > longestRecord) throw new SheetRefused(endless)
    if (end < 0) continue
    yield rest.slice(0, end).replace(/\r$/, '')
    rest = rest.slice(end + 1)
  }
  if (rest !== '') yield rest.replace(/\r?\n?$/, '')
}

function lastEndOfRecord(text: string): number {
  let end = text.lastIndexOf('\n')
  let quotes = quotesIn(text, 0, end)
  while (end >= 0 && quotes % 2 === 1) {
    const earlier = end === 0 ? -1 : text.lastIndexOf('\n', end - 1)
    quotes -= quotesIn(text, earlier + 1, end)
    end = earlier
  }
  return end
}

function quotesIn(text: string, start: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('"', start); at >= 0 && at < end; at = text.indexOf('"', at + 1)) count++
  return count
}

/** The separator that stands most often in the header, outside quotes. */
function delimiterOf(start: string): string {
  const header = (/^[^\r\n]*/.exec(start.replace(/^\s+/, ''))?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (delimiter: string) => header.split(delimiter).length
  return [';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best), ',')
}

/**
 * A table as CSV text with the mark of UTF-8, as spreadsheets expect it. What a spreadsheet would take for a formula is
 * written as text.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse([[...header], ...rows.map((cells) => [...cells])], { escapeFormulae: formulaSign, newline: '\r\n' })}\r\n`

const asWindows1252 = warning(
  'PKT-812',
  {
    id: 'Berkas bukan UTF-8 dan dibaca sebagai Windows-1252.',
    en: 'The file is not UTF-8 and is read as Windows-1252.',
  },
  {
    id: 'Periksa huruf khusus pada nama, atau simpan sebagai CSV UTF-8.',
    en: 'Check special letters in names, or save it as CSV UTF-8.',
  },
)
const endless = error(
  'PKT-813',
  { id: 'Sebuah baris tidak berakhir.', en: 'A row does not end.' },
  {
    id: 'Periksa tanda kutip yang tidak ditutup, lalu simpan ulang.',
    en: 'Look for a quote that is not closed, then save again.',
  },
)
const utf16 = error(
  'PKT-812',
  { id: 'Berkas berupa teks UTF-16.', en: 'The file is UTF-16 text.' },
  { id: 'Simpan sebagai CSV UTF-8.', en: 'Save it as CSV UTF-8.' },
)
const noText = error(
  'PKT-002',
  { id: 'Berkas ini bukan CSV dan bukan XLSX.', en: 'This file is neither CSV nor XLSX.' },
  { id: 'Simpan tabelnya sebagai .xlsx atau CSV UTF-8.', en: 'Save the table as .xlsx or as CSV UTF-8.' },
)
