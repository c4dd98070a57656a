import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { dayKind, isWorking } from './calendar.ts'
import { type Day, daysOf } from './day.ts'
import { type CalendarYear, readCalendarYear } from './decrees.ts'

const folder = new URL('../../calendars/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

function read(name: string): CalendarYear {
  const result = readCalendarYear(parse(readFileSync(new URL(name, folder), 'utf8')))
  if ('refused' in result)
    throw new Error(`${name}: ${result.refused.map(({ path, en }) => `${path} ${en}`).join('; ')}`)
  return result
}

const kindOf = (day: string, known: string) =>
  dayKind(day as Day, 'five_day', read(`${day.slice(0, 4)}.yaml`).records, known)

test('every calendar file reads, and stands under its own year', () => {
  expect(files).toEqual(['2020.yaml', '2021.yaml', '2026.yaml'])
  for (const name of files) expect(read(name).year).toBe(Number(name.slice(0, 4)))
})

test.each([
  ['2020.yaml', '2021-01-01', 17, 5],
  ['2021.yaml', '2022-01-01', 15, 1],
  ['2026.yaml', '2027-01-01', 17, 8],
])('%s ends the year with its holidays and its joint leave', (name, known, holidays, jointLeave) => {
  const { year, records } = read(name)
  const kinds = daysOf(`${year}-01-01` as Day, `${year}-12-31` as Day).map((day) =>
    dayKind(day, 'five_day', records, known),
  )
  expect(kinds.filter((kind) => kind === 'holiday')).toHaveLength(holidays)
  expect(kinds.filter((kind) => kind === 'joint_leave')).toHaveLength(jointLeave)
})

test.each([
  ['the Islamic new year before it was moved', '2021-08-10', '2021-06-17', 'holiday'],
  ['the Islamic new year after it was moved', '2021-08-10', '2021-06-18', 'workday'],
  ['the day it was moved to', '2021-08-11', '2021-06-18', 'holiday'],
  ['and not before the decree', '2021-08-11', '2021-06-17', 'workday'],
  ['the day of the Prophet as moved', '2021-10-20', '2021-10-01', 'holiday'],
  ['joint leave that was cut', '2021-05-17', '2021-02-22', 'workday'],
  ['joint leave added in March 2020', '2020-05-28', '2020-03-09', 'joint_leave'],
  ['moved to December in April 2020', '2020-05-28', '2020-04-12', 'workday'],
  ['set in December', '2020-12-29', '2020-04-12', 'joint_leave'],
  ['and taken back in December', '2020-12-29', '2020-12-01', 'workday'],
  ['Nyepi inside the Bontang period', '2020-03-25', '2020-03-24', 'holiday'],
  ['the Friday between two holidays', '2020-05-22', '2020-05-20', 'workday'],
])('%s', (_, day, known, kind) => {
  expect(kindOf(day, known)).toBe(kind)
})

test('the demonstration days are working days', () => {
  for (const day of ['2020-03-24', '2021-01-27', '2021-07-12', '2021-07-21'])
    expect(isWorking(kindOf(day, day))).toBe(true)
})

test('a file says all that is wrong with it, with a code and a place', () => {
  const result = readCalendarYear({
    piket: 'calendar/1',
    year: 2030,
    complete: false,
    decrees: [
      {
        decree: 'SKB 1/2029',
        known: '2029-09-01',
        by: 'signature',
        read_in: ['https://example.go.id'],
        dayz: [],
        days: [
          { date: '2030-02-30', kind: 'holiday', name: 'a day that does not exist' },
          { date: '2030-03-01', kind: 'workday', name: 'nothing to take back' },
          { date: '2030-04-01', kind: 'festival', name: 'no such kind' },
        ],
      },
      { decree: 'SKB 0/2029', known: '2029-08-01', by: 'hearsay', read_in: [], days: [] },
    ],
  })
  expect('refused' in result && result.refused.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'PKT-201 missing',
    'PKT-202 decrees.0.dayz',
    'PKT-201 decrees.0.days.0.date',
    'PKT-201 decrees.0.days.0.date',
    'PKT-201 decrees.0.days.1.date',
    'PKT-201 decrees.0.days.2.kind',
    'PKT-201 decrees.1.by',
    'PKT-201 decrees.1.read_in',
    'PKT-201 decrees.1.known',
  ])
})
