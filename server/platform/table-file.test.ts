import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { noFacts } from '@piket/domain/staff/facts.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTables } from './table-file.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'piket-data-'))
})
afterEach(() => rm(folder, { recursive: true }))
const write = (name: string, text: string) => writeFile(join(folder, name), text)
const read = () => readTables(folder, { today: '2021-01-11' as Day })
const found = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.map(({ code, file, line }) => `${file?.slice(folder.length + 1)}:${line ?? 1} ${code}`)

test('an empty folder has no facts', async () => {
  expect(await read()).toEqual({ facts: noFacts, zone: null, problems: [] })
})

test('the tables of a folder become facts', async () => {
  await write('units.csv', 'unit_id,name,kind\ndlh,Dinas Lingkungan Hidup,agency\n')
  await write(
    'staff.csv',
    'employee_id,name,employment,birth_date,unit_id,position,job\n1,Ani,ptt,1980-01-01,dlh,staf,executor\n',
  )
  await write('leave.csv', 'employee_id;kind;from;until\n1;annual;2021-01-11;2021-01-12\n')
  await write('roster.csv', 'employee_id,date,place,shift\n1,2021-01-13,home,\n')
  await write('events.csv', 'type,subject,from\nflood,dlh,2021-01-11T10:00\n')
  await write('settings.yaml', 'zone: Asia/Makassar\nregions: [{id: paser}]\nprecedence: {placement: parent}\n')
  const { facts, zone, problems } = await read()
  expect([problems, zone, facts.settings.placement, facts.regions]).toEqual([
    [],
    'Asia/Makassar',
    'parent',
    [{ region: 'paser', within: null }],
  ])
  expect(facts).toMatchObject({
    employees: [{ employee: '1', unit: 'dlh', recorded: null }],
    leave: [{ employee: '1', kind: 'annual', from: '2021-01-11' }],
    drawn: [{ employee: '1', day: '2021-01-13', place: 'home' }],
    events: [{ type: 'flood', from: '2021-01-11T10:00' }],
  })
})

test('what is wrong in any of them comes with file and row', async () => {
  await write('units.csv', 'unit_id,name,kind\ndlh,Dinas,agency\n')
  await write(
    'staff.csv',
    'employee_id,name,employment,birth_date,unit_id,position,job\n1,Ani,ptt,1980-01-01,dinkes,staf,executor\n',
  )
  await write('leave.csv', 'employee_id,kind\n9,annual\n')
  await write('settings.yaml', 'zone: [\n')
  expect(found(await read())).toEqual(['staff.csv:2 PKT-805', 'leave.csv:2 PKT-811', 'settings.yaml:1 PKT-201'])
})

test('a table that stands alone is not held against what is not there', async () => {
  await write('leave.csv', 'employee_id,kind\n9,annual\n')
  expect(found(await read())).toEqual([])
})
