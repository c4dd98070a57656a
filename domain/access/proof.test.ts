import { expect, test } from 'vitest'
import { isProved } from './proof.ts'

const minute = 60_000
const at = Date.UTC(2021, 6, 21)

test.each([
  ['show', 0, true],
  ['show', 15 * minute - 1, true],
  ['show', 15 * minute, false],
  ['send', 60 * minute - 1, true],
  ['send', 60 * minute, false],
] as const)('a proof for what is to %s, %i ms later: %s', (use, later, good) => {
  expect(isProved(at, at + later, use)).toBe(good)
})

test('who has never proved anything is never proved', () => {
  expect(isProved(Number.NEGATIVE_INFINITY, at, 'send')).toBe(false)
})
