/**
 * Days on which groups cross. Which people come hangs on nobody's name, so a day is a few whole numbers: how many come
 * from each position. Numbers that keep every group are searched for, with as many people as can be (or as few), as even
 * as can be; the draw then fills positions. Whether there are any is NP-hard in the number of positions, which is small.
 */
import { hasDay } from './day-mask.ts'
import type { Draw } from './draw.ts'

/** Steps that one day may take. A fixed number, and not a time, so that every machine finds the same. */
const stepsTried = 50_000

/** `none`: no numbers keep every group, which is proved; `not-found`: the search was given up. */
export type Shares = readonly number[] | 'none' | 'not-found'

interface Sum {
  readonly of: readonly number[]
  readonly min: number
  readonly max: number
}

/** How many come from each position on a day. */
export function sharesOn(draw: Draw, day: number): Shares {
  const { positions, people, fill } = draw
  const low = positions.map(({ bounds }) => bounds[day]!.min)
  const high = positions.map(({ from, to, bounds }) => {
    let free = 0
    for (let person = from; person < to; person++) if (hasDay(people[person]!.free, day)) free++
    return Math.min(free, bounds[day]!.max)
  })
  const all = positions.map((_, position) => position)
  const sums: Sum[] = [
    { of: all, ...draw.seats[day]! },
    ...[...draw.groups[day]!, ...draw.crossing[day]!].map(({ positions: own, min, max }) => ({
      of: [...own],
      min,
      max,
    })),
  ]
  const search = { steps: stepsTried, free: [...high] }
  const [least, most] = narrowedTotal(low, high, sums)
  for (let step = 0; step <= most - least; step++) {
    const total = fill === 'ceiling' ? most - step : least + step
    const found = searched(low, high, [...sums, { of: all, min: total, max: total }], search)
    if (found) return found
  }
  return search.steps > 0 ? 'none' : 'not-found'
}

function narrowedTotal(low: readonly number[], high: readonly number[], sums: readonly Sum[]): [number, number] {
  const [lowest, highest] = [[...low], [...high]]
  if (!narrow(lowest, highest, sums)) return [1, 0]
  const sumOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0)
  return [sumOf(lowest), sumOf(highest)]
}

/** Draws bounds closer until nothing changes; false: some sum cannot be kept. */
function narrow(low: number[], high: number[], sums: readonly Sum[]): boolean {
  const total = (list: readonly number[], of: readonly number[]) => of.reduce((sum, at) => sum + list[at]!, 0)
  for (let changed = true; changed; ) {
    changed = false
    for (const { of, min, max } of sums) {
      for (const at of of) {
        const up = max - (total(low, of) - low[at]!)
        const down = min - (total(high, of) - high[at]!)
        changed ||= up < high[at]! || down > low[at]!
        high[at] = Math.min(high[at]!, up)
        low[at] = Math.max(low[at]!, down)
        if (low[at]! > high[at]!) return false
      }
      if (total(low, of) > max || total(high, of) < min) return false
    }
  }
  return low.every((one, at) => one <= high[at]!)
}

/** Numbers within bounds that keep every sum, the most even first; undefined: none, or the steps are used up. */
function searched(
  low: readonly number[],
  high: readonly number[],
  sums: readonly Sum[],
  search: { steps: number; readonly free: readonly number[] },
): number[] | undefined {
  if (search.steps <= 0) return undefined
  search.steps--
  const [lowest, highest] = [[...low], [...high]]
  if (!narrow(lowest, highest, sums)) return undefined
  let widest = 0
  for (const [at] of lowest.entries()) if (highest[at]! - lowest[at]! > highest[widest]! - lowest[widest]!) widest = at
  if (highest[widest] === lowest[widest]) return lowest
  // Halves around an even share: the part of the free people that the whole day takes.
  const total = sums.at(-1)!.max
  const free = search.free.reduce((sum, one) => sum + one, 0)
  const even = Math.round((total * search.free[widest]!) / Math.max(1, free))
  const target = Math.max(lowest[widest]!, Math.min(highest[widest]!, even))
  const ways = [
    [target, target],
    [lowest[widest]!, target - 1],
    [target + 1, highest[widest]!],
  ] as const
  for (const [from, to] of ways) {
    if (from > to) continue
    const [below, above] = [[...lowest], [...highest]]
    below[widest] = from
    above[widest] = to
    const found = searched(below, above, sums, search)
    if (found) return found
  }
  return undefined
}

/** A draw in which so many come from each position on some days, whatever groups there are. */
export const withShares = (draw: Draw, shares: ReadonlyMap<number, readonly number[]>): Draw => ({
  ...draw,
  positions: draw.positions.map((position, at) => ({
    ...position,
    bounds: position.bounds.map((bound, day) => {
      const share = shares.get(day)?.[at]
      return share === undefined ? bound : { min: share, max: share }
    }),
  })),
  groups: draw.groups.map((own, day) => (shares.has(day) ? [] : own)),
  crossing: draw.crossing.map((own, day) => (shares.has(day) ? [] : own)),
})
