import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { difference } from './difference.ts'
import type { EmployeeRecord, UnitRecord } from './facts.ts'
import { personChecker, staffChecker, unitChecker } from './findings.ts'
import { nipFindings } from './nip.ts'

const today = '2021-01-11' as Day
const ani: EmployeeRecord = {
  employee: '1',
  name: 'Ani',
  nip: '198001012010012001',
  employment: 'pns',
  birth: '1980-01-01' as Day,
  sex: 'f',
  unit: 'dlh',
  position: 'staf',
  title: null,
  echelon: 'none',
  job: 'executor',
  rank: null,
  supervisor: null,
  workplaceIn: null,
  employer: null,
  workPattern: 'five_day',
  phone: null,
  email: null,
  from: null,
  until: null,
  recorded: null,
}

test.each([
  ['a right one', {}, ''],
  ['month 13 of appointment', { nip: '198001012010132001' }, 'PKT-801'],
  ['the same digits for PPPK, whose digits 13-14 are no month', { nip: '198001012010132001', employment: 'pppk' }, ''],
  ['21 as digits 13-14 of PPPK', { nip: '198001012021212001', employment: 'pppk' }, ''],
  ['PPPK with a year that is none', { nip: '198001010110212001', employment: 'pppk' }, 'PKT-801'],
  ['no date of birth', { nip: '198013012010012001' }, 'PKT-801'],
  ['appointed at 16', { nip: '198001011996122001' }, 'PKT-801'],
  ['appointed at 17', { nip: '198001011997012001' }, ''],
  ['sex 3', { nip: '198001012010013001' }, 'PKT-801'],
  ['sequence 000', { nip: '198001012010012000' }, 'PKT-801'],
  ['seventeen digits', { nip: '19800101201001200' }, 'PKT-801'],
  ['nine digits', { nip: '400012345' }, 'PKT-803'],
  ['another date of birth', { birth: '1980-01-02' as Day }, 'PKT-802'],
  ['another sex', { sex: 'm' }, 'PKT-802'],
  ['unknown birth and sex', { birth: null, sex: null }, ''],
  ['none, for PNS', { nip: null }, 'PKT-801'],
  ['none, for PTT', { nip: null, employment: 'ptt' }, ''],
  ['none, for part-time PPPK', { nip: null, employment: 'pppk_part_time' }, ''],
  ['one, for TKD', { employment: 'tkd' }, 'PKT-803'],
] as const)('NIP: %s', (_, change, code) => {
  const findings = nipFindings({ ...ani, ...change })
  expect(findings.map((finding) => finding.code).join()).toBe(code)
})

function staff(records: readonly Partial<EmployeeRecord>[], known: [string, string | null][] = []) {
  const checker = staffChecker({ today, units: new Set(['dlh']), known: new Map(known) })
  const found = records.flatMap((change, place) => checker.add({ ...ani, ...change }, place + 2))
  return [...found, ...checker.end()].map(({ row, finding }) => `${row} ${finding.code} ${finding.level}`)
}
const budi = { employee: '2', nip: null, employment: 'ptt' } as const

test('a person twice, by id and by number', () => {
  expect(staff([{}, { ...budi, employee: '1' }])).toEqual(['3 PKT-804 error'])
  expect(staff([{}, { employee: '2' }])).toEqual(['3 PKT-804 error'])
})
test('a number that belongs to somebody outside the file', () => {
  expect(staff([{}], [['9', '198001012010012001']])).toEqual(['2 PKT-804 error'])
  expect(staff([{}], [['1', '198001012010012001']])).toEqual([])
})
test('an unknown unit', () => {
  expect(staff([{ unit: 'dinkes' }])).toEqual(['2 PKT-805 error'])
})
test('superiors: outside the list, in a circle, in a line', () => {
  expect(staff([{ supervisor: '9' }])).toEqual(['2 PKT-806 warning'])
  expect(staff([{ supervisor: '9' }], [['9', null]])).toEqual([])
  expect(staff([{ supervisor: '2' }, { ...budi, supervisor: '1' }])).toEqual(['2 PKT-806 warning', '3 PKT-806 warning'])
  expect(staff([{ supervisor: '1' }])).toEqual(['2 PKT-806 warning'])
  expect(staff([{ supervisor: '2' }, budi])).toEqual([])
})
test('ages that are odd on the day of the import', () => {
  const born = (birth: string) => staff([{ ...budi, birth: birth as Day }])
  expect(born('2004-01-11')).toEqual([])
  expect(born('2004-01-12')).toEqual(['2 PKT-807 warning'])
  expect(born('1954-01-12')).toEqual([])
  expect(born('1954-01-11')).toEqual(['2 PKT-807 warning'])
})

test('units: twice, and without the one above', () => {
  const checker = unitChecker(new Set(['dinkes']))
  const units = ['dlh', 'dlh', 'dinkes/p2p', 'rsud/ugd'].map((unit) => ({ unit }) as UnitRecord)
  const found = [...units.flatMap((unit, place) => checker.add(unit, place + 2)), ...checker.end()]
  expect(found.map(({ row, finding }) => `${row} ${finding.code}`)).toEqual(['3 PKT-804', '5 PKT-805'])
})

test('a dated table names people who are known', () => {
  const checker = personChecker(new Map([['1', null]]))
  expect(checker.add({ employee: '1' }, 2)).toEqual([])
  expect(checker.add({ employee: '2' }, 3)[0]?.finding.code).toBe('PKT-811')
})

test('every finding says what happened and what to do, in both languages', () => {
  const checker = staffChecker({ today, units: new Set(), known: new Map() })
  for (const { finding } of checker.add({ ...ani, nip: '1', birth: '2020-01-01' as Day }, 2)) {
    expect(
      [finding.finding.id, finding.finding.en, finding.fix.id, finding.fix.en].every((text) => /\.$/.test(text)),
    ).toBe(true)
  }
})

test('what a file changes', () => {
  const known = ['1', '2', '3', '4'].map((employee) => ({ ...ani, employee }))
  const file = [
    { ...ani, employee: '1' },
    { ...ani, employee: '2', unit: 'dinkes' },
    { ...ani, employee: '3', until: '2021-01-31' as Day },
    { ...ani, employee: '5' },
  ]
  const how = { idOf: ({ employee }: EmployeeRecord) => employee, today, now: '2021-01-11T09:00', complete: false }
  const diff = difference(file, known, how)
  expect(diff.added.map(({ employee, recorded }) => [employee, recorded])).toEqual([['5', '2021-01-11T09:00']])
  expect(diff.changed).toMatchObject([{ id: '2', fields: ['unit'], record: { from: today, unit: 'dinkes' } }])
  expect(diff.ended.map(({ id, lastDay }) => [id, lastDay])).toEqual([['3', '2021-01-31']])
  expect([diff.unchanged, diff.absent]).toEqual([1, ['4']])
  const complete = difference(file, known, { ...how, complete: true })
  expect(complete.ended.map(({ id, lastDay }) => [id, lastDay])).toEqual([
    ['3', '2021-01-31'],
    ['4', '2021-01-10'],
  ])
})
