import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { type Coverage, checkCoverage, coverageDifference, shareOf } from './coverage.ts'

const day = (text: string) => text as Day
const today = day('2021-03-01')
const names: Readonly<Record<string, string>> = { a: 'Tenggarong', b: 'Tabang' }
const beside = { today, others: [], overTarget: false, nameOf: (district: string) => names[district] ?? district }

const whole: Coverage = {
  ...{ group: 'health_workers', day: day('2021-02-22'), target: 300, first: 120, second: null, districts: [] },
}
const broken: Coverage = {
  ...whole,
  second: 40,
  districts: [
    { district: 'a', target: 200, first: 90, second: 40 },
    { district: 'b', target: 100, first: 30, second: 0 },
  ],
}

test.each([whole, broken, { ...whole, first: null }])('a statement that holds is taken', (stated) => {
  expect(checkCoverage(stated, beside)).toBeUndefined()
})

test.each<[string, Partial<Coverage>, string, string | undefined]>([
  ['of a day to come', { day: day('2021-03-02') }, 'coverage-day-ahead', undefined],
  [
    'of doses before its group could have them',
    { group: 'adolescents' },
    'coverage-group-closed',
    'Usia 12–17 tahun baru divaksin sejak 1 Juli 2021. Sebelum itu hanya sasarannya yang dicatat.',
  ],
  [
    'with more second doses than first ones',
    { second: 121, districts: [] },
    'coverage-dose-order',
    'Seluruh daerah: dosis 2 121 orang, dosis 1 120 orang.',
  ],
  [
    'whose districts do not add up',
    { first: 123 },
    'coverage-sum-differs',
    'Dosis 1 berbeda 3: kecamatan berjumlah 120, bukan 123.',
  ],
  [
    'whose target does not add up',
    { target: 299 },
    'coverage-sum-differs',
    'Sasaran berbeda 1: kecamatan berjumlah 300, bukan 299.',
  ],
  [
    'above its target',
    { target: 110, districts: [] },
    'coverage-over-target',
    'Seluruh daerah: 120 orang divaksin, sasarannya 110.',
  ],
])('%s is refused', (_, change, refused, said) => {
  expect(checkCoverage({ ...broken, ...change }, beside)).toEqual({
    refused,
    ...(said !== undefined && { detail: { id: said, en: expect.any(String) } }),
  })
})

test('above the target is taken where somebody says so, and drawn as all of it', () => {
  expect(checkCoverage({ ...whole, target: 110 }, { ...beside, overTarget: true })).toBeUndefined()
  expect([shareOf({ target: 110 }, 120), shareOf({ target: 200 }, 50), shareOf({ target: 0 }, 0)]).toEqual([1, 0.25, 0])
})

test('a group that is not vaccinated yet has a target from the beginning', () => {
  const ahead: Coverage = { ...whole, group: 'adolescents', first: null }
  expect(checkCoverage(ahead, beside)).toBeUndefined()
})

test('doses fall neither after an earlier day nor before a later one, in no district either', () => {
  const later: Coverage = {
    ...{ ...broken, day: day('2021-03-01'), first: 130 },
    districts: [
      { district: 'a', target: 200, first: 101, second: 40 },
      { district: 'b', target: 100, first: 29, second: 0 },
    ],
  }
  const said = 'Tabang, dosis 1 tidak dapat berkurang: 30 pada 22 Februari 2021, 29 pada 1 Maret 2021.'
  for (const [stated, other] of [
    [later, broken],
    [broken, later],
  ] as const)
    expect(checkCoverage(stated, { ...beside, others: [{ ...whole, day: day('2021-02-15') }, other] })).toMatchObject({
      refused: 'coverage-falls',
      detail: { id: said },
    })
  expect(checkCoverage({ ...later, districts: [] }, { ...beside, others: [broken] })).toBeUndefined()
})

test('districts and their sum are taken; any other total is refused with the difference', () => {
  const district = fc.record({ target: fc.nat(5000), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.array(district, { minLength: 1, maxLength: 8 }), fc.integer({ min: -50, max: 50 }), (rows, off) => {
      const districts = rows.map(({ target, share }, at) => ({
        ...{ district: `d${at}`, target, first: Math.floor(target * share), second: null },
      }))
      const sum = (part: 'target' | 'first') => districts.reduce((all, one) => all + one[part], 0)
      const stated: Coverage = { ...whole, target: sum('target') + off, first: sum('first'), districts }
      expect(coverageDifference(stated, 'target')).toBe(off)
      const refused = checkCoverage(stated, beside)?.refused
      expect(refused).toBe(off === 0 ? undefined : 'coverage-sum-differs')
    }),
  )
})
