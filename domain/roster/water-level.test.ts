import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAtLevel, waterLevel } from './water-level.ts'

test.each([
  ['nobody', [], [], 0, { level: 0, over: 0 }],
  ['equal people', [0, 0, 0, 0], [5, 5, 5, 5], 10, { level: 2, over: 2 }],
  ['an old debt', [3, 0, 0], [5, 5, 5], 4, { level: 2, over: 0 }],
  ['somebody on leave', [0, 0, 0], [1, 5, 5], 7, { level: 3, over: 0 }],
])('stands right for %s', (_, carry, available, total, level) => {
  expect(waterLevel(carry, available, total)).toEqual(level)
})

test('leaves less above it than people it could still rise for', () => {
  const person = fc.record({ carry: fc.integer({ min: -5, max: 5 }), available: fc.nat(22) })
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 40 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (people, part) => {
        const carry = people.map((one) => one.carry)
        const available = people.map((one) => one.available)
        const total = Math.floor(part * available.reduce((sum, days) => sum + days, 0))
        const { level, over } = waterLevel(carry, available, total)
        const filled = (to: number) => people.reduce((sum, one) => sum + daysAtLevel(to, one.carry, one.available), 0)
        expect(filled(level) + over).toBe(total)
        if (over > 0) expect(filled(level + 1)).toBeGreaterThan(total)
      },
    ),
  )
})
