import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPairs, pairBound, simpleBound } from './pairs.ts'
import { countDays } from './word.ts'

test('two teams that fill the seats meet the bound exactly', () => {
  const placed = [0b0101, 0b0101, 0b1010, 0b1010]
  expect(countPairs(placed)).toBe(2)
  expect(pairBound(placed.map(countDays), () => 4, 2, 4)).toBe(2)
  expect(simpleBound(placed.map(countDays), 2)).toBe(2)
})

test('whoever comes more than half of the days meets everybody', () => {
  expect(pairBound([3, 3, 3], () => 4, 2, 4)).toBe(3)
})

test('no roster has fewer pairs than its bound', () => {
  const people = fc.array(fc.record({ free: fc.nat(1023), wish: fc.nat(1023) }), { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(people, (rows) => {
      const placed = rows.map(({ free, wish }) => free & wish)
      const days = placed.map(countDays)
      const least = Math.min(
        ...Array.from({ length: 10 }, (_, day) => placed.filter((word) => (word >>> day) & 1).length),
      )
      const union = (one: number, other: number) => countDays(rows[one]!.free | rows[other]!.free)
      expect(pairBound(days, union, least, 10)).toBeLessThanOrEqual(countPairs(placed))
    }),
    { numRuns: 300 },
  )
})
