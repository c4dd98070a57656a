import { describe, expect, test } from 'vitest'
import { type DayRecordInput, dayRecord } from './day-record.ts'
import type { DayState } from './day-state.ts'

const at = (time: string) => Date.parse(`2026-06-09T${time}Z`)
const nobody: DayState = {
  state: 'not_recorded',
  planned: 'office',
  since: null,
  leftAt: null,
  leftEarly: false,
  evidence: 0,
  deviation: { kind: 'not_recorded', words: { id: '', en: '' } },
}
const there: DayState = { ...nobody, state: 'at_office', evidence: 2, deviation: null }
const usual: DayRecordInput = {
  row: { circular: 'se-1', clause: ['c2', 'c3'] },
  day: nobody,
  checkIns: [],
  windows: [
    { kind: 'in', opensAt: at('06:00:00'), closesAt: at('07:31:00') - 1 },
    { kind: 'out', opensAt: at('16:00:00'), closesAt: at('23:00:00') },
  ],
  outages: [],
  waits: { correction: false, permit: false },
  report: null,
  reported: false,
  agencySilent: false,
}
type Made = DayRecordInput['checkIns'][number]
const checkIn = (kind: Made['kind'], time: string, timing: Made['timing'], outage: string | null = null): Made => ({
  kind,
  place: 'office',
  at: at(time),
  timing,
  outage,
  evidence: { grade: 2, reasons: [], enough: true, proximity: null },
})

describe('standing', () => {
  test.each([
    ['somebody who never came', nobody, 'unexcused'],
    ['somebody who came', there, 'present'],
    ['somebody at another place than planned', { ...there, state: 'elsewhere' }, 'present'],
    ['leave', { ...nobody, state: 'excused', planned: 'leave', deviation: null }, 'excused'],
    ['a day off', { ...nobody, state: 'excused', planned: 'off', deviation: null }, 'none'],
    ['work on a day off', { ...there, planned: 'off' }, 'none'],
    ['hours that nobody can say', { ...nobody, state: 'not_due', deviation: null }, 'none'],
  ] as const)('of %s', (_, day, standing) => {
    expect(dayRecord({ ...usual, day }).standing).toBe(standing)
  })
})

describe('minutes', () => {
  test.each([
    ['07:31:00', 1],
    ['07:31:59', 1],
    ['07:32:00', 2],
    ['09:30:30', 120],
  ])('late at %s are %i', (time, minutesLate) => {
    const late = dayRecord({ ...usual, day: there, checkIns: [checkIn('in', time, 'late')] })
    expect(late).toMatchObject({ arrival: 'late', minutesLate, leaving: null, minutesEarly: 0 })
  })

  test.each(['on_time', 'credited', 'undecided'] as const)('of an arrival that is %s are none', (timing) => {
    const { minutesLate } = dayRecord({ ...usual, day: there, checkIns: [checkIn('in', '09:00:00', timing)] })
    expect(minutesLate).toBe(0)
  })

  test('before the end count where the day ended with leaving', () => {
    const early = [checkIn('in', '07:00:00', 'on_time'), checkIn('out', '15:30:10', 'early')]
    expect(dayRecord({ ...usual, day: there, checkIns: early }).minutesEarly).toBe(30)
    const back = [...early, checkIn('in', '15:45:00', 'late')]
    expect(dayRecord({ ...usual, day: there, checkIns: back })).toMatchObject({ leaving: null, minutesEarly: 0 })
  })
})

describe('open', () => {
  test.each([
    ['correction', { waits: { correction: true, permit: false } }],
    ['permit', { waits: { correction: false, permit: true } }],
    ['report', { reported: true }],
    ['silence', { agencySilent: true }],
    ['outage', { outages: [{ number: '7', startsAt: at('07:20:00'), endsAt: at('07:25:00') }] }],
  ] as const)('for a %s', (reason, given) => {
    expect(dayRecord({ ...usual, ...given }).openFor).toEqual([reason])
  })

  test('what excuses an absence leaves the day of somebody who came closed', () => {
    const outages = [{ number: '7', startsAt: at('07:20:00'), endsAt: at('07:25:00') }]
    const day = dayRecord({ ...usual, day: there, reported: true, agencySilent: true, outages })
    expect(day).toMatchObject({ openFor: [], outage: null })
  })

  test('an outage outside the hours of coming opens nothing', () => {
    const outages = [{ number: '7', startsAt: at('12:00:00'), endsAt: at('13:00:00') }]
    expect(dayRecord({ ...usual, outages })).toMatchObject({ openFor: [], outage: null })
  })
})

test('clause and credited outage are kept; without a circular there is no clause', () => {
  const checkIns = [checkIn('in', '07:40:00', 'credited', '7')]
  expect(dayRecord({ ...usual, day: there, checkIns })).toMatchObject({ clause: 'se-1/c2', outage: '7' })
  expect(dayRecord({ ...usual, row: { circular: null, clause: [] } }).clause).toBeNull()
})
