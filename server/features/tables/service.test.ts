import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { sampleText } from '@piket/domain/circular/sample-circular.ts'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { fileCircular } from '../circular/service.ts'
import { loadFacts } from '../fact/service.ts'
import { listRegions, saveRegion } from '../region/service.ts'
import { allDays, listEmployees } from '../staff/service.ts'
import { exportTable, importTable, type TableImport } from './service.ts'

const database = await openTestDatabase()
const folder = await mkdtemp(join(tmpdir(), 'piket-import-'))
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})
const actor = { region: '64.01', reach: 'region' } as const
const zone = 'Asia/Makassar'
const usual = {
  table: 'staff',
  by: 'E-admin',
  now: '2021-01-11T09:00',
  zone,
  apply: true,
  confirmWarnings: false,
  complete: false,
} as const
let files = 0
async function bring(content: string | Buffer, request: Partial<TableImport> = {}) {
  const path = join(folder, `${++files}.table`)
  await writeFile(path, content)
  return importTable(database.db, actor, { ...usual, ...request, path })
}
const codes = (outcome: Awaited<ReturnType<typeof bring>>) =>
  outcome.problems.map(({ code, line }) => `${line} ${code}`)
const units = 'unit_id,name,kind\ndlh,Dinas Lingkungan Hidup,OPD\ndlh/kebersihan,Bidang Kebersihan,Bidang\n'
const header = 'employee_id;nip;nama;status pegawai;tanggal lahir;jk;unit;jabatan;jenis jabatan;tmt;tmt berakhir'
const ani = '1;198001012010012001;Ani;PNS;1 Januari 1980;P;dlh;Kepala Bidang Tata Lingkungan;Struktural;;'
const budi = '2;;Budi;PTT;1990-02-03;L;dlh/kebersihan;staf;Pelaksana;;'
const staff = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`
const people = (known: string, day = '2021-01-11') =>
  as(database.db, actor, async (tx) => {
    const window = { from: day as Day, until: day as Day, known, zone }
    return (await listEmployees(tx, window)).map(({ employee, unit }) => `${employee} ${unit}`)
  })

beforeAll(async () => {
  const name = { id: 'Kabupaten Paser', en: 'Paser' }
  const region = { code: '64.01', slug: 'paser', name, kind: 'regency', zone, within: null, demoDay: null } as const
  await saveRegion(database.db, { ...region, invented: false }, 'test')
  expect(await bring(units, { table: 'units' })).toMatchObject({ rows: 2, problems: [], added: 2, applied: true })
})

test('answers must fit what a clause leaves open', async () => {
  const text = sampleText(
    'clauses:\n  - {id: c1, kind: placement, who: {all: true}, place: {ask: opd_head}, cite: "u:1"}',
  )
  const { doc } = parseCircular('contoh.yaml', text)
  if (!doc) throw new Error('The circular does not parse.')
  await as(database.db, actor, (tx) => fileCircular(tx, text, doc, { by: 'test', now: usual.now }))
  const answers = (value: string, clause = 'c1') =>
    bring(`circular,clause,unit_id,value,by\ncontoh,${clause},dlh,${value},head\n`, {
      table: 'answers',
      now: '2021-07-11T09:00',
    })
  const wrong = await answers('rumahh')
  expect([codes(wrong), wrong.applied]).toEqual([['2 PKT-815'], false])
  expect(codes(await answers('home', 'c9'))).toEqual(['2 PKT-815'])
  expect(await answers('home')).toMatchObject({ problems: [], added: 1, applied: true })
})

test('a dry run says what would change and changes nothing', async () => {
  const revision = async () => (await listRegions(database.db))[0]?.revision
  const before = await revision()
  const outcome = await bring(staff(ani, budi), { apply: false })
  expect(outcome).toMatchObject({ rows: 2, problems: [], added: 2, unchanged: 0, applied: false })
  expect([await people('2021-01-11T09:00'), await revision()]).toEqual([[], before])
})

test('one error stops the whole file, and the sheet lists every row', async () => {
  const outcome = await bring(staff(ani, budi, budi.replace('dlh/kebersihan', 'dinkes')))
  expect(outcome).toMatchObject({ applied: false, refused: 'table-has-errors' })
  expect(codes(outcome)).toEqual(['4 PKT-804', '4 PKT-805'])
  expect(await people('2021-01-11T09:00')).toEqual([])
  const lines = outcome.errorSheet().split('\r\n')
  expect(lines.map((line) => line.split(',').slice(0, 5).join())).toEqual([
    '\uFEFFrow,key,result,code,column',
    '2,1,ok',
    '3,2,ok',
    '4,2,error,PKT-804,employee_id',
    '4,2,error,PKT-805,unit_id',
    '',
  ])
})

test('warnings wait for a confirmation', async () => {
  const odd = ani.replace(';P;', ';L;')
  expect(await bring(staff(odd, budi))).toMatchObject({ refused: 'warnings-not-confirmed', applied: false })
  const outcome = await bring(staff(odd, budi), { confirmWarnings: true })
  expect(outcome).toMatchObject({ applied: true, added: 2 })
  expect(codes(outcome)).toEqual(['2 PKT-802'])
  expect(await people('2021-01-11T09:00')).toEqual(['1 dlh', '2 dlh/kebersihan'])
  expect(await people('2021-01-11T08:59')).toEqual([])
})

test('a corrected file changes what differs; a change without a date holds from the day of the import', async () => {
  const now = '2021-02-01T08:00'
  const outcome = await bring(staff(ani, budi.replace('dlh/kebersihan', 'dlh')), { now })
  expect(outcome.changed).toMatchObject([
    { id: '1', fields: ['sex'] },
    { id: '2', fields: ['unit'] },
  ])
  expect(await people(now, '2021-01-31')).toEqual(['1 dlh', '2 dlh/kebersihan'])
  expect(await people(now, '2021-02-01')).toEqual(['1 dlh', '2 dlh'])
  expect(await people('2021-01-31T08:00', '2021-02-01')).toEqual(['1 dlh', '2 dlh/kebersihan'])
  expect(await bring(staff(ani, budi.replace('dlh/kebersihan', 'dlh')), { now })).toMatchObject({ unchanged: 2 })
})

test('whoever has a last day ends then, and the days before stay what they were', async () => {
  const now = '2021-03-01T08:00'
  const leaving = budi.replace('dlh/kebersihan', 'dlh').replace(/;;$/, ';;31/03/2021')
  const outcome = await bring(staff(leaving), { now, confirmWarnings: true })
  expect(outcome).toMatchObject({ ended: [{ id: '2', lastDay: '2021-03-31' }], absent: ['1'], applied: true })
  expect(await people(now, '2021-01-31')).toEqual(['1 dlh', '2 dlh/kebersihan'])
  expect(await people(now, '2021-03-31')).toEqual(['1 dlh', '2 dlh'])
  expect(await people(now, '2021-04-01')).toEqual(['1 dlh'])
  expect(await people('2021-02-28T08:00', '2021-04-01')).toEqual(['1 dlh', '2 dlh'])
})

test('a complete file ends whoever is not in it', async () => {
  const now = '2021-05-03T08:00'
  const outcome = await bring(staff(budi.replace('dlh/kebersihan', 'dlh')), { now, complete: true })
  expect(outcome).toMatchObject({ added: 1, ended: [{ id: '1', lastDay: '2021-05-02' }], absent: [] })
  expect(await people(now, '2021-05-03')).toEqual(['2 dlh'])
})

test('XLSX: a formula is refused, a NIP stored as a number too', async () => {
  const book = new ExcelJS.Workbook()
  book
    .addWorksheet()
    .addRows([
      header.split(';'),
      ['7', { formula: '1+1', result: 2 }, ...budi.split(';').slice(2)],
      ['8', Number('198001012010012001'), 'Citra', 'PNS', new Date('1980-01-01'), 'P', 'dlh', 'staf', 'Pelaksana'],
    ])
  const outcome = await bring(Buffer.from(await book.xlsx.writeBuffer()))
  expect(codes(outcome)).toEqual(['2 PKT-810', '2 PKT-803', '3 PKT-801'])
  expect(outcome.refused).toBe('table-has-errors')
})

test('a file that cannot be read, and one without its columns, say so in one finding each', async () => {
  expect(codes(await bring(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toEqual(['1 PKT-002'])
  expect(codes(await bring(''))).toEqual(['1 PKT-201'])
  expect(codes(await bring('No;Nama\n1;Ani\n')).length).toBeGreaterThan(3)
})

test('health attributes go to the protected table, and the export does not hold them', async () => {
  const rows = 'employee_id,attribute,value\n2,hamil,ya\n2,vaccinated,ya\n'
  expect(await bring(rows, { table: 'attributes' })).toMatchObject({ added: 2, applied: true })
  expect(await bring(rows, { table: 'attributes' })).toMatchObject({ added: 0, unchanged: 2 })
  const { rows: kept } = await sql`select (select array_agg(attribute) from attribute) as open,
    (select array_agg(attribute) from health_attribute) as protected`.execute(database.owner)
  expect(kept).toEqual([{ open: ['vaccinated'], protected: ['pregnant'] }])
  const text = await exportTable(database.db, actor, {
    table: 'attributes',
    now: '2021-06-01',
    zone,
    words: 'canonical',
  })
  expect(text.split('\r\n').slice(1)).toEqual(['2,vaccinated,yes,,,,2021-01-11T09:00', ''])
})

test('a dated table names only people who are known', async () => {
  expect(codes(await bring('employee_id,kind\n99,cuti sakit\n', { table: 'leave' }))).toEqual(['2 PKT-811'])
})

test('what is exported under either header comes back unchanged', async () => {
  const now = '2021-06-01T08:00'
  for (const words of ['canonical', 'id'] as const) {
    const text = await exportTable(database.db, actor, { table: 'staff', now, zone, words })
    expect(text.split('\r\n')).toHaveLength(3)
    expect(await bring(text, { now })).toMatchObject({ rows: 1, problems: [], unchanged: 1, changed: [] })
  }
})

test('of two imports at once one adds, the other finds it there', async () => {
  const rows = 'unit_id,name,kind\nbpbd,BPBD,agency\n'
  const outcomes = await Promise.all([bring(rows, { table: 'units' }), bring(rows, { table: 'units' })])
  expect(outcomes.map(({ added }) => added).sort()).toEqual([0, 1])
})

test('an import leaves events with counts and no names', async () => {
  const events = await as(database.db, actor, (tx) => tx.selectFrom('event').select(['kind', 'body']).execute())
  expect(events.filter(({ kind }) => kind === 'table-imported').length).toBeGreaterThan(3)
  expect(JSON.stringify(events)).not.toMatch(/Ani|Budi|19800101/)
  const facts = await as(database.db, actor, (tx) => loadFacts(tx, { ...allDays, known: '2021-06-01', zone }))
  expect(facts.attributes).toHaveLength(2)
})
