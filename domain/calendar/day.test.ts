import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, daysOf, monthOf } from './day.ts'

test.each([
  ['2021-07-19', '2021-07-01', '2021-07-31'],
  ['2021-02-28', '2021-02-01', '2021-02-28'],
  ['2024-02-01', '2024-02-01', '2024-02-29'],
  ['2021-12-31', '2021-12-01', '2021-12-31'],
])('the month around %s is %s to %s', (day, from, until) => {
  expect(monthOf(day as Day)).toEqual({ from, until })
})

test('the month around a day holds every day that is written like it, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 36_000 }), (count) => {
      const day = addDays('2000-01-01' as Day, count)
      const { from, until } = monthOf(day)
      const ofMonth = (one: Day) => one.slice(0, 7) === day.slice(0, 7)
      expect(daysOf(from, until).every(ofMonth)).toBe(true)
      expect([addDays(from, -1), addDays(until, 1)].some(ofMonth)).toBe(false)
    }),
  )
})
