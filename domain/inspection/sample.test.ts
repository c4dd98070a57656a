import { expect, test } from 'vitest'
import { type Candidate, drawOffices, ticketsOf } from './sample.ts'

const offices = (visits: readonly number[]): Candidate[] =>
  visits.map((times, index) => ({ agency: `opd-${index}`, visits: times, lastVisit: null }))

test('the same seed draws the same offices, in whatever order they are listed', () => {
  const list = offices([0, 3, 1, 0, 2, 5])
  expect(drawOffices(list, 3, 42)).toEqual(drawOffices(list.toReversed(), 3, 42))
  expect(drawOffices(list, 3, 42)).not.toEqual(drawOffices(list, 3, 43))
})

test('no office is drawn twice, and all of them when more are asked for than there are', () => {
  const drawn = drawOffices(offices([0, 0, 0, 0]), 9, 7)
  expect(new Set(drawn)).toEqual(new Set(['opd-0', 'opd-1', 'opd-2', 'opd-3']))
})

test('who was visited less holds more tickets, and who was visited most may still be drawn', () => {
  const list = offices([0, 3])
  expect(list.map((one) => ticketsOf(one, list))).toEqual([4, 1])
  const firsts = Array.from({ length: 5000 }, (_, seed) => drawOffices(list, 1, seed * 7919 + 1)[0])
  const share = firsts.filter((one) => one === 'opd-0').length / firsts.length
  expect(share).toBeGreaterThan(0.77)
  expect(share).toBeLessThan(0.83)
})

test('equal offices are drawn equally often', () => {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 5000; seed++)
    for (const agency of drawOffices(offices([1, 1, 1, 1, 1]), 2, seed * 104729))
      counts.set(agency, (counts.get(agency) ?? 0) + 1)
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(180)
})

test('years of draws leave no office unvisited', () => {
  let list = offices(Array.from({ length: 52 }, () => 0))
  for (let week = 0; week < 104; week++) {
    const drawn = drawOffices(list, 3, 1000 + week * 31)
    list = list.map((one) => (drawn.includes(one.agency) ? { ...one, visits: one.visits + 1 } : one))
  }
  const visits = list.map((one) => one.visits)
  expect(Math.min(...visits)).toBeGreaterThan(0)
  expect(Math.max(...visits) - Math.min(...visits)).toBeLessThanOrEqual(6)
})
