import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { caseDifference, checkCount, type DatedCount, firstCaseOn } from './case-count.ts'

const day = (text: string) => text as Day
const today = day('2021-01-18')
const paser: DatedCount = { day: day('2021-01-04'), confirmed: 1219, recovered: 1136, died: 31, in_care: 52 }

describe('a count', () => {
  test('as Paser stated it is taken', () => {
    expect(checkCount(paser, { today })).toBeUndefined()
    expect(caseDifference(paser)).toBe(0)
  })

  test.each([
    [{ confirmed: 1220 }, 'Jumlahnya berbeda 1: 1136 + 31 + 52 = 1219, bukan 1220.'],
    [{ in_care: 50 }, 'Jumlahnya berbeda 2: 1136 + 31 + 50 = 1217, bukan 1219.'],
  ])('that does not add up (%o) is told by how much', (change, said) => {
    expect(checkCount({ ...paser, ...change }, { today })).toMatchObject({
      refused: 'case-sum-differs',
      detail: { id: said },
    })
  })

  test('of a day to come is none', () => {
    expect(checkCount({ ...paser, day: day('2021-01-19') }, { today })).toEqual({ refused: 'case-day-ahead' })
  })

  test('of a day before the first case of the country is none', () => {
    expect(checkCount({ ...paser, day: day('2020-03-01') }, { today })).toEqual({ refused: 'case-day-before' })
    expect(checkCount({ ...paser, day: firstCaseOn }, { today })).toBeUndefined()
  })

  test('falls neither after an earlier day nor before a later one; care may', () => {
    const later = { day: day('2021-01-10'), confirmed: 1300, recovered: 1250, died: 31, in_care: 19 }
    expect(checkCount(later, { today, before: paser })).toBeUndefined()
    expect(checkCount(paser, { today, after: later })).toBeUndefined()
    expect(checkCount({ ...later, died: 30, in_care: 20 }, { today, before: paser })).toMatchObject({
      refused: 'case-count-falls',
      detail: { id: 'Meninggal tidak dapat berkurang: 31 pada 4 Januari 2021, 30 pada 10 Januari 2021.' },
    })
    expect(checkCount({ ...paser, recovered: 1260, confirmed: 1343 }, { today, after: later })?.refused).toBe(
      'case-count-falls',
    )
  })
})

test('any three numbers and their sum are a count; any other total is refused with the difference', () => {
  const number = fc.nat(1_000_000)
  fc.assert(
    fc.property(number, number, number, fc.integer({ min: -1000, max: 1000 }), (recovered, died, in_care, off) => {
      const confirmed = recovered + died + in_care + off
      const count = { day: today, confirmed, recovered, died, in_care }
      expect(caseDifference(count)).toBe(off)
      const refused = checkCount(count, { today })
      if (off === 0) expect(refused).toBeUndefined()
      else expect(refused).toMatchObject({ refused: 'case-sum-differs' })
    }),
  )
})
