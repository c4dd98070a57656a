import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { daysToCheck, fitsArea, isOnePlace, type PilotKind, type Place, pilotKinds, publicName } from './pilot-site.ts'

test.each<[PilotKind, string, boolean]>([
  ['market', '64.02.06.1001', true],
  ['market', '64.02.06', false],
  ['household', '64.02.06.2003', true],
  ['desa', '64.02.06.2003', true],
  ['desa', '64.02.06.1001', false],
  ['kelurahan', '64.02.06.1001', true],
  ['kelurahan', '64.02.06.2003', false],
  ['kecamatan', '64.02.06', true],
  ['kecamatan', '64.02.06.1001', false],
])('a place of the kind %s in %s: %s', (kind, code, fits) => {
  expect(fitsArea(kind, code)).toBe(fits)
})

test('a home is called by nothing, whatever is kept of it', () => {
  expect(Object.keys(pilotKinds)).toHaveLength(10)
  expect(publicName('household', 'Keluarga Budi, Gang 3')).toBeNull()
  expect(publicName('cafe', 'Kafe Tepi Sungai')).toBe('Kafe Tepi Sungai')
})

const day = (text: string) => text as Day
const cafe: Place = { kind: 'cafe', name: 'Kafe Uji', area: '64.02.06.1001', from: day('2021-01-05'), until: null }

test.each<[string, Partial<Place>, boolean]>([
  ['written otherwise', { name: ' kafe  UJI ' }, true],
  ['that ends on its first day', { from: day('2021-01-01'), until: day('2021-01-05') }, true],
  ['that ended before', { from: day('2021-01-01'), until: day('2021-01-04') }, false],
  ['of another name', { name: 'Kafe Lain' }, false],
  ['of another kind', { kind: 'restaurant' }, false],
  ['elsewhere', { area: '64.02.06.2003' }, false],
])('the same place %s is one: %o', (_, change, isOne) => {
  expect(isOnePlace(cafe, { ...cafe, ...change })).toBe(isOne)
  expect(isOnePlace({ ...cafe, ...change }, cafe)).toBe(isOne)
})

test('a place is checked on the days that it was tried out', () => {
  const [from, until] = [day('2021-01-05'), day('2021-01-20')]
  expect(daysToCheck({ from, until }, day('2021-01-31'))).toEqual({ from, until })
  expect(daysToCheck({ from, until }, day('2021-01-07'))).toEqual({ from, until: '2021-01-07' })
  expect(daysToCheck({ from, until: null }, day('2021-01-04'))).toBeUndefined()
})
