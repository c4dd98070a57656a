import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { concluded } from './attacker.ts'
import type { Coverage } from './coverage.ts'
import { fewest, publicDistricts, publicTotal, type Released } from './public-table.ts'
import { releaseOf } from './small-cells.ts'

/** First doses of districts on a day. */
function stated(day: string, targets: readonly number[], counts: readonly number[]): Coverage {
  const districts = targets.map((target, at) => ({ district: `d${at}`, target, first: counts[at] ?? 0, second: null }))
  const sum = (part: 'target' | 'first') => districts.reduce((all, one) => all + one[part], 0)
  const whole = { target: sum('target'), first: sum('first'), second: null }
  return { group: 'elderly', day: day as Day, ...whole, districts }
}

/** Every way in which the districts of a table can have come to what it tells. */
function fitting(table: Released): number[][] {
  const all = table.districts.reduce<number[][]>(
    (ways, { target }) => ways.flatMap((way) => Array.from({ length: target + 1 }, (_, count) => [...way, count])),
    [[]],
  )
  const sumOf = (way: readonly number[], districts: readonly string[]) =>
    table.districts.reduce((sum, { district }, at) => sum + (districts.includes(district) ? (way[at] ?? 0) : 0), 0)
  const whole = table.districts.map(({ district }) => district)
  const rows = [{ districts: whole, first: publicTotal(table).first }, ...publicDistricts(table)]
  return all.filter((way) =>
    rows.every(({ districts, first }) => first === undefined || sumOf(way, districts) === first),
  )
}

/** How far the numbers lie apart that a district can have had. */
function width(counts: readonly number[]): number {
  const different = [...new Set(counts)]
  return Math.max(...different) - Math.min(...different)
}

const isFew = (count: number) => 0 < count && count < fewest

/** What follows of few people, each history tried out: no attacker can know more. */
function disclosed(first: Released, second: Released): string[] {
  const [before, after] = [fitting(first), fitting(second)]
  const histories = before.flatMap((from) =>
    after.flatMap((to) => (from.every((count, at) => count <= (to[at] ?? 0)) ? [{ from, to }] : [])),
  )
  return first.districts.flatMap(({ target, first: then }, at) => {
    const now = second.districts[at]?.first ?? 0
    const of = (number: (history: { from: number[]; to: number[] }) => number) => width(histories.map(number))
    const least = Math.min(fewest, target)
    const isSmall = (count: number) => count < fewest || target - count < fewest
    return [
      ...(isSmall(then ?? 0) && of(({ from }) => from[at] ?? 0) < least ? [`d${at} on the first day`] : []),
      ...(isSmall(now) && of(({ to }) => to[at] ?? 0) < least ? [`d${at} on the second day`] : []),
      ...(isFew(now - (then ?? 0)) && of(({ from, to }) => (to[at] ?? 0) - (from[at] ?? 0)) < least
        ? [`d${at} between them`]
        : []),
    ]
  })
}

const histories = fc
  .array(
    fc.record({
      target: fc.constantFrom(12, 22, 30, 36),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      growth: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 2, maxLength: 3 },
  )
  .map((districts) => {
    const targets = districts.map(({ target }) => target)
    const from = districts.map(({ target, share }) => Math.round(target * share))
    const to = districts.map(
      ({ target, growth }, at) => (from[at] ?? 0) + Math.floor((target - (from[at] ?? 0)) * growth),
    )
    return [stated('2021-03-01', targets, from), stated('2021-03-08', targets, to)] as const
  })

test('who tries every history out learns nothing of few people either', () => {
  fc.assert(
    fc.property(histories, ([first, second]) => {
      const one = { ...first, release: releaseOf(first, []) }
      const two = { ...second, release: releaseOf(second, [one]) }
      fc.pre(one.release.region > 0 && two.release.region > 0)
      expect(disclosed(one, two)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('what a careless table tells is concluded, and by trying out, too', () => {
  const release = { region: 2, districts: 2, merged: ['d1'] } as const
  const [first, second] = [stated('2021-03-01', [30, 36], [15, 4]), stated('2021-03-08', [30, 36], [15, 4])]
  const [one, two] = [
    { ...first, release },
    { ...second, release },
  ]
  expect(disclosed(one, two)).toEqual(['d1 on the first day', 'd1 on the second day'])
  expect([...concluded([one, two])]).toEqual(expect.arrayContaining(['2021-03-01 first d1', '2021-03-08 first d1']))
})
