import { expect, test } from 'vitest'
import { awardRefusal, isNamed } from './ambassador.ts'

test.each([
  [true, 'Surat 20 Januari 2021', true],
  [true, null, false],
  [null, 'Surat 20 Januari 2021', false],
  [false, 'Surat 20 Januari 2021', false],
])('accepted %s, consent %s: named in public %s', (accepted, consent, named) => {
  expect(isNamed({ accepted, consent })).toBe(named)
})

test.each([
  [true, '2021-01', undefined],
  [true, '2020-12', undefined],
  [true, '2020-01', undefined],
  [true, '2019-12', 'award-month-early'],
  [true, '2021-02', 'award-month-ahead'],
  [null, '2021-01', 'ambassador-not-accepted'],
  [false, '2021-01', 'ambassador-not-accepted'],
])('accepted %s, an award of %s: %s', (accepted, month, refused) => {
  expect(awardRefusal({ accepted, consent: null }, month, '2021-01-27')).toBe(refused)
})
