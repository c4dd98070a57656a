import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { latest } from './latest.ts'

const record = (who: string, from: string | null, until: string | null) => ({
  who,
  from: from as Day | null,
  until: until as Day | null,
})
const window = { from: '2021-01-05', until: '2021-01-18' }
const names = (...records: ReturnType<typeof record>[]) =>
  latest(records, ({ who }) => who, window).map(({ who, from }) => `${who} ${from}`)

test('a newer record of the whole window sets the older one aside', () => {
  expect(names(record('a', null, null), record('a', '2020-12-01', null))).toEqual(['a 2020-12-01'])
})
test('one that begins within the window leaves the days before to the older', () => {
  expect(names(record('a', null, null), record('a', '2021-01-10', null))).toEqual(['a null', 'a 2021-01-10'])
})
test('one that covers what the older has of the window suffices', () => {
  expect(names(record('a', '2021-01-12', null), record('a', '2021-01-10', '2021-01-20'))).toEqual(['a 2021-01-10'])
})
test('records of others count for nothing', () => {
  expect(names(record('a', null, null), record('b', null, null))).toEqual(['a null', 'b null'])
})
