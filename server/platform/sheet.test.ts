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

test('cells come without unseen letters', async () => {
  expect((await read('nama;unit\n\u200e\u202eAni, S.E.\u202c;dlh\u200b\n\u200b;\n')).cells).toEqual(two)
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

/** A workbook as other programs write it, part by part. */
function handmade(parts: Readonly<Record<string, string>>): Buffer {
  const usual = {
    // The sheet comes first, before anything says what its numbers mean.
    'xl/worksheets/daftar.xml': '',
    'xl/sharedStrings.xml': '<sst/>',
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>
      <numFmt numFmtId="165" formatCode="0&quot; hari&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="a" xmlns:r="b"><x:sheets><x:sheet name="Daftar" sheetId="7" r:id="rId3"/>
      <x:sheet name="Lain" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/lain.xml"/>
      <Relationship Id="rId3" Target="/xl/worksheets/daftar.xml"/></Relationships>`,
    'xl/worksheets/lain.xml': '<worksheet/>',
  }
  return archiveOf(Object.entries({ ...usual, ...parts }).map(([name, text]) => ({ name, content: Buffer.from(text) })))
}
const sheet = (rows: string) => ({
  'xl/worksheets/daftar.xml': `<x:worksheet xmlns:x="a"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
})

test('XLSX: parts in any order, names with a prefix, cells without an address', async () => {
  const { cells } = await read(
    handmade({
      ...sheet(`<x:row><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>0</x:v></x:c></x:row>
        <x:row r="4"><x:c r="C4" t="inlineStr"><x:is><x:t>di </x:t></x:is></x:c><x:c><x:v>5</x:v></x:c></x:row>`),
      'xl/sharedStrings.xml': `<sst><si><r><t>un</t></r><r><t>it</t></r><rPh><t>cara baca</t></rPh></si>
        <si><t>nama &amp; gelar</t></si></sst>`,
    }),
  )
  expect(cells).toEqual([
    ['nama & gelar', 'unit'],
    ['', '', 'di ', '5'],
  ])
})

test('XLSX: the style tells a day from a number, also where days are counted from 1904', async () => {
  const rows = `<x:row><x:c s="1"><x:v>44396</x:v></x:c><x:c s="2"><x:v>3</x:v></x:c><x:c s="3"><x:v>0.3125</x:v></x:c>
    <x:c t="d"><x:v>2021-07-19T10:30:00</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>`
  expect((await read(handmade(sheet(rows)))).cells).toEqual([['2021-07-19', '3', '07:30', '2021-07-19T10:30', '#N/A']])
  const old = '<workbook><workbookPr date1904="1"/><sheets><sheet r:id="rId3"/></sheets></workbook>'
  const first = '<x:row><x:c s="1"><x:v>42934</x:v></x:c><x:c s="3"><x:v>0.3125</x:v></x:c></x:row>'
  expect((await read(handmade({ ...sheet(first), 'xl/workbook.xml': old }))).cells).toEqual([['2021-07-19', '07:30']])
})

test('XLSX: a formula that others share is one too', async () => {
  const rows = `<x:row><x:c r="B1"><x:f t="shared" si="0">A1+1</x:f><x:v>2</x:v></x:c><x:c t="str"><x:f t="shared" si="0"/>
    <x:v>tiga</x:v></x:c></x:row>`
  expect((await read(handmade(sheet(rows)))).rows).toEqual([{ row: 1, cells: ['', '2', 'tiga'], formulas: [1, 2] }])
})

test.each([
  ['a text that is not there', sheet('<x:row><x:c t="s"><x:v>7</x:v></x:c></x:row>')],
  ['a sheet that ends in the middle', { 'xl/worksheets/daftar.xml': '<worksheet><sheetData><row>' }],
  ['an entity of its own', sheet('<x:row><x:c t="str"><x:v>&isi;</x:v></x:c></x:row>')],
  ['no sheet that is first', { 'xl/workbook.xml': '<workbook/>' }],
])('XLSX with %s is refused', async (_, parts) => {
  expect(await refusal(handmade(parts))).toBe('PKT-002')
})

test('XLSX: a cell that is merely formatted far to the right is none, one with a text is refused', async () => {
  const far = (text: string) =>
    sheet(`<x:row><x:c t="str"><x:v>a</x:v></x:c><x:c r="XFD1" t="str">${text}</x:c></x:row>`)
  expect((await read(handmade(far('')))).cells).toEqual([['a']])
  expect(await refusal(handmade(far('<x:v>b</x:v>')))).toBe('PKT-813')
})

/** A ZIP of one entry, or of two with the same content. */
function archive(entry: { content: Buffer; declared?: number; name?: string; second?: string }): Buffer {
  const { content, name = 'xl/worksheets/sheet1.xml', second, declared } = entry
  return archiveOf((second ? [name, second] : [name]).map((file) => ({ name: file, content, declared })))
}

/** A ZIP of these entries, in their order. */
function archiveOf(entries: readonly { name: string; content: Buffer; declared?: number | undefined }[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name: file, content, declared = content.length } of entries) {
    const packed = deflateRawSync(content)
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
