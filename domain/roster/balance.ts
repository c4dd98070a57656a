import { largestUnit, type RosterTable } from './table.ts'
import { countDays, firstDay, fullWord } from './word.ts'

/** How a person was reached in a search: by being loaded, or not at all; otherwise the day they can take. */
const isSource = -1
const notReached = -2
/** The place was reached through its day, not through a person of the same position. */
const throughDay = -1

/**
 * The exact step. While somebody with load t or more can hand a day, along a chain of exchanges, to somebody with load
 * t - 2 or less, they do; the sum of squares falls by two or more each time. When no level has such a chain the loads
 * are decreasingly minimal, which is at once the smallest maximum, the largest minimum and the least sum of squares
 * (Frank and Murota, arXiv 1808.07600). Levels go from the top down and need one visit: a chain of a lower level cannot
 * enter the closed set of a higher one.
 * @returns a function that balances one unit in place and answers with the number of chains; scratch memory is shared
 */
export function makeBalancer(table: RosterTable) {
  const { days, free, positionStart, positionMin, positionMax, positionIndex, unitStart } = table
  const largest = largestUnit(table)
  const allDays = fullWord(days)
  const positionOf = new Uint16Array(largest.people)
  const takes = new Int32Array(largest.people)
  const queue = new Int32Array(largest.people)
  const present = new Int32Array(largest.positions * days)
  const giver = new Int32Array(largest.positions * days)
  const reached = new Uint32Array(largest.positions)
  /** Days on which a position stands above its minimum, and days on which it stands below its maximum. */
  const surplus = new Uint32Array(largest.positions)
  const room = new Uint32Array(largest.positions)
  const openedBy = new Int32Array(days)

  return function balance(unit: number, placed: Uint32Array, load: Int16Array): number {
    const first = positionIndex[unit]!
    const positions = positionIndex[unit + 1]! - first - 1
    const from = unitStart[unit]!
    const to = positionStart[first + positions]!
    let high = -32768
    let low = 32767
    for (let person = from; person < to; person++) {
      const own = load[person]!
      if (own > high) high = own
      if (own < low) low = own
    }
    if (high - low < 2) return 0

    present.fill(0, 0, positions * days)
    for (let position = 0; position < positions; position++) {
      const start = positionStart[first + position]!
      const end = positionStart[first + position + 1]!
      positionOf.fill(position, start - from, end - from)
      for (let person = start; person < end; person++) {
        for (let rest = placed[person]!; rest; rest &= rest - 1) present[position * days + firstDay(rest)]!++
      }
      surplus[position] = 0
      room[position] = positionMax ? 0 : allDays
      for (let day = 0; day < days; day++) measure(first, position, day)
    }

    let chains = 0
    for (let level = high; level >= low + 2; level--) {
      for (;;) {
        const goal = search(level, first, positions, from, to, placed, load)
        if (goal < 0) break
        chains++
        shift(goal, first, from, placed, load)
      }
    }
    return chains
  }

  function measure(first: number, position: number, day: number) {
    const bit = 1 << day
    const here = present[position * days + day]!
    if (here > positionMin[(first + position) * days + day]!) surplus[position]! |= bit
    else surplus[position]! &= ~bit
    if (!positionMax) return
    if (here < positionMax[(first + position) * days + day]!) room[position]! |= bit
    else room[position]! &= ~bit
  }

  /** Breadth first from everybody at the level or above. Answers with somebody two or more below, or -1. */
  function search(
    level: number,
    first: number,
    positions: number,
    from: number,
    to: number,
    placed: Uint32Array,
    load: Int16Array,
  ): number {
    let head = 0
    let tail = 0
    let openDays = 0
    reached.fill(0, 0, positions)
    for (let person = from; person < to; person++) {
      if (load[person]! >= level) {
        takes[person - from] = isSource
        queue[tail++] = person
      } else takes[person - from] = notReached
    }
    while (head < tail) {
      for (; head < tail; head++) {
        const person = queue[head]!
        const position = positionOf[person - from]!
        let fresh = placed[person]! & ~reached[position]!
        if (!fresh) continue
        reached[position]! |= fresh
        let opens = fresh & surplus[position]! & ~openDays
        openDays |= opens
        for (; opens; opens &= opens - 1) openedBy[firstDay(opens)] = position
        for (; fresh; fresh &= fresh - 1) giver[position * days + firstDay(fresh)] = person
      }
      for (let position = 0; position < positions; position++) {
        let fresh = openDays & room[position]! & ~reached[position]!
        reached[position]! |= fresh
        for (; fresh; fresh &= fresh - 1) giver[position * days + firstDay(fresh)] = throughDay
      }
      for (let position = 0; position < positions; position++) {
        const places = reached[position]!
        if (!places) continue
        const end = positionStart[first + position + 1]!
        for (let person = positionStart[first + position]!; person < end; person++) {
          const can = free[person]! & ~placed[person]! & places
          if (!can || takes[person - from] !== notReached) continue
          takes[person - from] = firstDay(can)
          if (load[person]! <= level - 2) return person
          queue[tail++] = person
        }
      }
    }
    return -1
  }

  function shift(goal: number, first: number, from: number, placed: Uint32Array, load: Int16Array) {
    load[goal]!++
    let person = goal
    for (let day = takes[person - from]!; day !== isSource; day = takes[person - from]!) {
      placed[person]! |= 1 << day
      const position = positionOf[person - from]!
      let gives = giver[position * days + day]!
      if (gives === throughDay) {
        const other = openedBy[day]!
        gives = giver[other * days + day]!
        present[position * days + day]!++
        present[other * days + day]!--
        measure(first, position, day)
        measure(first, other, day)
      }
      placed[gives]! &= ~(1 << day)
      person = gives
    }
    load[person]!--
  }
}

/** Loads that follow from places: what people bring along plus their days. */
export function loadsOf(
  { people, carry }: RosterTable,
  placed: Uint32Array,
  load = new Int16Array(people),
): Int16Array {
  for (let person = 0; person < people; person++) load[person] = carry[person]! + countDays(placed[person]!)
  return load
}
