import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChangeSum } from './changes.ts'
import { flowOf } from './flow.ts'

const scale = { full: 100, least: 10, gap: 4 }
const sum = (before: string | null, after: string | null, people: number): ChangeSum => ({
  ...{ before_place: before, before_force: before && 'must', after_place: after, after_force: after && 'must' },
  ...{ changed: ['place'], people, person_days: people },
})

test('places stand under each other on both sides, and bands leave and reach them in order', () => {
  const { before, after, bands, height } = flowOf(
    [sum('office', 'home', 60), sum('office', 'rotate', 20), sum('rotate', 'home', 20)],
    scale,
  )
  expect(before.map(({ place, people, y, height: own }) => [place, people, y, own])).toEqual([
    ['office', 80, 0, 80],
    ['rotate', 20, 84, 20],
  ])
  expect(after.map(({ place, people, y, height: own }) => [place, people, y, own])).toEqual([
    ['home', 80, 0, 80],
    ['rotate', 20, 84, 20],
  ])
  expect(bands.map(({ left, right }) => [left, right])).toEqual([
    [
      [0, 60],
      [0, 60],
    ],
    [
      [60, 80],
      [84, 104],
    ],
    [
      [84, 104],
      [60, 80],
    ],
  ])
  expect(height).toBe(104)
})

test('a place of few people has room for its words, and its band stays as thin as they are few', () => {
  const { before, bands } = flowOf([sum('office', 'home', 99), sum(null, 'home', 1)], scale)
  expect(before[1]).toEqual({ place: null, force: null, people: 1, y: 103, height: 10 })
  expect(bands[1]?.left).toEqual([103, 104])
})

test('where nothing changes there is nothing to draw', () =>
  expect(flowOf([], scale)).toEqual({ height: 0, before: [], after: [], bands: [] }))

test('no band leaves its place, and all of them together are as high as everybody', () => {
  const place = fc.constantFrom('office', 'home', 'rotate', 'field', null)
  const sums = fc.uniqueArray(
    fc.tuple(place, place, fc.integer({ min: 1, max: 5000 })).map((given) => sum(...given)),
    { selector: ({ before_place, after_place }) => `${before_place} ${after_place}`, minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(sums, (given) => {
      const { before, after, bands, height } = flowOf(given, scale)
      const within = ([top, bottom]: readonly [number, number], places: typeof before) =>
        places.some((one) => one.y <= top + 1e-9 && bottom <= one.y + one.height + 1e-9)
      for (const { left, right } of bands) {
        expect([within(left, before), within(right, after)]).toEqual([true, true])
        expect(right[1] - right[0]).toBeCloseTo(left[1] - left[0])
        expect(Math.max(left[1], right[1])).toBeLessThanOrEqual(height + 1e-9)
      }
      expect(bands.reduce((all, { left: [top, bottom] }) => all + bottom - top, 0)).toBeCloseTo(scale.full)
    }),
  )
})
