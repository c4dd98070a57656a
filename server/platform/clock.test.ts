import type { Day } from '@piket/domain/calendar/day.ts'
import { expect, test } from 'vitest'
import { clockOf } from './clock.ts'

const clock = clockOf(() => Date.parse('2021-01-05T16:30:59Z'))

test.each([
  ['Asia/Jakarta', '2021-01-05T23:30'],
  ['Asia/Makassar', '2021-01-06T00:30'],
  ['Asia/Jayapura', '2021-01-06T01:30'],
])('the minute in %s', (zone, expected) => {
  expect(clock.now(zone)).toBe(expected)
})
test('a demonstration region keeps its day while the time of day is real', () => {
  expect(clock.now('Asia/Makassar', '2021-07-19' as Day)).toBe('2021-07-19T00:30')
})
