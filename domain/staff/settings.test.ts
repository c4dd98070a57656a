import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { usualSettings } from './facts.ts'
import { readSettings } from './settings.ts'

const read = (document: unknown, on = '2021-01-11') => readSettings(document, on as Day)
const paths = (document: unknown) => {
  const result = read(document)
  return 'wrong' in result ? result.wrong.map(({ code, path }) => `${code} ${path}`) : []
}

test('nothing said is the usual', () => {
  expect(read({})).toEqual({ zone: null, regions: [], settings: usualSettings })
})
test('everything said', () => {
  const document = {
    zone: 'Asia/Makassar',
    regions: [{ id: 'kalimantan-timur' }, { id: 'paser', within: 'kalimantan-timur' }],
    precedence: { placement: 'parent', quota: 'nearest' },
    opd_head: ['camat'],
    fallback: 'office',
  }
  expect(read(document)).toEqual({
    zone: 'Asia/Makassar',
    regions: [
      { region: 'kalimantan-timur', within: null },
      { region: 'paser', within: 'kalimantan-timur' },
    ],
    settings: { placement: 'parent', quota: 'nearest', heads: ['camat'] },
  })
})
test('of a dated list of heads the entry of the day counts', () => {
  const document = { opd_head: [{ positions: ['camat'] }, { from: '2021-01-11', positions: ['camat', 'inspektur'] }] }
  const heads = (on: string) => {
    const result = read(document, on)
    return 'wrong' in result ? [] : result.settings.heads
  }
  expect([heads('2021-01-10'), heads('2021-01-11')]).toEqual([['camat'], ['camat', 'inspektur']])
})
test('what is wrong is told with its path', () => {
  expect(paths({ zona: 1, zone: 'WITA', precedence: { placement: 'far' }, regions: [{}], opd_head: 'camat' })).toEqual([
    'PKT-202 zona',
    'PKT-201 zone',
    'PKT-201 precedence.placement',
    'PKT-201 regions.0.id',
    'PKT-201 opd_head',
  ])
  expect(paths(undefined)).toEqual(['PKT-201 '])
})
