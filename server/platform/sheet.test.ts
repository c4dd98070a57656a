import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { openSheet } from './sheet.ts'
import { SheetRefused, type SheetRow } from './sheet-row.ts'

const folder = await mkdtemp(join(tmpdir(), 'piket-sheet-'))
afterAll(() => rm(folder, { recursive: true }))
let files = 0
async function fileOf(content: string | Buffer): Promise<string> {
  const path = join(folder, `table-${++files}`)
  await writeFile(path, content)
  return path
}
async function read(content: string | Buffer) {
  const { rows, findings } = await openSheet(await fileOf(content))
  const all: SheetRow[] = []
  for await (const row of rows) all.push(row)
  return { rows: all, cells: all.map(({ cells }) => cells), codes: findings.map(({ code }) => code) }
}
const refusal = (content: string | Buffer) =>
  read(content).then(
    () => 'taken',
    (error) => (error instanceof SheetRefused ? error.finding.code : error),
  )
const two = [
  ['nama', 'unit'],
  ['Ani, S.E.', 'dlh'],
]

test.each([
  ['commas', 'nama,unit\r\n"Ani, S.E.",dlh\r\n'],
  ['semicolons', 'nama;unit\nAni, S.E.;dlh\n'],
  ['semicolons, with quotes and a mark of UTF-8', '\uFEFF"nama";"unit"\n"Ani, S.E.";"dlh"'],
  ['tabs', 'nama\tunit\nAni, S.E.\tdlh'],
  ['blank lines between', 'nama;unit\n\n;\nAni, S.E.;dlh\n\n'],
])('CSV with %s', async (_, text) => {
  expect((await read(text)).cells).toEqual(two)
})

test('a line that names the separator is no row, and rows keep their numbers', async () => {
  const { rows, cells } = await read('sep=;\r\nnama;unit\r\nAni, S.E.;dlh\r\n')
  expect([cells, rows.map(({ row }) => row)]).toEqual([two, [2, 3]])
})

test('quotes within quotes and lines within cells', async () => {
  expect((await read('a,b\n"say ""so""","two\nlines"\n')).cells[1]).toEqual(['say "so"', 'two\nlines'])
})

test('Windows-1252 is read, and said', async () => {
  const { cells, codes } = await read(Buffer.from('nama;unit\nRen\u00e9e \u0093Ani\u0094;dlh\n', 'latin1'))
  expect([cells[1], codes]).toEqual([['Renée “Ani”', 'dlh'], ['PKT-812']])
})
test('a letter cut at the end of the file is no UTF-8 either', async () => {
  expect((await read(Buffer.from('nama\nRen\u00e9', 'latin1'))).cells[1]).toEqual(['René'])
})
test('UTF-8 letters that fall between two chunks stay whole', async () => {
  const text = `nama\n${'é'.repeat(20_000)}\n${'x'.repeat(31_000)}é\n`
  const { cells, codes } = await read(text)
  expect([cells.flat().join('\n'), codes]).toEqual([text.trim(), []])
})
test.each([
  ['UTF-16', Buffer.from('\uFEFFnama;unit', 'utf16le'), 'PKT-812'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'PKT-002'],
  ['a picture', Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'PKT-002'],
  ['a cell without end', `a,b\n"${'x'.repeat(40_000)}\n`, 'PKT-813'],
  ['an archive that is cut', Buffer.from('PK\u0003\u0004 and then nothing'), 'PKT-002'],
])('%s is refused', async (_, content, code) => {
  expect(await refusal(content)).toBe(code)
})
test('more than 200,000 rows are refused while they are counted', async () => {
  expect(await refusal(`a\n${'1\n'.repeat(200_000)}`)).toBe('taken')
  expect(await refusal(`a\n${'1\n'.repeat(200_001)}`)).toBe('PKT-813')
})

async function workbook(rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Pegawai').addRows(rows.map((cells) => [...cells]))
  book.addWorksheet('Lain').addRow(['tidak dibaca'])
  return Buffer.from(await book.xlsx.writeBuffer())
}

test('XLSX: texts, numbers, days, times, rich text, links; the first sheet only', async () => {
  const rich = { richText: [{ text: 'Ani' }, { text: ' Wijaya' }] }
  const link = { text: 'a@b.id', hyperlink: 'mailto:a@b.id' }
  const days = [new Date('2021-07-19T00:00:00Z'), new Date('2021-07-19T10:30:00Z')]
  const book = await workbook([['a'], ['198001012010012001', 12, 1.98e17, ...days, rich, link, null, true]])
  expect((await read(book)).cells).toEqual([
    ['a'],
    ['198001012010012001', '12', '1.98e+17', '2021-07-19', '2021-07-19T10:30', 'Ani Wijaya', 'a@b.id', '', 'true'],
  ])
})

test('XLSX: a formula is told from a text, and its saved result shown', async () => {
  const book = await workbook([
    ['a', 'b'],
    ['x', { formula: '1+1', result: 2, date1904: false }],
  ])
  const { rows } = await read(book)
  expect(rows[1]).toEqual({ row: 2, cells: ['x', '2'], formulas: [1] })
})

test('an archive that says it holds 200 MB is not opened', async () => {
  expect(await refusal(archive({ content: Buffer.alloc(1000), declared: 200_000_000 }))).toBe('PKT-813')
})
test('one that holds 200 MB and says so', async () => {
  const started = performance.now()
  expect(await refusal(archive({ content: Buffer.alloc(200_000_000) }))).toBe('PKT-813')
  expect(performance.now() - started).toBeLessThan(10_000)
})
test('one that holds 100 MB of the same letter: the ratio tells', async () => {
  expect(await refusal(archive({ content: Buffer.alloc(100_000_000) }))).toBe('PKT-813')
})
test('one that says less than it holds', async () => {
  expect(await refusal(archive({ content: Buffer.alloc(20_000_000), declared: 500_000 }))).toBe('PKT-813')
})
test('an archive without a workbook, and one with a path outside', async () => {
  expect(await refusal(archive({ content: Buffer.from('x'), name: 'readme.xml' }))).toBe('PKT-002')
  expect(await refusal(archive({ content: Buffer.from('x'), second: '../../etc/passwd' }))).toBe('PKT-002')
})

test('a sheet that is no XML inside is refused', async () => {
  expect(await refusal(archive({ content: Buffer.from('no xml at all') }))).toBe('PKT-002')
})

/** A ZIP of one entry, or of two with the same content. */
function archive(entry: { content: Buffer; declared?: number; name?: string; second?: string }): Buffer {
  const { content, declared = content.length, name = 'xl/worksheets/sheet1.xml', second } = entry
  const packed = deflateRawSync(content)
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of second ? [name, second] : [name]) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declared, 18)
    fields.writeUInt16LE(file.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(file), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, Buffer.from(file)]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end])
}

test('what a spreadsheet would take for a formula is written as text, byte for byte', async () => {
  const text = csvOf(['nama'], [['=1+1'], ['+62'], ['-1'], ['@x'], ['Ani, "S.E."']])
  expect(text).toBe(`\uFEFFnama\r\n"'=1+1"\r\n"'+62"\r\n"'-1"\r\n"'@x"\r\n"Ani, ""S.E."""\r\n`)
  const path = await fileOf(text)
  const bytes = await readFile(path)
  expect([bytes.includes('\n='), bytes.includes('\n"=')]).toEqual([false, false])
})

test('whatever is written comes back as it was, a telephone number and a formula of two lines too', async () => {
  const cells = ['+6281234567890', '=1+1', '=1\n+1', '-', "'", "O'Neil", "'s", '\tx']
  expect(csvOf(['a'], [['=1\n+1']])).toContain('"\'=1\n+1"')
  expect(
    (
      await read(
        csvOf(
          ['a'],
          cells.map((cell) => [cell]),
        ),
      )
    ).cells.slice(1),
  ).toEqual(cells.map((cell) => [cell]))
})
