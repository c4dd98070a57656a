import { expect, test } from 'vitest'
import { type Day, within } from './day.ts'
import { plannableDays } from './plannable.ts'

test.each([
  ['2019-12-31', false],
  ['2020-01-01', true],
  ['2023-07-21', true],
  ['2023-07-22', false],
])('on 21 July 2021, %s can be planned for: %s', (day, can) => {
  expect(within(day as Day, plannableDays('2021-07-21' as Day))).toBe(can)
})
