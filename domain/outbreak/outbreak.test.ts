import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allOf, type DayMask, maskOf, noDays } from '../roster/day-mask.ts'
import { repeatBand, shareBand } from './band.ts'
import { transmissionAt } from './calibrate.ts'
import { type Contact, type ContactNetwork, officeNetwork, randomNetwork, schoolNetwork } from './contact-network.ts'
import { usualDisease } from './disease.ts'
import { estimateOutbreak, type OutbreakEstimate, type OutbreakInput } from './outbreak.ts'
import { type PresencePattern, patternPresence, presencePatterns, rosterPresence } from './presence.ts'

const networks: Record<string, (seed: number) => ContactNetwork> = {
  office: (seed) => officeNetwork(217, seed),
  school: (seed) => schoolNetwork(240, seed),
  random: (seed) => randomNetwork(240, seed),
}

/** Everybody meets everybody who is there. */
const unitNetwork = (people: number): ContactNetwork => ({
  people,
  contacts: Array.from({ length: people }, (_, one) =>
    Array.from({ length: people - one - 1 }, (_, after): Contact => [one, one + after + 1, 1]),
  ).flat(),
})

const inputFor = (network: ContactNetwork, pattern: PresencePattern, change: Partial<OutbreakInput> = {}) => ({
  network,
  presence: patternPresence(pattern, network.people, 5),
  disease: usualDisease,
  repeats: 20,
  runsEach: 100,
  seed: 11,
  ...change,
})
const withTransmission = (transmission: number) => ({ disease: { ...usualDisease, transmission } })

describe('the order of Mauras et al. 2021', () => {
  test.each(
    Object.entries(networks).flatMap(([name, network]) => [1, 2].map((seed) => [name, seed, network] as const)),
  )('holds for the %s network of seed %i', (_, seed, network) => {
    const people = network(seed)
    const none = inputFor(people, 'none', { runsEach: 25 })
    const transmission = transmissionAt(none, ({ outbreak }) => outbreak.value >= 0.273)
    const estimates = presencePatterns.map((pattern) =>
      estimateOutbreak(inputFor(people, pattern, withTransmission(transmission))),
    )
    const [rotatingWeekly, rotatingDaily, onOffWeekly, onOffDaily, usual] = estimates as [
      OutbreakEstimate,
      OutbreakEstimate,
      OutbreakEstimate,
      OutbreakEstimate,
      OutbreakEstimate,
    ]
    expect(rotatingWeekly.outbreak.value).toBeLessThanOrEqual(rotatingDaily.outbreak.high)
    expect(rotatingDaily.outbreak.value).toBeLessThanOrEqual(onOffWeekly.outbreak.high)
    expect(onOffWeekly.outbreak.value).toBeLessThanOrEqual(onOffDaily.outbreak.high)
    expect(onOffDaily.outbreak.high).toBeLessThan(usual.outbreak.low)
    expect(rotatingWeekly.outbreak.high).toBeLessThan(onOffDaily.outbreak.low)
    const sizes = estimates.map(({ size }) => size.value)
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other))
  })
})

describe('an estimate', () => {
  test('is the same for the same seed, another for another, and tells its runs', () => {
    const network = officeNetwork(60, 3)
    const first = estimateOutbreak(inputFor(network, 'none'))
    expect(estimateOutbreak(inputFor(network, 'none'))).toEqual(first)
    expect(estimateOutbreak(inputFor(network, 'none', { seed: 12 }))).not.toEqual(first)
    expect(first.runs).toBe(2000)
  })

  test('grows with transmission, run by run where somebody is always there', () => {
    const network = officeNetwork(40, 4)
    const presence = rosterPresence(
      Array.from({ length: 40 }, () => allOf(1)),
      [0],
    )
    const hazard = fc.double({ min: 0, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.nat(), hazard, hazard, (seed, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((transmission) =>
          estimateOutbreak({
            ...inputFor(network, 'none', withTransmission(transmission)),
            presence,
            seed,
            repeats: 1,
            runsEach: 1,
          }),
        )
        expect(high!.size.value).toBeGreaterThanOrEqual(low!.size.value)
      }),
      { numRuns: 500 },
    )
  })

  test.each(presencePatterns)('grows with transmission where people come by pattern: %s', (pattern) => {
    const network = schoolNetwork(120, 2)
    const sizes = [0, 0.02, 0.06, 0.2].map(
      (transmission) => estimateOutbreak(inputFor(network, pattern, withTransmission(transmission))).size.value,
    )
    expect(sizes[0]).toBe(0)
    for (const [at, size] of sizes.slice(1).entries()) expect(size).toBeGreaterThan(sizes[at]!)
  })

  test('of people who never meet is nothing, and of a certain contact everybody', () => {
    const alone = rosterPresence(
      [0, 1, 2, 3].map((day) => maskOf([day])),
      [0, 1, 2, 3],
    )
    const disease = { ...usualDisease, transmission: 1e6, dispersion: 1000 }
    const sure = inputFor(unitNetwork(4), 'none', { disease, runsEach: 10 })
    expect(estimateOutbreak({ ...sure, presence: alone }).size).toEqual({ value: 0, low: 0, high: 0 })
    const together = rosterPresence(
      [0, 1, 2, 3].map(() => allOf(1)),
      [0],
    )
    expect(estimateOutbreak({ ...sure, presence: together }).size.value).toBe(3)
  })

  test('of a roster that writes a pattern out is that of the pattern', () => {
    const network = officeNetwork(50, 6)
    const pattern = patternPresence('rotating-daily', 50, 5)
    const calendar = Array.from({ length: 14 }, (_, day) => (day % 7 < 5 ? Math.floor(day / 7) * 5 + (day % 7) : null))
    const masks = Array.from({ length: 50 }, (_, person) =>
      calendar.reduce((mask, workday, day): DayMask => {
        return workday !== null && pattern.there(person, day) ? mask | (1n << BigInt(workday)) : mask
      }, noDays),
    )
    const presence = rosterPresence(masks, calendar)
    expect(estimateOutbreak({ ...inputFor(network, 'none'), presence })).toEqual(
      estimateOutbreak(inputFor(network, 'rotating-daily')),
    )
  })

  test('needs somebody and a run', () => {
    expect(() => estimateOutbreak(inputFor(unitNetwork(0), 'none'))).toThrow(RangeError)
    expect(() => estimateOutbreak(inputFor(unitNetwork(3), 'none', { repeats: 0 }))).toThrow(RangeError)
  })
})

describe('presence', () => {
  test.each(presencePatterns.filter((pattern) => pattern !== 'none'))(
    'everybody comes half of the days: %s',
    (pattern) => {
      const { cycle, there } = patternPresence(pattern, 9, 1)
      const days = Array.from({ length: cycle }, (_, day) => day)
      for (let person = 0; person < 9; person++) expect(days.filter((day) => there(person, day))).toHaveLength(5)
      const people = days.map((day) => [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((person) => there(person, day)).length)
      const counts = pattern.startsWith('rotating') ? [0, 4, 5] : [0, 9]
      expect([...new Set(people)].toSorted((one, other) => one - other)).toEqual(counts)
    },
  )
})

describe('a band', () => {
  test('of a share is that of Wilson', () => {
    // Newcombe 1998, Stat Med 17, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const cases = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
    for (const [count, runs, low, high] of cases) {
      const band = shareBand(count, runs)
      expect(band.low).toBeCloseTo(low, 4)
      expect(band.high).toBeCloseTo(high, 4)
    }
    expect(shareBand(20, 20).high).toBe(1)
  })

  test('of repeats holds 95 of a hundred of them', () => {
    expect(repeatBand(Array.from({ length: 101 }, (_, at) => 100 - at))).toEqual({ value: 50, low: 2.5, high: 97.5 })
    expect(repeatBand([3])).toEqual({ value: 3, low: 3, high: 3 })
  })
})
