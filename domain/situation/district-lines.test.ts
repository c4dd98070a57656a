import { expect, test } from 'vitest'
import { districtLines, readDistrictLines } from './district-lines.ts'

const districts = [
  { code: '64.02.03', name: 'Loa Kulu' },
  { code: '64.02.01', name: 'Tenggarong' },
]
const both = { first: 1, second: 1 }

test('lines are read with semicolons and tabs, in order of code', () => {
  const lines = ' loa  kulu;340;120;0\n\nTenggarong\t1.200\t340\t20\n'
  expect(readDistrictLines(lines, districts, both)).toEqual([
    { district: '64.02.01', target: 1200, first: 340, second: 20 },
    { district: '64.02.03', target: 340, first: 120, second: 0 },
  ])
})

test('nothing written is no breakdown, and a dose that is not given yet may be left out', () => {
  expect(readDistrictLines(' \n', districts, both)).toEqual([])
  expect(readDistrictLines('Tenggarong;12;3\nLoa Kulu;9;1;', districts, { first: 4, second: null })).toEqual([
    { district: '64.02.01', target: 12, first: 3, second: null },
    { district: '64.02.03', target: 9, first: 1, second: null },
  ])
})

test('what is written is read again', () => {
  const rows = [
    { district: '64.02.01', target: 1200, first: 340, second: null },
    { district: '64.02.03', target: 340, first: 0, second: null },
  ]
  const nameOf = (code: string) => districts.find((one) => one.code === code)?.name ?? code
  expect(readDistrictLines(districtLines(rows, nameOf), districts, { first: 1, second: null })).toEqual(rows)
})

test.each([
  ['Samarinda;1;1;1', 'Samarinda: kecamatan ini tidak ada di daerah ini.'],
  ['Tenggarong;1;1;1\nTENGGARONG;1;1;1', 'TENGGARONG: disebut dua kali.'],
  ['Tenggarong;12a;1;1', 'Tenggarong: “12a” bukan angka.'],
  ['Tenggarong;1.20;1;1', 'Tenggarong: “1.20” bukan angka.'],
  ['Tenggarong;12;1', 'Tenggarong: dosis 2 belum ditulis.'],
  ['Tenggarong;;1;1', 'Tenggarong: sasaran belum ditulis.'],
  ['Tenggarong;12;1;1', 'Loa Kulu: belum disebut.'],
])('%j is refused: %s', (lines, said) => {
  expect(readDistrictLines(lines, districts, both)).toMatchObject({
    refused: 'coverage-districts-unread',
    detail: { id: said },
  })
})
