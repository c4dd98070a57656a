import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const bontang = circularFile('bontang-2020-se-188-65-504-org.yaml')
const data = await folderOf(smallStaff)
const ask = (employee: string, ...more: string[]) => askOf(data, employee, ...more)
const askOf = (tables: string, employee: string, ...more: string[]) =>
  piket([
    'explain',
    '--circulars',
    bontang,
    '--data',
    tables,
    '--known',
    '2020-03-24T08:00',
    '--employee',
    employee,
    '--on',
    '2020-03-24',
    ...more,
  ])

test('a day in words: what holds, what was set aside, as known when', async () => {
  const { exit, out } = await ask('E-0412')
  expect(exit).toBe(0)
  expect(out.split('\n').map((line) => line.trim())).toEqual([
    'E-0412  2020-03-24  00:00-24:00',
    'Di kantor (wajib) menurut butir c3 Surat edaran 188.65/504/org/2020.',
    'Butir c3 (berita Tribun Kaltim, baris 12) mengenai pegawai ini.',
    'Butir c1 dikesampingkan oleh butir c3.',
    'Surat edaran 188.65/504/org/2020 butir c2: tidak mengenai.',
    'Surat edaran 188.65/504/org/2020 butir c4: tidak mengenai.',
    'Kewajiban menurut butir c6: Seluruh pegawai dianjurkan tidak mematikan ponsel.',
    'Kewajiban menurut butir c8: Seluruh pegawai wajib mengikuti perkembangan melalui grup WhatsApp atau media sosial.',
    'Diketahui per 24 Maret 2020 08.00.',
    '',
  ])
  expect((await ask('E-0412', '--lang', 'en')).out).toContain('Clause c1 is set aside by clause c3.')
})

test('JSON holds the row, the steps in both languages, and the receipt', async () => {
  const { rows, receipt, piket: table } = JSON.parse((await ask('E-0412', '--format', 'json')).out)
  expect(table).toBe('explanation/1')
  expect(rows).toHaveLength(1)
  const { steps, ...row } = rows[0]
  expect(steps[0]).toEqual({
    step: 'place',
    document: 'bontang-2020-03',
    clause: null,
    truth: true,
    text_id: 'Di kantor (wajib) menurut butir c3 Surat edaran 188.65/504/org/2020.',
    text_en: 'At the office (must) by clause c3 of Circular 188.65/504/org/2020.',
  })
  expect(receipt).toMatchObject({
    piket: 'receipt/1',
    region: null,
    simulated: false,
    known: '2020-03-24T08:00',
    row,
    readings: {},
  })
  expect(receipt.records.map(({ table: name }: { table: string }) => name)).toEqual(['staff', 'units'])
})

test('an acting post is named with its letter and place, and where it makes a clause apply', async () => {
  const acting = await folderOf({
    ...smallStaff,
    'acting.csv':
      'employee_id,position,echelon,unit_id,kind,from,until,letter\nE-0102,lurah,IV,dlh,plt,2020-03-01,2020-03-31,821/7\n',
  })
  const said = await askOf(acting, 'E-0102')
  expect(said.out).toContain('Di kantor (wajib) sebagai Plt. lurah, Dinas LH, menurut butir c3 ')
  expect(said.out).toContain(
    'Menjabat Plt. lurah, Dinas LH (surat 821/7, sejak 1 Maret 2020, sampai 31 Maret 2020); jabatan itu',
  )
  expect(said.out).toMatch(/Butir c3 \(.*\) mengenai pegawai ini sebagai Plt\. lurah/)
  expect((await ask('E-0102')).out).not.toContain('Plt.')
})

test('a time chooses the part of the day', async () => {
  const recalled = await folderOf({
    ...smallStaff,
    'overrides.csv': 'employee_id,date,do,by,at,reason\nE-0001,2020-03-24,recall,kepala_badan,10:00,rapat\n',
  })
  const typed = [
    'explain',
    '--circulars',
    bontang,
    '--data',
    recalled,
    '--employee',
    'E-0001',
    '--on',
    '2020-03-24',
    '--format',
    'json',
  ]
  const spans = async (...at: string[]) =>
    JSON.parse((await piket([...typed, ...at])).out).rows.map(
      ({ span, place }: Record<string, string>) => `${span} ${place}`,
    )
  expect(await spans()).toEqual(['00:00-10:00 home', '10:00-24:00 office'])
  expect(await spans('--at', '09:59')).toEqual(['00:00-10:00 home'])
  expect(await spans('--at', '10:00')).toEqual(['10:00-24:00 office'])
})

test('a proposal is not explained as law', async () => {
  const kukar = circularFile('kukar-2021-01-proposal.yaml')
  const said = await piket([
    'explain',
    '--circulars',
    kukar,
    '--data',
    data,
    '--employee',
    'E-0001',
    '--on',
    '2021-01-27',
  ])
  expect(said).toMatchObject({ exit: 4, err: expect.stringContaining('PKT-701') })
})

const folder = await folderOf({})
const file = join(folder, 'explained.json')
await writeFile(file, (await ask('E-0412', '--format', 'json')).out)
const verify = (receipt: string, circulars: string, tables: string) =>
  piket(['verify-receipt', receipt, '--circulars', circulars, '--data', tables, '--format', 'json'])

test('a receipt derives again, later and from elsewhere', async () => {
  const said = await verify(file, bontang, await folderOf(smallStaff))
  expect(said.exit).toBe(0)
  expect(JSON.parse(said.out)).toMatchObject({ piket: 'receipt_check/1', known: '2020-03-24T08:00', rows: [] })
})

test('the receipt alone is enough', async () => {
  const alone = join(folder, 'receipt.json')
  await writeFile(alone, JSON.stringify(JSON.parse(await readFile(file, 'utf8')).receipt))
  expect((await verify(alone, bontang, data)).exit).toBe(0)
})

const fieldsOf = (out: string) => JSON.parse(out).rows.map(({ field }: { field: string }) => field)

test('a changed document is named', async () => {
  const changed = join(folder, 'bontang.yaml')
  await writeFile(changed, (await readFile(bontang, 'utf8')).replace('tugas berjalan', 'tugas tetap berjalan'))
  const said = await verify(file, changed, data)
  expect(said.exit).toBe(1)
  expect(fieldsOf(said.out)).toEqual(['circular bontang-2020-03'])
})

test('a changed record is named, with the fields it changes', async () => {
  const moved = await folderOf({ ...smallStaff, 'staff.csv': smallStaff['staff.csv'].replace('lurah,IV', 'staf,IV') })
  const said = await verify(file, bontang, moved)
  expect(said.exit).toBe(1)
  expect(fieldsOf(said.out)).toEqual(expect.arrayContaining(['record staff E-0412', 'row.place', 'row.clause']))
})

test('a person or a document that is gone is said, not an error', async () => {
  const without = smallStaff['staff.csv'].replace(/E-0412.*\n/, '')
  const said = await verify(file, bontang, await folderOf({ ...smallStaff, 'staff.csv': without }))
  expect([said.exit, fieldsOf(said.out)]).toEqual([1, ['row']])
  const other = await verify(file, circularFile('muara-selasih-2026.yaml'), data)
  expect(other.exit).toBe(1)
  expect(fieldsOf(other.out)).toContain('circular bontang-2020-03')
})

test('an altered receipt is caught', async () => {
  const { receipt } = JSON.parse(await readFile(file, 'utf8'))
  const altered = join(folder, 'altered.json')
  await writeFile(altered, JSON.stringify({ ...receipt, row: { ...receipt.row, place: 'home' } }))
  const said = await verify(altered, bontang, data)
  expect([said.exit, fieldsOf(said.out)]).toEqual([1, ['sha256', 'row.place']])
})

test('what is no receipt is refused', async () => {
  const none = join(folder, 'none.json')
  await writeFile(none, '{"piket": "receipt/1", "known": "yesterday"}')
  expect(await verify(none, bontang, data)).toMatchObject({ exit: 3, err: expect.stringContaining('PKT-201') })
  await writeFile(none, 'no json')
  expect(await verify(none, bontang, data)).toMatchObject({ exit: 3, err: expect.stringContaining('PKT-201') })
})
