import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowanceFacts, type Band, bandsOverlap, timesInBand } from './allowance-facts.ts'
import type { DayRecord } from './day-record.ts'

const day = (given: Partial<DayRecord> = {}): DayRecord => ({
  planned: 'office',
  clause: null,
  state: 'at_office',
  deviation: null,
  standing: 'present',
  arrival: 'on_time',
  leaving: 'on_time',
  minutesLate: 0,
  minutesEarly: 0,
  evidence: 2,
  outage: null,
  report: null,
  openFor: [],
  ...given,
})
const absent = day({ state: 'not_recorded', standing: 'unexcused' })
const late = (minutesLate: number) => day({ minutesLate })

test('facts are counted by state, with minutes, and nothing else', () => {
  const month = [
    late(3),
    late(30),
    day({ state: 'at_home', minutesEarly: 15 }),
    day({ state: 'in_field', outage: '7' }),
    day({ state: 'excused', standing: 'excused', planned: 'leave' }),
    absent,
    day({ standing: 'none', state: 'excused', planned: 'off' }),
    day({ report: 'missing' }),
  ]
  expect(allowanceFacts(month)).toEqual({
    closedDays: 8,
    workingDays: 7,
    atOffice: 3,
    atHome: 1,
    inField: 1,
    elsewhere: 0,
    excused: 1,
    absent: 1,
    openDays: 0,
    daysLate: 2,
    minutesLate: 33,
    daysEarly: 1,
    minutesEarly: 15,
    creditedDays: 1,
    reportsMissing: 1,
  })
})

test('a day that is open is in no figure that could be held against anybody', () => {
  const open = [
    day({ ...absent, openFor: ['correction'] }),
    day({ minutesLate: 40, report: 'missing', openFor: ['correction'] }),
  ]
  expect(allowanceFacts(open)).toMatchObject({
    workingDays: 2,
    openDays: 2,
    absent: 0,
    minutesLate: 0,
    reportsMissing: 0,
  })
  expect(timesInBand(open, { kind: 'late', atLeast: 1, atMost: null })).toBe(0)
})

describe('a band', () => {
  test.each<[Band, number]>([
    [{ kind: 'late', atLeast: 1, atMost: 30 }, 2],
    [{ kind: 'late', atLeast: 31, atMost: 60 }, 1],
    [{ kind: 'late', atLeast: 61, atMost: null }, 1],
    [{ kind: 'early', atLeast: 1, atMost: null }, 0],
    [{ kind: 'absent', atLeast: 1, atMost: 2 }, 1],
    [{ kind: 'absent', atLeast: 3, atMost: null }, 0],
  ])('%j is met %i times', (band, times) => {
    expect(timesInBand([late(1), late(30), late(31), late(90), absent, absent], band)).toBe(times)
  })

  test('that stand end to end meet each late day once', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 480 }), { maxLength: 23 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 400 }), (all, edge) => {
        const days = all.map(late)
        const met = (atLeast: number, atMost: number | null) => timesInBand(days, { kind: 'late', atLeast, atMost })
        expect(met(1, edge) + met(edge + 1, null)).toBe(allowanceFacts(days).daysLate)
      }),
    )
  })
})

test('bands overlap where some number is in both', () => {
  const bands = fc
    .record({ atLeast: fc.integer({ min: 1, max: 40 }), length: fc.option(fc.nat(40)) })
    .map(({ atLeast, length }): Band => ({ kind: 'late', atLeast, atMost: length === null ? null : atLeast + length }))
  fc.assert(
    fc.property(bands, bands, (one, other) => {
      const isInBoth = Array.from({ length: 100 }, (_, minutes) => [late(minutes)]).some(
        (days) => timesInBand(days, one) + timesInBand(days, other) === 2,
      )
      expect(bandsOverlap(one, other)).toBe(isInBoth)
      expect(bandsOverlap(one, { ...other, kind: 'early' })).toBe(false)
    }),
  )
})
