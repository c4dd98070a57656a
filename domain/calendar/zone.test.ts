import { expect, test } from 'vitest'
import type { Day } from './day.ts'
import { dayAt, minutesOf, momentOf, timeOf, zoneOffset, zones } from './zone.ts'

const day = '2021-07-21' as Day

test('half past seven comes first in the east', () => {
  const [wib, wita, wit] = zones.map((zone) => momentOf(day, minutesOf('07:30'), zoneOffset[zone]))
  expect(wib).toBe(Date.parse('2021-07-21T00:30:00Z'))
  expect(wita).toBe(wib! - 3_600_000)
  expect(wit).toBe(wita! - 3_600_000)
})

test('the offsets are those of the zone table of the machine', () => {
  for (const zone of zones) {
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    expect(local.format(momentOf(day, 450, zoneOffset[zone]))).toBe('2021-07-21 07:30')
  }
})

test('half past midnight WITA is the new day in Bontang and still the old one in Kotawaringin Timur', () => {
  const moment = momentOf(day, 30, 480)
  expect(dayAt(moment, 480)).toBe('2021-07-21')
  expect(dayAt(moment, 420)).toBe('2021-07-20')
})

test('minutes outside a day are times of the day beside it', () => {
  expect([-90, 0, 450, 1440, 1530].map(timeOf)).toEqual(['22:30', '00:00', '07:30', '00:00', '01:30'])
  expect(minutesOf('24:00')).toBe(1440)
  expect(dayAt(momentOf(day, -90, 480), 480)).toBe('2021-07-20')
})
