import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verify } from '../roster-verifier/verify.ts'
import { roster } from './roster.ts'
import { rosterPatterns } from './roster-input.ts'
import { type Sample, sampleInput } from './sample-unit.ts'

const samples: fc.Arbitrary<Sample> = fc.record({
  people: fc.integer({ min: 3, max: 200 }),
  days: fc.integer({ min: 1, max: 31 }),
  seed: fc.nat(),
  share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  leave: fc.double({ min: 0, max: 0.9, noNaN: true }),
  home: fc.double({ min: 0, max: 0.5, noNaN: true }),
  floor: fc.boolean(),
  maxima: fc.boolean(),
  pins: fc.boolean(),
})
const smaller = fc.record({
  people: fc.integer({ min: 3, max: 40 }),
  days: fc.integer({ min: 1, max: 45 }),
  seed: fc.nat(),
  share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
  leave: fc.double({ min: 0, max: 0.9, noNaN: true }),
  home: fc.double({ min: 0, max: 0.5, noNaN: true }),
  floor: fc.boolean(),
  maxima: fc.boolean(),
  pins: fc.boolean(),
  limits: fc.constantFrom('none', 'weeks', 'period', 'both' as const),
})

describe('a roster', () => {
  test('holds every rule, or its refusal is verified', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const input = sampleInput(sample)
        const result = roster(input)
        expect(verify(input, result)).toEqual({ ok: true, faults: [], falseClaims: [] })
      }),
      { numRuns: 150 },
    )
  })

  test('holds with limits on people and over long periods', () => {
    fc.assert(
      fc.property(smaller, (sample) => {
        const input = sampleInput(sample)
        const result = roster(input)
        expect(verify(input, result)).toEqual({ ok: true, faults: [], falseClaims: [] })
      }),
      { numRuns: 100 },
    )
  })

  test('holds for every pattern, and fairness is that of daily turns except for whole weeks', () => {
    fc.assert(
      fc.property(smaller, fc.constantFrom(...rosterPatterns), (sample, pattern) => {
        const input = sampleInput({ ...sample, pattern })
        const result = roster(input)
        expect(verify(input, result)).toEqual({ ok: true, faults: [], falseClaims: [] })
        const daily = roster({ ...input, pattern: 'daily' })
        expect(result.status === 'infeasible').toBe(daily.status === 'infeasible')
        if (pattern !== 'whole-weeks') expect(result.metrics?.squares).toBe(daily.metrics?.squares)
      }),
      { numRuns: 100 },
    )
  })
})
