import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { type DeclaredEvent, noFacts } from '../staff/facts.ts'
import { declaredIn } from './select-days.ts'
import { worldAt } from './world.ts'

const flood = (until: Day | null, recorded: string, from = '2021-07-19'): DeclaredEvent => ({
  ...{ type: 'flood', subject: 'uji', from, until, authority: 'bupati', recorded },
})

test('an event that was recorded again, with an end, is over; as known before it still holds', () => {
  const events = [flood('2021-07-21' as Day, '2021-07-21T16:00'), flood(null, '2021-07-19T07:00')]
  const until = (known: string) => declaredIn(worldAt({ ...noFacts, events }, known)).map((event) => event.until)
  expect(until('2021-07-22T08:00')).toEqual(['2021-07-21'])
  expect(until('2021-07-20T08:00')).toEqual([null])
  expect(until('2021-07-18T08:00')).toEqual([])
})

test('two floods of different days are two', () => {
  const events = [flood(null, '2021-07-19T07:00'), flood(null, '2021-07-25T07:00', '2021-07-25')]
  expect(declaredIn(worldAt({ ...noFacts, events }, '2021-07-26T07:00'))).toHaveLength(2)
})
