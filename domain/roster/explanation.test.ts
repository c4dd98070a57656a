import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { verify } from '../roster-verifier/verify.ts'
import { allOf, indexesOf, maskOf, noDays } from './day-mask.ts'
import { drawOf } from './draw.ts'
import { meetBounds, networkOf } from './network.ts'
import { roster } from './roster.ts'
import type { RosterInput, RosterPerson } from './roster-input.ts'
import { sampleInput, workingDays } from './sample-unit.ts'
import { excessSentence, type RosterNames, sentence, sentences } from './sentence.ts'

const staff = (count: number, change: (at: number) => Partial<RosterPerson> = () => ({})): RosterPerson[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `E-${String(at).padStart(3, '0')}`,
    position: 'staff',
    free: allOf(2),
    office: noDays,
    carry: 0,
    away: [],
    ...change(at),
  }))

/** Wednesday 8 and Thursday 9 July 2026; of 80 people, who is 55 is at home and who has leave is away. */
const shortUnit = (demand: number, atHome: number, onLeave: number): RosterInput => {
  const gone = (clause: string) => ({ free: noDays, away: [{ mask: allOf(2), clause }] })
  return {
    days: workingDays(2, '2026-07-08' as Day),
    unit: {
      id: 'dlh',
      people: staff(80, (at) => (at < atHome ? gone('4.b') : at < atHome + onLeave ? gone('leave') : {})),
      demand: [0, 1].map(() => ({ min: demand, max: demand, clause: '2.a' })),
      positions: [],
    },
    pattern: 'daily',
    seed: 1,
  }
}

const names: RosterNames = {
  days: workingDays(2, '2026-07-08' as Day),
  clause: (clause) =>
    ({
      '2.a': { id: 'butir 2.a, 25 %', en: 'clause 2.a, 25 %' },
      '3.a': { id: 'butir 3.a (kepala)', en: 'clause 3.a (heads)' },
      '4.b': { id: 'butir 4.b (55 tahun ke atas)', en: 'clause 4.b (55 and over)' },
      '5.a': { id: 'butir 5.a', en: 'clause 5.a' },
    })[clause] ?? { id: 'cuti', en: 'leave' },
  position: () => ({ id: 'petugas loket', en: 'counter clerks' }),
  part: () => undefined,
}

describe('a refusal', () => {
  test('names days, clauses, numbers and the cheapest repair', () => {
    const input = shortUnit(65, 20, 1)
    const [explanation, ...others] = roster(input).conflicts
    expect(explanation).toMatchObject({
      kind: 'quota',
      days: maskOf([0]),
      wanted: 65,
      left: 59,
      short: 6,
      demanding: ['2.a'],
      taking: ['4.b'],
      alsoTaking: ['leave'],
    })
    expect(explanation?.people).toHaveLength(20)
    expect(explanation?.repairs.map(({ kind, clause, cost }) => ({ kind, clause, cost }))).toEqual([
      { kind: 'lower-quota', clause: '2.a', cost: 6 },
      { kind: 'release', clause: '4.b', cost: 18 },
      { kind: 'add-staff', clause: null, cost: 24 },
    ])
    expect(others.map(({ days }) => days)).toEqual([maskOf([1])])
  })

  test('follows the cost table of the region', () => {
    const input = { ...shortUnit(65, 20, 1), costs: { lowerQuota: 5, releaseClause: { '4.b': 2 } } }
    expect(roster(input).conflicts[0]?.repairs[0]).toMatchObject({ kind: 'release', clause: '4.b', cost: 12 })
  })

  test('finds days that are short only together, where people may come only so often', () => {
    const input: RosterInput = { ...shortUnit(62, 19, 0), costs: { lowerQuota: 1 } }
    const limited = {
      ...input,
      unit: {
        ...input.unit,
        demand: [61, 61].map((seats) => ({ min: seats, max: seats, clause: '2.a' })),
        people: input.unit.people.map((person, at) =>
          at >= 79 ? { ...person, limits: [{ days: allOf(2), min: 0, max: 1, clause: '2.c' }] } : person,
        ),
      },
    }
    const result = roster(limited)
    expect(verify(limited, result).ok).toBe(true)
    expect(result.conflicts[0]).toMatchObject({
      days: allOf(2),
      wanted: 122,
      left: 121,
      short: 1,
      taking: ['2.c', '4.b'],
    })
    const words = sentence(result.conflicts[0]!, names)
    expect(words.id).toBe(
      'Pada Rabu 8 dan Kamis 9 Juli 2026 kuota (butir 2.a, 25 %) memerlukan 122 orang-hari, tetapi cuti dan butir 4.b (55 tahun ke atas) menyisakan 121: kurang satu. Perbaikan terkecil: turunkan kuota (butir 2.a, 25 %) sebesar satu orang pada Kamis 9 Juli 2026.',
    )
    expect(words.en).toContain(
      'On Wednesday 8 and Thursday 9 July 2026 the quota (clause 2.a, 25 %) needs 122 person-days',
    )
  })

  test('tells a service minimum that exceeds the free members of a position', () => {
    const input = shortUnit(10, 0, 0)
    const clerks = { position: 'clerk', min: [3, 0], clause: '5.a' }
    const people = input.unit.people.map((person, at) => (at < 2 ? { ...person, position: 'clerk' } : person))
    const served = { ...input, unit: { ...input.unit, people, positions: [clerks] } }
    const result = roster(served)
    expect(verify(served, result).ok).toBe(true)
    expect(result.conflicts[0]).toMatchObject({ kind: 'service', wanted: 3, left: 2, short: 1 })
    expect(result.conflicts[0]?.posts).toEqual([{ position: 'clerk', wanted: 3 }])
    expect(sentence(result.conflicts[0]!, names).id).toBe(
      'Pada Rabu 8 Juli 2026 jumlah minimum petugas loket (butir 5.a) memerlukan 3 orang, tetapi daftar pegawai menyisakan 2: kurang satu. Perbaikan terkecil: turunkan jumlah minimum layanan (butir 5.a) sebesar satu orang pada Rabu 8 Juli 2026.',
    )
  })

  test('tells service minima that exceed the quota', () => {
    const input = shortUnit(2, 0, 0)
    const served = {
      ...input,
      unit: { ...input.unit, positions: [{ position: 'staff', min: [4, 1], clause: '5.a' }] },
    }
    const result = roster(served)
    expect(verify(served, result).ok).toBe(true)
    expect(result.conflicts[0]).toMatchObject({ kind: 'ceiling', demanding: ['5.a'], taking: ['2.a'], short: 2 })
    expect(result.conflicts[0]?.posts).toEqual([{ position: 'staff', wanted: 4 }])
    expect(sentence(result.conflicts[0]!, names).id).toContain(
      'jumlah minimum petugas loket (butir 5.a) memerlukan 4 orang',
    )
    expect(result.conflicts[0]?.repairs.map(({ kind }) => kind)).toEqual(['lower-service', 'raise-quota'])
  })

  test('names who must be at the office and so takes the seats that a counter needs', () => {
    const input = shortUnit(2, 0, 0)
    const heads = [{ mask: allOf(2), clause: '3.a' }]
    const served = {
      ...input,
      unit: {
        ...input.unit,
        people: input.unit.people.map((person, at) =>
          at < 2 ? { ...person, position: 'head', free: noDays, office: allOf(2), held: heads } : person,
        ),
        positions: [{ position: 'staff', min: [1, 0], clause: '5.a' }],
      },
    }
    const result = roster(served)
    expect(verify(served, result).ok).toBe(true)
    const explanation = result.conflicts[0]!
    expect(explanation).toMatchObject({
      kind: 'ceiling',
      demanding: ['5.a'],
      taking: ['3.a', '2.a'],
      short: 1,
      left: 0,
    })
    expect(explanation.people).toEqual(
      ['E-000', 'E-001'].map((person) => ({ person, clause: '3.a', days: maskOf([0]), to: 'office' })),
    )
    expect(explanation.repairs.map(({ kind, clause }) => [kind, clause])).toEqual([
      ['lower-service', '5.a'],
      ['raise-quota', '2.a'],
      ['excuse', '3.a'],
    ])
    expect(sentence(explanation, names).id).toBe(
      'Pada Rabu 8 Juli 2026 jumlah minimum petugas loket (butir 5.a) memerlukan 1 orang, tetapi butir 3.a (kepala) dan butir 2.a, 25 % menyisakan 0: kurang satu. Perbaikan terkecil: turunkan jumlah minimum layanan (butir 5.a) sebesar satu orang pada Rabu 8 Juli 2026, sehingga layanan itu tanpa petugas; atau naikkan kuota (butir 2.a, 25 %) sebesar satu orang pada Rabu 8 Juli 2026.',
    )
  })

  test('tells personal minima that exceed the seats', () => {
    const input = shortUnit(20, 0, 0)
    const limits = [{ days: allOf(2), min: 1, max: 2, clause: '2.d' }]
    const limited = { ...input, unit: { ...input.unit, limits } }
    const result = roster(limited)
    expect(verify(limited, result).ok).toBe(true)
    expect(result.conflicts[0]).toMatchObject({ kind: 'personal-minimum', wanted: 80, left: 40, demanding: ['2.d'] })
  })

  test('names every counter that asks, with what each needs', () => {
    const input = shortUnit(3, 0, 0)
    // Leave that is not needed for the conflict and not said does not make the days unlike.
    const away = { free: maskOf([1]), away: [{ mask: maskOf([0]), clause: 'leave' }] }
    const people = input.unit.people.map((person, at) => ({
      ...person,
      ...(at === 0 && away),
      ...(at < 40 && { position: 'clerk' }),
    }))
    const positions = ['clerk', 'staff'].map((position) => ({ position, min: [2, 2], clause: '5.a' }))
    const served = { ...input, unit: { ...input.unit, people, positions } }
    const result = roster(served)
    expect(verify(served, result).ok).toBe(true)
    const called = { ...names, position: (position: string) => ({ id: position, en: position }) }
    const [said, ...more] = sentences(result.conflicts, called)
    expect(more).toEqual([])
    expect(said?.days).toBe(allOf(2))
    expect(said?.words).toEqual({
      id: 'Pada Rabu 8 dan Kamis 9 Juli 2026 jumlah minimum clerk (2 orang) dan staff (2 orang) (butir 5.a) memerlukan 4 orang setiap hari, tetapi butir 2.a, 25 % menyisakan 3: kurang satu. Perbaikan terkecil: turunkan jumlah minimum layanan (butir 5.a) sebesar satu orang setiap hari; atau naikkan kuota (butir 2.a, 25 %) sebesar satu orang setiap hari.',
      en: 'On Wednesday 8 and Thursday 9 July 2026 the minimum of clerk (2 people) and staff (2 people) (clause 5.a) needs 4 people on each day, but clause 2.a, 25 % leaves 3: one short. Smallest fix: lower the service minimum (clause 5.a) by one person on each day; or raise the quota (clause 2.a, 25 %) by one person on each day.',
    })
  })

  test('says a stretch of days as a stretch', () => {
    const days = workingDays(10, '2026-07-27' as Day)
    const input = shortUnit(2, 0, 0)
    const long: RosterInput = {
      ...input,
      days,
      unit: {
        ...input.unit,
        people: staff(80, () => ({ free: allOf(10) })),
        demand: days.map(() => ({ min: 2, max: 2, clause: '2.a' })),
        positions: [{ position: 'staff', min: days.map((_, day) => (day === 8 ? 1 : 4)), clause: '5.a' }],
      },
    }
    const [said] = sentences(roster(long).conflicts, { ...names, days })
    expect(said?.words.id).toMatch(/^Pada Senin 27 Juli 2026 sampai Rabu 5 dan Jumat 7 Agustus 2026 jumlah minimum/)
    expect(said?.words.en).toMatch(/^On Monday 27 July 2026 to Wednesday 5 and Friday 7 August 2026 the minimum/)
  })

  test('is said about people who must come, too', () => {
    const excess = { day: 0, clause: '2.a', by: 2, position: null, person: null }
    expect(excessSentence(excess, names).id).toBe(
      'Pada Rabu 8 Juli 2026 pegawai yang wajib di kantor sudah melebihi batas butir 2.a, 25 % sebanyak dua orang; mereka tetap bertugas dan tidak ada kursi giliran.',
    )
  })

  test('names the clause that asks, where another one alone could not be met either', () => {
    const rates = { share: 0.34897968246215033, leave: 0.9999999999999993, home: 0 }
    const input = sampleInput({ people: 40, days: 1, seed: 15, ...rates, floor: true, maxima: true, limits: 'both' })
    const result = roster(input)
    expect(result.conflicts[0]).toMatchObject({ kind: 'service', demanding: ['5.a'], taking: ['leave'] })
    expect(verify(input, result).ok).toBe(true)
  })

  test('names the clause that asks, where the quota asks for too many on the same day', () => {
    const rates = { share: 0.5161290322580645, leave: 0.8058585098478944, home: 0.4082037226762623 }
    const input = sampleInput({ people: 31, days: 1, seed: 0, ...rates, floor: true, maxima: false, limits: 'none' })
    const result = roster(input)
    expect(result.conflicts[0]).toMatchObject({ kind: 'service', demanding: ['5.a'], taking: ['4.b', 'leave'] })
    expect(verify(input, result).ok).toBe(true)
  })

  test('names a smallest set of days and clauses: without any one of them the rest can be met', () => {
    let refused = 0
    fc.assert(
      fc.property(
        fc.record({
          people: fc.integer({ min: 5, max: 40 }),
          days: fc.integer({ min: 1, max: 31 }),
          seed: fc.nat(),
          share: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
          leave: fc.double({ min: 0.2, max: 1, noNaN: true }),
          home: fc.double({ min: 0, max: 0.5, noNaN: true }),
          floor: fc.constant(true),
          maxima: fc.boolean(),
          limits: fc.constantFrom('none', 'weeks', 'period', 'both' as const),
        }),
        (sample) => {
          const input = sampleInput(sample)
          const [explanation] = roster(input).conflicts
          if (!explanation) return
          refused++
          const { days, demanding, taking } = explanation
          expect(demanding).not.toEqual([])
          const conflict = [...demanding, ...taking]
          const ids = ['leave', '4.b', '3.a', 'recall', '2.a', '2.c', '2.d', '5.a', 'pin']
          const others = ids.filter((id) => !conflict.includes(id))
          const meets = (without: readonly string[], among: bigint) =>
            meetBounds(networkOf(drawOf(input, { clauses: new Set(without), days: among }))) === undefined
          expect(meets(others, days)).toBe(false)
          for (const clause of conflict) expect(meets([...others, clause], days)).toBe(true)
          for (const day of indexesOf(days)) expect(meets([], days & ~maskOf([day]))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
    expect(refused).toBeGreaterThan(10)
  })
})
