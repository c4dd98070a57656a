import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import {
  type HoursInput,
  usualHours,
  usualLead,
  weeklyMinutes,
  windowMoments,
  windowTimes,
  workingHours,
} from './working-hours.ts'

const wednesday = '2021-07-21' as Day
const friday = '2021-07-23' as Day
const input = (date: Day, change: Partial<HoursInput['row']> = {}): HoursInput => ({
  row: { date, hours: null, windows: [], ...change },
  usual: usualHours,
  seasons: [],
})
/** The windows as people read them. */
const said = (found: ReturnType<typeof workingHours>) =>
  found?.windows.map((window) => {
    const { from, until } = windowTimes(window)
    return `${window.name} ${window.kind} ${from}-${until}`
  })

test('the usual hours make 37 h 30 m a week, and 32 h 30 m in Ramadan', () => {
  expect(weeklyMinutes(usualHours, null) / 60).toBe(37.5)
  expect(weeklyMinutes(usualHours, 'ramadan') / 60).toBe(32.5)
})

test('without a clause the usual hours hold, with the check-in open before them', () => {
  expect(usualLead).toBe(90)
  const found = workingHours(input(wednesday))
  expect([found?.hours, found?.source]).toEqual(['07:30-16:00/60', 'usual'])
  expect(said(found)).toEqual(['masuk in 06:00-07:30', 'pulang out 16:00-06:00'])
  expect(workingHours(input(friday))?.hours).toBe('07:30-16:30/90')
  expect(workingHours({ ...input(friday), seasons: ['ramadan'] })?.hours).toBe('08:00-15:30/60')
  expect(workingHours({ ...input(friday), seasons: ['flood'] })?.hours).toBe('07:30-16:30/90')
  expect(said(workingHours({ ...input(wednesday), lead: 30 }))?.[0]).toBe('masuk in 07:00-07:30')
  expect(workingHours(input('2021-07-24' as Day))).toBeNull()
})

test('a clause goes before the usual hours, also on a weekend', () => {
  const found = workingHours(input('2021-07-24' as Day, { hours: '08:00-12:00/0' }))
  expect([found?.source, ...(said(found) ?? [])]).toEqual(['clause', 'masuk in 06:30-08:00', 'pulang out 12:00-06:30'])
})

test('windows of a clause are taken as written', () => {
  const windows = ['apel pagi 07:15-07:45', 'sore 15:30-17:00']
  expect(said(workingHours(input(wednesday, { windows })))).toEqual([
    'apel pagi in 07:15-07:45',
    'sore out 15:30-17:00',
  ])
})

test('a night shift ends on the next morning', () => {
  const found = workingHours(input(wednesday, { hours: '20:00-07:00/60' }))
  expect(said(found)).toEqual(['masuk in 18:30-20:00', 'pulang out 07:00-18:30'])
  const leaving = windowMoments(found!.windows[1]!, wednesday, 480)
  expect(leaving.opensAt).toBe(Date.parse('2021-07-21T23:00:00Z'))
})

test('hours that the documents leave open have no window, and say so', () => {
  for (const hours of ['undetermined', 'conflict'])
    expect(workingHours(input(wednesday, { hours }))).toEqual({ hours, source: 'clause', windows: [] })
})

test('the window of a day is other moments in every zone, and its last minute counts', () => {
  const arriving = workingHours(input(wednesday))!.windows[0]!
  const moments = [420, 480, 540].map((offset) => windowMoments(arriving, wednesday, offset))
  expect(moments.map(({ closesAt }) => new Date(closesAt).toISOString())).toEqual([
    '2021-07-21T00:30:59.999Z',
    '2021-07-20T23:30:59.999Z',
    '2021-07-20T22:30:59.999Z',
  ])
  // A demonstration region asks about 2021 today: the same window, on the real date.
  expect(windowMoments(arriving, '2026-07-01' as Day, 420).opensAt).toBe(Date.parse('2026-06-30T23:00:00Z'))
})
