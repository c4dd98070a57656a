import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import type { Place } from '../decision/row.ts'
import type { GridRow } from '../roster/grid.ts'
import { attendanceOf, estimateUnit, presenceOf } from './attendance.ts'
import { presencePatterns } from './presence.ts'
import { estimatePublished, publishedOutbreaks, publishedTransmission } from './published.ts'
import { outbreakBand, type Repeats, ratioBand } from './repeats.ts'

const rowOf = (employee: string, places: readonly (Place | null)[]): GridRow => ({
  employee,
  name: employee,
  unit: 'dinas',
  cells: places.map((place) => place && { place, by: 'turn', order: null }),
  turns: 0,
  officeDays: 0,
  otherOfficeDays: 0,
  bound: false,
})

/** Wednesday to Tuesday, with the Thursday a holiday. */
const days = ['2021-07-21', '2021-07-23', '2021-07-26', '2021-07-27'] as Day[]

describe('the attendance of a unit', () => {
  const unit = attendanceOf({
    days,
    rows: [
      rowOf('b', ['office', 'home', 'leave', 'office']),
      rowOf('a', ['home', 'office', 'office', 'rotate']),
      rowOf('away', ['leave', 'travel', 'off', null]),
    ],
  })

  test('holds whoever could be at the office on some day, by id, and the days that nobody settled', () => {
    expect(unit.office).toEqual([0b0110n, 0b1001n])
    expect(unit.able).toEqual([0b1111n, 0b1011n])
    expect(unit.unsettled).toBe(1)
  })

  test('repeats whole weeks from a Monday, twice', () => {
    const n = null
    const once = [n, n, 0, n, 1, n, n, 2, 3, n, n, n, n, n]
    expect(unit.cycle).toEqual([...once, ...once])
  })

  test('of the roster is as it stands, and leave stays leave under every pattern', () => {
    const daysOf = (attending: Parameters<typeof presenceOf>[1], person: number) => {
      const { cycle, there } = presenceOf(unit, attending, 3)
      return Array.from({ length: cycle }, (_, day) => day).filter((day) => there(person, day))
    }
    expect(daysOf('roster', 1)).toEqual([2, 8, 16, 22])
    expect(daysOf('none', 1)).toEqual([2, 4, 8, 16, 18, 22])
    for (const pattern of presencePatterns)
      for (const day of daysOf(pattern, 1)) expect(daysOf('none', 1)).toContain(day)
    expect(daysOf('on-off-daily', 0)).toEqual([2, 7, 16, 21])
    expect(daysOf('rotating-daily', 0)).toEqual([2, 7, 16, 21])
    expect(daysOf('rotating-daily', 1)).toEqual([4, 8, 18, 22])
    expect(daysOf('rotating-weekly', 1)).toEqual([8, 22])
  })
})

describe('repeats', () => {
  const unit = attendanceOf({
    days,
    rows: Array.from({ length: 12 }, (_, at) =>
      rowOf(`p${at}`, at % 2 ? ['office', 'home', 'office', 'home'] : ['home', 'office', 'home', 'office']),
    ),
  })

  test('are the same for the same seed, and tell days at the office', () => {
    const repeats = estimateUnit(unit, 'roster', 0.12, 7)
    expect(estimateUnit(unit, 'roster', 0.12, 7)).toEqual(repeats)
    expect(estimateUnit(unit, 'roster', 0.12, 8)).not.toEqual(repeats)
    expect([repeats.daysAWeek, estimateUnit(unit, 'none', 0.12, 7).daysAWeek]).toEqual([1, 2])
  })

  const of = (outbreak: readonly number[]): Repeats => ({ outbreak, size: [], localR: [], runs: 1000, daysAWeek: 5 })

  test('give a band as wide as they lie apart, and never narrower than luck', () => {
    expect(outbreakBand(of([0.1, 0.3])).low).toBeCloseTo(0.105)
    expect(outbreakBand(of([0.1, 0.3])).high).toBeCloseTo(0.295)
    const none = outbreakBand(of([0, 0]))
    expect([none.value, none.low]).toEqual([0, 0])
    expect(none.high).toBeCloseTo(0.0038, 4)
  })

  test('are held against those of another presence one by one; where that has none, nothing is said', () => {
    const ratio = ratioBand(of([0.1, 0.2, 0.1]), of([0.2, 0.2, 0]))
    expect(ratio?.value).toBeCloseTo(1)
    expect(ratio?.low).toBeCloseTo(0.5125)
    expect(ratioBand(of([0, 0]), of([0, 0]))).toBeNull()
  })
})

test('on a generated school the published patterns come in the published order, none of them near the others’ end', () => {
  const transmission = publishedTransmission()
  const ours = presencePatterns.map((pattern) => outbreakBand(estimatePublished(pattern, transmission)))
  const values = ours.map(({ value }) => value)
  expect(values).toEqual(values.toSorted((one, other) => one - other))
  expect(values.at(-1)).toBeCloseTo(publishedOutbreaks.none / 100, 1)
  expect(ours[0]!.high).toBeLessThan(ours[3]!.low)
  expect(ours[3]!.high).toBeLessThan(ours[4]!.high)
})
