import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Who } from './clause.ts'
import { simpleWho, whoOf } from './simple-who.ts'

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
const who = fc
  .record(
    {
      ...{ group: names, unit: names, position: names, job: names, employment: names },
      ...{ echelon: fc.uniqueArray(fc.constantFrom('II', 'III'), { minLength: 1 }) },
      age: fc.record({ at_least: fc.integer({ min: 18, max: 70 }) }),
    },
    { requiredKeys: [] },
  )
  .map((one): Who => (Object.keys(one).length === 0 ? { all: true } : one))

test('what a form shows whole comes back as it was', () => {
  fc.assert(
    fc.property(who, (one) => {
      const simple = simpleWho(one)
      expect(simple && whoOf(simple)).toEqual(one)
    }),
  )
})

test.each<Who>([
  { any_of: [{ all: true }] },
  { unit: ['a'], not: { unit: ['b'] } },
  { age: { over: 50 } },
  { has: ['pregnant'] },
  { placed: ['home'] },
  { public: true },
])('%j is left to the text', (one) => expect(simpleWho(one)).toBeUndefined())
