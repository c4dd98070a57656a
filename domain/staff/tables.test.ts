import { expect, test } from 'vitest'
import { calendarTable } from './calendar-tables.ts'
import { day, echelon, instant, nip, phone } from './cell.ts'
import { eventTable } from './declaration-tables.ts'
import { attributeTable, overrideTable } from './person-tables.ts'
import { positionOf } from './positions.ts'
import { staffTable } from './staff-table.ts'
import { cellsOf, headerOf, readHeader, readRow } from './table.ts'
import { tables } from './tables.ts'
import { unitTable } from './unit-table.ts'

const value = (reading: { value: unknown } | { wrong: unknown }) => ('value' in reading ? reading.value : 'wrong')
const noted = (reading: object) => 'note' in reading

test.each([
  ['2021-07-19', '2021-07-19', false],
  ['19/07/2021', '2021-07-19', false],
  ['19-7-2021', '2021-07-19', false],
  ['05/01/2021', '2021-01-05', true],
  ['05/05/2021', '2021-05-05', false],
  ['5 Januari 2021', '2021-01-05', false],
  ['17 Agt 2021', '2021-08-17', false],
  ['44396', '2021-07-19', false],
  ['12/31/2021', 'wrong', false],
  ['2021-02-29', 'wrong', false],
  ['29 Februari 2021', 'wrong', false],
  ['kemarin', 'wrong', false],
])('the date %s is %s', (text, expected, listed) => {
  const reading = day.read(text)
  expect([value(reading), noted(reading)]).toEqual([expected, listed])
})

test.each([
  [instant, '2021-07-19T10:00', '2021-07-19T10:00'],
  [instant, '19/07/2021 10:00', '2021-07-19T10:00'],
  [instant, '2021-07-19', '2021-07-19'],
  [instant, '2021-07-19T24:10', 'wrong'],
  [echelon, 'II.a', 'II'],
  [echelon, 'Eselon III/b', 'III'],
  [echelon, 'JPT Pratama', 'II'],
  [echelon, 'Pelaksana', 'none'],
  [echelon, '-', 'none'],
  [echelon, 'V', 'wrong'],
  [phone, '0812-3456-7890', '+6281234567890'],
  [phone, '62812 3456 7890', '+6281234567890'],
  [phone, '81234567890', '+6281234567890'],
  [phone, 'tidak ada', 'wrong'],
  [nip, "'19800101 201001 2 001", '198001012010012001'],
  [nip, '1,98001E+17', 'wrong'],
] as const)('%# %s', (cell, text, expected) => {
  expect(value(cell.read(text))).toBe(expected)
})

test.each([
  ['Kepala Bidang Kebersihan', 'kepala_bidang'],
  ['Kepala Dinas Kesehatan', 'kepala_dinas'],
  ['Sekretaris Daerah', 'sekda'],
  ['Sekretaris Dinas', 'sekretaris_opd'],
  ['Kasubbag Umum', 'kepala_subbagian'],
  ['lurah', 'lurah'],
  ['Pranata Komputer', undefined],
])('the title %s is the post %s', (title, code) => {
  expect(positionOf(title)).toBe(code)
})

const read = (header: string[], ...cells: string[]) => readRow(staffTable, readHeader(staffTable, header).places, cells)
const indonesian = [
  'ID Pegawai',
  'NIP_Baru',
  'Nama',
  'Status Pegawai',
  'Tgl. Lahir',
  'JK',
  'Unit Kerja',
  'Jabatan',
].concat('Eselon', 'Jenis Jabatan', 'No HP')

test('a staff list with Indonesian headers and words is read', () => {
  const cells = [
    '7',
    '198001012010012001',
    'Ani, S.E.',
    'PPPK Paruh Waktu',
    '1 Januari 1980',
    'Perempuan',
    'DLH',
    'Kepala Seksi Sampah',
  ]
  const { record, findings } = read(indonesian, ...cells, 'Pengawas', 'Struktural', '0812 3456 7890')
  expect(findings).toEqual([])
  expect(record).toMatchObject({
    employee: '7',
    employment: 'pppk_part_time',
    birth: '1980-01-01',
    sex: 'f',
    unit: 'dlh',
    position: 'kepala_seksi',
    title: 'Kepala Seksi Sampah',
    echelon: 'IV',
    job: 'structural',
    workPattern: 'five_day',
    phone: '+6281234567890',
    from: null,
  })
})

test('a title that nobody listed becomes staf, and is listed', () => {
  const cells = ['7', '', 'Ani', 'THL', '', '', 'dlh', 'Pranata Komputer', '', 'Fungsional', '']
  const { record, findings } = read(indonesian, ...cells)
  expect(record).toMatchObject({ position: 'staf', title: 'Pranata Komputer', birth: null })
  expect(findings.map(({ finding }) => `${finding.code} ${finding.level}`)).toEqual([
    'PKT-809 warning',
    'PKT-807 warning',
  ])
})

test('a row with an error gives no record, and says every error with its column', () => {
  const cells = ['', '1', 'Ani', 'magang', '31/02/1980', '', 'D L H', 'staf', '', 'Pelaksana', '']
  const { record, findings } = read(indonesian, ...cells)
  expect(record).toBeUndefined()
  expect(findings.map(({ header }) => header)).toEqual(['employee_id', 'employment', 'birth_date', 'unit_id'])
})

test('headers: missing and doubled are errors, unknown ones are skipped with a word', () => {
  const { findings } = readHeader(staffTable, ['No', 'employee_id', 'id pegawai', 'nama'])
  expect(findings.map(({ header, finding }) => `${finding.level} ${header}`)).toEqual([
    'warning No',
    'error employee_id',
    'error employment',
    'error birth_date',
    'error unit_id',
    'error position',
    'error job',
  ])
})

test('no header of a table is claimed twice', () => {
  for (const table of Object.values(tables)) {
    const headers = Object.entries(table.columns).flatMap(([header, { also }]) => [...new Set([header, ...also])])
    expect(headers.filter((header, place) => headers.indexOf(header) !== place)).toEqual([])
  }
})

test.each(Object.entries(tables))('%s: what is exported is read again, under both headers', (_, table) => {
  for (const words of ['canonical', 'id'] as const) {
    const header = headerOf(table, words)
    const { places, findings } = readHeader(table, header)
    expect([findings, places.size]).toEqual([[], Object.keys(table.columns).length])
  }
})

test('a record survives export and import', () => {
  const cells = [
    '7',
    '198001012010012001',
    'Ani',
    'pns',
    '1980-01-01',
    'f',
    'dlh/a',
    'kepala_bidang',
    'Kabid A',
    'III',
  ].concat(
    'structural',
    'IV/a',
    '8',
    'paser',
    'paser',
    'six_day',
    '+6281234567890',
    'a@b.id',
    '2020-01-01',
    '2030-01-01',
  )
  const { record } = readRow(staffTable, readHeader(staffTable, headerOf(staffTable)).places, cells)
  expect(record && cellsOf(staffTable, record)).toEqual(cells)
})

const row = <T>(table: Parameters<typeof readRow<T>>[0], cells: Record<string, string>) =>
  readRow(table, readHeader(table, Object.keys(cells)).places, Object.values(cells))

test('a unit states its parent as its path does', () => {
  const cells = { unit_id: 'dlh/kebersihan', name: 'Bidang', kind: 'Bidang', 'top echelons': 'III.a;IV' }
  expect(row(unitTable, { ...cells, induk: 'dlh' }).record).toMatchObject({
    kind: 'sub_unit',
    topEchelons: ['III', 'IV'],
  })
  expect(row(unitTable, { ...cells, induk: 'dinkes' }).findings[0]?.finding.code).toBe('PKT-805')
})

test('dated tables', () => {
  const truth = row(attributeTable, { 'id pegawai': '7', atribut: 'hamil', nilai: 'belum diketahui' })
  expect(truth.record).toMatchObject({ attribute: 'pregnant', value: 'unknown' })
  const order = row(overrideTable, { employee_id: '7', date: '19/07/2021', do: 'recall', by: '8', at: '9:30' })
  expect(order.record).toMatchObject({ at: '2021-07-19T09:30' })
  const flood = row(eventTable, { type: 'flood', subject: 'dlh', from: '2021-01-05 10:00' })
  expect(flood.record).toMatchObject({ from: '2021-01-05T10:00', until: null })
  const moved = row(calendarTable, { date: '2021-08-11', kind: 'libur', name: 'x', decree_date: '2021-06-18' })
  expect(moved.record).toMatchObject({ kind: 'holiday', recorded: '2021-06-18' })
})

test('a period that ends before it starts is refused', () => {
  const { findings } = row(attributeTable, {
    employee_id: '7',
    attribute: 'vaccinated',
    value: 'ya',
    from: '2021-02-01',
    until: '2021-01-01',
  })
  expect(findings.map(({ finding }) => finding.code)).toEqual(['PKT-401'])
})
