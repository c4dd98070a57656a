import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verify } from '../roster-verifier/verify.ts'
import { allOf, indexesOf, maskOf, noDays, sizeOf } from './day-mask.ts'
import { drawOf } from './draw.ts'
import { levelLoads, meetBounds, networkOf, placesOf, seatGreedily, stretch } from './network.ts'
import { seeded, shuffle } from './random.ts'
import { roster } from './roster.ts'
import { type RosterInput, type RosterPerson, rosterPatterns } from './roster-input.ts'
import { type Sample, sampleInput, workingDays } from './sample-unit.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const samples: fc.Arbitrary<Sample> = fc.record({
  people: fc.integer({ min: 3, max: 200 }),
  days: fc.integer({ min: 1, max: 31 }),
  seed: fc.nat(),
  share,
  leave: share,
  home: fc.double({ min: 0, max: 0.5, noNaN: true }),
  floor: fc.boolean(),
  maxima: fc.boolean(),
  pins: fc.boolean(),
})
const limitedSamples: fc.Arbitrary<Sample> = fc.record({
  people: fc.integer({ min: 3, max: 40 }),
  days: fc.integer({ min: 1, max: 45 }),
  seed: fc.nat(),
  share,
  leave: share,
  home: fc.double({ min: 0, max: 0.5, noNaN: true }),
  floor: fc.boolean(),
  maxima: fc.boolean(),
  pins: fc.boolean(),
  limits: fc.constantFrom('none', 'weeks', 'period', 'both'),
})
const sound = { ok: true, faults: [], falseClaims: [] }

/** Everybody free on every day, one position, and this many seats. */
function plainInput(people: number, days: number, seats: number, change: Partial<RosterPerson> = {}): RosterInput {
  const free = allOf(days)
  const person = { position: 'staff', free, office: noDays, carry: 0, away: [] }
  return {
    days: workingDays(days),
    unit: {
      id: 'dlh',
      people: Array.from({ length: people }, (_, at) => ({ ...person, id: `E-${at}`, ...(at === 0 ? change : {}) })),
      demand: Array.from({ length: days }, () => ({ min: 0, max: seats, clause: '2.a' })),
      positions: [],
    },
    pattern: 'daily',
    seed: 1,
  }
}

describe('a roster', () => {
  test('holds every rule, or its refusal is verified', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const input = sampleInput(sample)
        expect(verify(input, roster(input))).toEqual(sound)
      }),
      { numRuns: 120 },
    )
  })

  test('holds with limits on people and over long periods', () => {
    fc.assert(
      fc.property(limitedSamples, (sample) => {
        const input = sampleInput(sample)
        expect(verify(input, roster(input))).toEqual(sound)
      }),
      { numRuns: 100 },
    )
  })

  test.each(['flat', 'nested', 'crossing'] as const)(
    'keeps quotas of %s parts, or its refusal is verified',
    (groups) => {
      const seen = new Set<string>()
      fc.assert(
        fc.property(limitedSamples, fc.constantFrom(...rosterPatterns), (sample, pattern) => {
          const input = sampleInput({
            ...sample,
            pattern,
            groups,
            positions: 2 + (sample.seed % 4),
            runs: sample.seed % 3 === 0,
          })
          const result = roster(input)
          seen.add(result.status)
          expect(verify(input, result)).toEqual(sound)
        }),
        { numRuns: 60 },
      )
      expect(seen).toContain('exact')
    },
  )

  test('keeps the fairness of daily turns in every pattern but whole weeks', () => {
    fc.assert(
      fc.property(limitedSamples, fc.constantFrom(...rosterPatterns), (sample, pattern) => {
        const input = sampleInput({ ...sample, pattern, runs: sample.seed % 2 === 0 })
        const result = roster(input)
        expect(verify(input, result)).toEqual(sound)
        const daily = roster({ ...input, pattern: 'daily' })
        expect(result.leftOpen).toBe(daily.leftOpen)
        if (pattern === 'whole-weeks') expect(result.gap?.squares.bound).toBe(daily.metrics?.squares)
        else expect(result.metrics?.squares).toBe(daily.metrics?.squares)
      }),
      { numRuns: 80 },
    )
  })

  test('is as fair on words as on the network of the unit', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const input = sampleInput({ ...sample, people: Math.min(60, sample.people) })
        const draw = drawOf(input)
        const network = networkOf(draw)
        seatGreedily(network)
        const result = roster(input)
        expect(meetBounds(network) === undefined).toBe(result.leftOpen === noDays)
        if (result.leftOpen !== noDays) return
        stretch(network, draw.fill)
        levelLoads(network)
        const places = placesOf(network)
        const loads = draw.people.map(({ carry }, person) => carry + sizeOf(places[person] ?? noDays))
        const own = result.duties.flatMap(({ load }) => (load === null ? [] : [load]))
        expect(own.toSorted((one, other) => one - other)).toEqual(loads.toSorted((one, other) => one - other))
      }),
      { numRuns: 80 },
    )
  })

  test('lets office days differ by one at most where nothing stands in the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 200 }), fc.integer({ min: 1, max: 31 }), share, (people, days, part) => {
        const result = roster(plainInput(people, days, Math.floor(people * part)))
        expect(result.status).toBe('exact')
        expect(result.metrics?.spread).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same whatever order people are listed in, and the same every time', () => {
    fc.assert(
      fc.property(limitedSamples, fc.nat(), fc.constantFrom(...rosterPatterns), (sample, seed, pattern) => {
        const input = sampleInput({ ...sample, pattern })
        const people = shuffle([...input.unit.people], seeded(seed))
        const again = roster({ ...input, unit: { ...input.unit, people } })
        expect(again).toEqual(roster(input))
      }),
      { numRuns: 60 },
    )
  })

  test('depends on the seed', () => {
    const input = plainInput(12, 5, 4)
    expect(roster({ ...input, seed: 2 }).duties).not.toEqual(roster(input).duties)
  })

  test.each<[string, Partial<RosterPerson>, number[], number[]]>([
    ['home', { pinnedHome: maskOf([0, 1]) }, [0, 1], []],
    ['office', { pinnedOffice: maskOf([2, 3]) }, [], [2, 3]],
  ])('obeys a pin to the %s', (_, pin, home, office) => {
    const input = plainInput(10, 6, 5, pin)
    const result = roster(input)
    const own = indexesOf(result.duties[0]?.days ?? noDays)
    expect(verify(input, result)).toEqual(sound)
    expect(own.filter((day) => home.includes(day))).toEqual([])
    expect(own).toEqual(expect.arrayContaining(office))
    expect(result.seats).toEqual([5, 5, 5, 5, 5, 5])
    expect(result.metrics?.spread).toBeLessThanOrEqual(1)
  })

  test('leaves open the days that cannot be met, and draws the others as if these were not asked for', () => {
    const input = plainInput(10, 6, 5)
    const away = maskOf([2])
    const people = input.unit.people.map((person, at) =>
      at > 3 ? { ...person, free: person.free & ~away, away: [{ mask: away, clause: 'leave' }] } : person,
    )
    const demand = input.unit.demand.map((one) => ({ ...one, min: 5 }))
    const short = { ...input, unit: { ...input.unit, people, demand } }
    const result = roster(short)
    expect(verify(short, result)).toEqual(sound)
    expect([result.status, result.leftOpen, result.seats]).toEqual(['partial', away, [5, 5, 0, 5, 5, 5]])
    expect(result.metrics?.spread).toBeLessThanOrEqual(1)
    expect(result.conflicts).toMatchObject([{ days: away, demanding: ['2.a'], taking: ['leave'], short: 1 }])
    const easy = demand.map((one, day) => (day === 2 ? { ...one, min: 0, max: 0 } : one))
    const asked = roster({ ...short, unit: { ...short.unit, demand: easy } })
    expect(result.metrics?.squares).toBe(asked.metrics?.squares)
  })

  test('refuses a pin on a day that a rule took', () => {
    const leave = maskOf([1])
    const input = plainInput(10, 6, 5, {
      free: allOf(6) & ~leave,
      away: [{ mask: leave, clause: 'leave' }],
      pinnedOffice: leave,
    })
    const result = roster(input)
    expect(verify(input, result)).toEqual(sound)
    expect(result.conflicts[0]).toMatchObject({
      kind: 'pin',
      days: leave,
      demanding: ['pin'],
      taking: ['leave'],
      short: 1,
    })
  })

  test('never drops people who must be there, and says by how many they exceed the quota', () => {
    const input = plainInput(8, 3, 2)
    const heads = input.unit.people.map((person, at) =>
      at < 3 ? { ...person, free: noDays, office: allOf(3) } : person,
    )
    const crowded = { ...input, unit: { ...input.unit, people: heads } }
    const result = roster(crowded)
    expect(result.status).toBe('exact')
    expect(result.seats).toEqual([3, 3, 3])
    expect(result.exceededByMandatory.map(({ day, by, clause }) => ({ day, by, clause }))).toEqual(
      [0, 1, 2].map((day) => ({ day, by: 1, clause: '2.a' })),
    )
    expect(verify(crowded, result)).toEqual(sound)
  })

  test('fills the ceiling, or calls only as many as must come', () => {
    const input = plainInput(9, 4, 6)
    const minima = { ...input, unit: { ...input.unit, fill: 'minima' as const } }
    expect(roster(input).seats).toEqual([6, 6, 6, 6])
    expect(roster(minima).seats).toEqual([0, 0, 0, 0])
    const counters = { position: 'staff', min: [1, 2, 0, 1], clause: '5.a' }
    const served = { ...minima, unit: { ...minima.unit, positions: [counters] } }
    expect(roster(served).seats).toEqual([1, 2, 0, 1])
    expect(verify(served, roster(served))).toEqual(sound)
  })

  test('counts a recall as an office day and spares the recalled', () => {
    const input = plainInput(4, 4, 2, { free: maskOf([1, 2, 3]), office: maskOf([0]) })
    const result = roster(input)
    expect(result.duties.map(({ load }) => load)).toEqual([2, 2, 2, 2])
  })

  test('keeps whole weeks whole where nobody is absent and seats do not change', () => {
    const input: RosterInput = { ...plainInput(12, 20, 3), days: workingDays(20, '2026-07-06' as never) }
    const result = roster({ ...input, pattern: 'whole-weeks' })
    expect(result).toMatchObject({ status: 'exact', gap: { breaks: { value: 0 } }, metrics: { spread: 0 } })
  })

  test('alternates one in, one out where half of the people have a seat', () => {
    const result = roster({ ...plainInput(12, 20, 6), pattern: 'alternating' })
    expect(result).toMatchObject({ status: 'exact', gap: { breaks: { value: 0, bound: 0 } } })
  })

  test('never claims exactness for a pattern it may have missed', () => {
    fc.assert(
      fc.property(limitedSamples, fc.constantFrom('whole-weeks', 'alternating'), (sample, pattern) => {
        const { status, gap } = roster(sampleInput({ ...sample, pattern }))
        if (status === 'infeasible' || status === 'partial') return
        const reached = gap?.squares.value === gap?.squares.bound && gap?.breaks.value === gap?.breaks.bound
        expect(status).toBe(reached ? 'exact' : 'bounded')
      }),
      { numRuns: 40 },
    )
  })

  test('counts the breaks of a pattern on its own days only', () => {
    fc.assert(
      fc.property(limitedSamples, fc.constantFrom('whole-weeks', 'alternating'), fc.nat(), (sample, pattern, from) => {
        const sampled = sampleInput({ ...sample, pattern })
        const patternDays = allOf(sampled.days.length) & ~allOf(from % sampled.days.length)
        const input = { ...sampled, patternDays }
        const result = roster(input)
        expect(verify(input, result)).toEqual(sound)
        expect(result.gap?.breaks.bound ?? 0).toBeLessThanOrEqual(result.gap?.breaks.value ?? 0)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['day', 'week'] as const)('keeps teams apart that change by the %s', (swap) => {
    fc.assert(
      fc.property(limitedSamples, fc.integer({ min: 2, max: 4 }), (sample, count) => {
        const input = sampleInput({ ...sample, pins: false })
        const teams = { count, swap, clause: '6' }
        const teamed = { ...input, unit: { ...input.unit, teams } }
        const result = roster(teamed)
        expect(verify(teamed, result)).toEqual(sound)
        for (const [at] of input.days.entries()) {
          const there = result.duties.filter(({ drawn }) => indexesOf(drawn).includes(at))
          expect(new Set(there.map(({ person }) => result.teamOf[person])).size).toBeLessThanOrEqual(1)
        }
      }),
      {
        numRuns: 30,
        // Found once: a second deal of teams, after a day was left open, made the reason for that day a false one.
        examples: [
          [{ people: 25, days: 2, seed: 15, share: 0.15000000000000002, leave: 0.6102080349810423, home: 0 }, 2],
          // And the open day of another team made somebody a taker of turns.
          [{ people: 10, days: 2, seed: 0, share: 0.15000000000000002, leave: 0.5696913106366993, home: 0 }, 2],
        ],
      },
    )
  })

  test.each([
    ['a demand for each day', (input: RosterInput) => ({ ...input, days: input.days.slice(1) })],
    [
      'everybody once',
      (input: RosterInput) => ({
        ...input,
        unit: { ...input.unit, people: [...input.unit.people, ...input.unit.people] },
      }),
    ],
  ])('asks for %s', (_, spoil) => {
    expect(() => roster(spoil(plainInput(4, 4, 2)))).toThrow(RangeError)
  })

  test('refuses limits of a person that cross', () => {
    const input = plainInput(4, 4, 2)
    const limits = [
      { days: maskOf([0, 1, 2]), min: 0, max: 2, clause: '2.c' },
      { days: maskOf([2, 3]), min: 0, max: 1, clause: '2.d' },
    ]
    expect(() => roster({ ...input, unit: { ...input.unit, limits } })).toThrow(RangeError)
  })
})
