import { expect, test } from 'vitest'
import { boundedCarry, leaveCredit, medianCarry } from './ledger.ts'

test.each([
  [12, 11, 1],
  [20, 11, 3],
  [4, 11, -3],
])('load %i at level %i leaves %i to carry', (load, level, carry) => {
  expect(boundedCarry(load, level)).toBe(carry)
})

test.each([
  [5, 0.25, 1],
  [2, 0.25, 1],
  [1, 0.25, 0],
  [3, 0.5, 2],
  [0, 0.75, 0],
])('%i days of leave at a share of %f are credited with %i', (days, share, credit) => {
  expect(leaveCredit(days, share)).toBe(credit)
})

test('newcomers enter in the middle of their unit', () => {
  expect(medianCarry([3, -1, 0])).toBe(0)
  expect(medianCarry([])).toBe(0)
})
