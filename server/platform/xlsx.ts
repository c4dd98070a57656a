/** The first sheet of an XLSX, row by row, after a look at what the archive holds. */
import { error } from '@piket/domain/staff/cell.ts'
import { SheetRefused, type SheetRow, sheetLimits } from './sheet-row.ts'
import { type OpenPart, readWorkbook, textCollector, type Workbook } from './workbook.ts'
import { readXml, type XmlReader } from './xml.ts'
import { isAsDeclared, openEntry, type ZipEntry, zipDirectory } from './zip.ts'

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
  return soundRows(path, new Map(entries.map((entry) => [entry.name, entry])))
}

type Archive = ReadonlyMap<string, ZipEntry>

/** Whatever goes wrong inside is the file's fault: its size is known, and nothing else of it was trusted. */
async function* soundRows(path: string, archive: Archive): AsyncGenerator<SheetRow> {
  try {
    yield* rowsOf(path, archive)
  } catch (error) {
    throw error instanceof SheetRefused ? error : new SheetRefused(noWorkbook)
  }
}

async function* rowsOf(path: string, archive: Archive): AsyncGenerator<SheetRow> {
  const open: OpenPart = async (name) => {
    const entry = archive.get(name)
    return entry && openEntry(path, entry)
  }
  const workbook = await readWorkbook(open)
  const sheet = workbook.sheet === undefined ? undefined : await open(workbook.sheet)
  if (!sheet) throw new Error('The workbook has no first sheet.')
  const rows = sheetReader(workbook)
  for await (const _ of readXml(sheet, rows)) yield* rows.taken()
}

/** Gathers rows; `taken` hands out those that are complete. */
function sheetReader(workbook: Workbook): XmlReader & { taken(): readonly SheetRow[] } {
  let rows: SheetRow[] = []
  let row = 0
  let cells: string[] = []
  let formulas: number[] = []
  let place = -1
  let type = ''
  let style = 0
  let value = ''
  let inValue = false
  const add = (piece: string) => {
    value += piece
  }
  const inline = textCollector(add)
  return {
    taken() {
      const complete = rows
      rows = []
      return complete
    },
    open(name, attributes) {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r)
        cells = []
        formulas = []
        place = -1
      } else if (name === 'c') {
        place = attributes.r === undefined ? place + 1 : columnOf(attributes.r)
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
      } else if (name === 'f') formulas.push(place)
      else if (name === 'v') inValue = true
      else inline.open(name, attributes)
    },
    text(piece) {
      if (inValue) add(piece)
      else inline.text(piece)
    },
    close(name) {
      if (name === 'v') inValue = false
      else if (name === 'c') {
        // An empty cell is written where something stands to the right of it.
        const text = textOf({ type, style, value }, workbook)
        if (text === '' && formulas.at(-1) !== place) return
        if (place >= sheetLimits.columns) throw new SheetRefused(tooFarRight(row))
        while (cells.length < place) cells.push('')
        cells[place] = text
      } else if (name === 'row') rows.push({ row, cells, formulas })
      else inline.close(name)
    },
  }
}

/** `C7` is place 2. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/\d+$/, '')) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

interface Cell {
  readonly type: string
  readonly style: number
  readonly value: string
}

function textOf({ type, style, value }: Cell, { texts, showsDay, from1904 }: Workbook): string {
  if (value === '') return ''
  if (type === 's') return textAt(texts, Number(value))
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'd') return momentText(new Date(`${value.replace(/Z$/, '')}Z`))
  if (type !== 'n') return value
  return showsDay[style] ? momentText(momentOf(Number(value), from1904)) : numberText(Number(value))
}

/** @throws Error where the workbook has no such text: a cell is never left blank for what got lost */
function textAt(texts: readonly string[], number: number): string {
  const text = texts[number]
  if (text === undefined) throw new Error(`There is no shared text ${number}.`)
  return text
}

/** Day 25569 is 1 January 1970; workbooks from 1904 count 1462 days less. Less than a day is a time of no day. */
const momentOf = (serial: number, from1904: boolean) =>
  new Date(Math.round((serial - 25_569 + (from1904 && serial >= 1 ? 1462 : 0)) * 86_400_000))

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
const tooFarRight = (row: number) =>
  error(
    'PKT-813',
    { id: `Baris ${row} memuat sel terlalu jauh di kanan.`, en: `Row ${row} has a cell too far to the right.` },
    {
      id: 'Hapus kolom yang bukan bagian tabel, lalu simpan.',
      en: 'Delete columns that are no part of the table, then save.',
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
