import { makeBalancer } from './balance.ts'
import type { Places } from './fairest.ts'
import { lessMingling } from './mingling.ts'
import { countPairs } from './pairs.ts'
import { makePositionKeeper } from './position-keeper.ts'
import { type RosterTable, spanOf } from './table.ts'
import { daysAtLevel, waterLevel } from './water-level.ts'
import { countDays, firstDay } from './word.ts'

/** How often cohorts change: by day or by week. Fast detection of infections asks for short turns, slow for long. */
export type Rhythm = 'day' | 'week'

/** Office days that nobody in a fairest roster has less of, but for minima: the level, before the days left above it. */
export function daysOfLevel(table: RosterTable, unit: number) {
  const { from, to } = spanOf(table, unit)
  const available = Array.from(table.free.subarray(from, to), countDays)
  const carry = table.carry.subarray(from, to)
  const total = table.demand.subarray(unit * table.days, (unit + 1) * table.days).reduce((sum, seats) => sum + seats, 0)
  const { level, over } = waterLevel(carry, available, total)
  return { level, over, available, days: available.map((most, person) => daysAtLevel(level, carry[person]!, most)) }
}

/**
 * A fairest roster in which few people ever meet. Cohorts own days in turn; each fills its own days, what is missing
 * comes from whoever makes the fewest new acquaintances; minima and the exact balancing follow, and a descent. Several
 * numbers of cohorts and rhythms are tried and the one with the fewest pairs is kept. Loads are those of `fairest`.
 * @param weeks index of the week of each day
 */
export function cohortRoster(
  table: RosterTable,
  unit: number,
  places: Places,
  weeks: readonly number[],
  rhythms: readonly Rhythm[],
): void {
  const { from, to } = spanOf(table, unit)
  const { days } = table
  if (from === to) return
  const balance = makeBalancer(table)
  const meetPositions = makePositionKeeper(table)
  const seats = table.demand.subarray(unit * days, (unit + 1) * days).reduce((sum, count) => sum + count, 0)
  const ratio = seats === 0 ? 1 : ((to - from) * days) / seats
  const counts = new Set([ratio, ratio + 0.2].map((count) => Math.max(1, Math.min(days, Math.floor(count)))))
  let fewest = Infinity
  const best = { placed: places.placed.slice(from, to), load: places.load.slice(from, to) }
  for (const count of counts) {
    for (const rhythm of rhythms) {
      fillCohorts(table, unit, places, ownDaysOf(count, rhythm, weeks))
      meetPositions(unit, places.placed, places.load)
      balance(unit, places.placed, places.load)
      lessMingling(table, unit, places)
      const pairs = countPairs(places.placed.subarray(from, to))
      if (pairs >= fewest) continue
      fewest = pairs
      best.placed.set(places.placed.subarray(from, to))
      best.load.set(places.load.subarray(from, to))
    }
  }
  places.placed.set(best.placed, from)
  places.load.set(best.load, from)
}

/** Days dealt to cohorts in turn, one word each. */
export function ownDaysOf(cohorts: number, rhythm: Rhythm, weeks: readonly number[]): Uint32Array {
  const own = new Uint32Array(cohorts)
  for (const [day, week] of weeks.entries()) own[(rhythm === 'week' ? week : day) % cohorts]! |= 1 << day
  return own
}

/** Everybody on days of their own cohort, as far as seats and free days go; the rest by fewest new acquaintances. */
function fillCohorts(table: RosterTable, unit: number, places: Places, ownDays: Uint32Array): void {
  const { from, to, firstPosition, positions } = spanOf(table, unit)
  const { days } = table
  const people = to - from
  const free = table.free.subarray(from, to)
  const carry = table.carry.subarray(from, to)
  const placed = places.placed.subarray(from, to)
  const load = places.load.subarray(from, to)
  const need = Int32Array.from(table.demand.subarray(unit * days, (unit + 1) * days))
  const { available, level, over, days: targets } = daysOfLevel(table, unit)
  const positionOf = new Uint16Array(people)
  for (let position = 0; position < positions; position++) {
    const start = table.positionStart[firstPosition + position]! - from
    positionOf.fill(position, start, table.positionStart[firstPosition + position + 1]! - from)
  }
  const order = Array.from({ length: people }, (_, person) => person).sort(
    (one, other) => available[one]! - available[other]! || positionOf[one]! - positionOf[other]! || one - other,
  )
  const cohortOf = assign(ownDays, { order, free, need, targets, positionOf, positions })

  // Fairness leaves open who has the extra day. People with spare days in their own cohort need not leave it for that.
  const spare = (person: number) => countDays(free[person]! & ownDays[cohortOf[person]!]!) - targets[person]!
  const mayHaveMore = order
    .filter((person) => targets[person]! < available[person]! && level >= carry[person]!)
    .sort((one, other) => spare(other) - spare(one) || one - other)
  for (const person of mayHaveMore.slice(0, over)) targets[person]!++

  placed.fill(0)
  const left = Int32Array.from(targets)
  const put = (person: number, day: number) => {
    placed[person]! |= 1 << day
    left[person]!--
    need[day]!--
  }
  for (const [cohort, own] of ownDays.entries()) {
    const members = order.filter((person) => cohortOf[person] === cohort)
    for (let rest = own; rest; rest &= rest - 1) {
      const day = firstDay(rest)
      const slack = (person: number) => countDays(free[person]! & rest) - left[person]!
      const ready = members
        .filter((person) => left[person]! > 0 && (free[person]! >>> day) & 1)
        .sort((one, other) => slack(one) - slack(other) || one - other)
      for (const person of ready.slice(0, Math.max(0, need[day]!))) put(person, day)
    }
  }
  fillByAcquaintance(placed, free, need, left, put)
  for (let day = 0; day < days; day++) {
    while (need[day]! > 0) {
      let lightest = -1
      const now = (person: number) => carry[person]! + countDays(placed[person]!)
      for (let person = 0; person < people; person++) {
        if (((free[person]! & ~placed[person]!) >>> day) & 1 && (lightest < 0 || now(person) < now(lightest))) {
          lightest = person
        }
      }
      if (lightest < 0) break
      put(lightest, day)
    }
  }
  for (let person = 0; person < people; person++) load[person] = carry[person]! + countDays(placed[person]!)
}

interface Membership {
  /** Fewest free days first. */
  readonly order: readonly number[]
  readonly free: Uint32Array
  readonly need: Int32Array
  readonly targets: readonly number[]
  readonly positionOf: Uint16Array
  readonly positions: number
}

/**
 * A cohort for everybody: one whose days they are free on, with seats left, and with few of their own position. A day
 * that would have to be worked outside the cohort weighs as much as a fortieth of a cohort's seats.
 */
function assign(ownDays: Uint32Array, unit: Membership): Uint8Array {
  const { order, free, need, targets, positionOf, positions } = unit
  const cohorts = ownDays.length
  const room = Float64Array.from(ownDays, (own) => {
    let seats = 0
    for (let rest = own; rest; rest &= rest - 1) seats += need[firstDay(rest)]!
    return seats
  })
  const atStart = room.slice()
  const ofPosition = new Int32Array(positions * cohorts)
  const cohortOf = new Uint8Array(free.length)
  for (const person of order) {
    let best = 0
    let least = Infinity
    for (let cohort = 0; cohort < cohorts; cohort++) {
      const outside = Math.max(0, targets[person]! - countDays(free[person]! & ownDays[cohort]!))
      const filled = 1 - room[cohort]! / (atStart[cohort] || 1)
      const score = outside * 0.5 + filled * 20 + ofPosition[positionOf[person]! * cohorts + cohort]! * 0.05
      if (score >= least) continue
      least = score
      best = cohort
    }
    cohortOf[person] = best
    room[best]! -= targets[person]!
    ofPosition[positionOf[person]! * cohorts + best]!++
  }
  return cohortOf
}

/** Open seats go one by one to whoever meets the fewest strangers there. */
function fillByAcquaintance(
  placed: Uint32Array,
  free: Uint32Array,
  need: Int32Array,
  left: Int32Array,
  put: (person: number, day: number) => void,
): void {
  const people = placed.length
  const words = (people + 31) >>> 5
  const present = new Uint32Array(need.length * words)
  const met = new Uint32Array(people * words)
  const sit = (person: number, day: number) => {
    present[day * words + (person >>> 5)]! |= 1 << (person & 31)
  }
  const recall = (person: number) => {
    met.fill(0, person * words, (person + 1) * words)
    for (let rest = placed[person]!; rest; rest &= rest - 1) {
      const row = firstDay(rest) * words
      for (let at = 0; at < words; at++) met[person * words + at]! |= present[row + at]!
    }
  }
  for (let person = 0; person < people; person++) {
    for (let rest = placed[person]!; rest; rest &= rest - 1) sit(person, firstDay(rest))
  }
  for (let person = 0; person < people; person++) recall(person)
  for (;;) {
    let chosenDay = -1
    let chosen = -1
    let least = Infinity
    for (let day = 0; day < need.length; day++) {
      if (need[day]! <= 0) continue
      for (let person = 0; person < people; person++) {
        if (left[person]! <= 0 || !(((free[person]! & ~placed[person]!) >>> day) & 1)) continue
        let strangers = 0
        for (let at = 0; at < words; at++) {
          strangers += countDays(present[day * words + at]! & ~met[person * words + at]!)
        }
        const score = strangers * 4 - left[person]!
        if (score >= least) continue
        least = score
        chosenDay = day
        chosen = person
      }
    }
    if (chosen < 0) return
    put(chosen, chosenDay)
    sit(chosen, chosenDay)
    recall(chosen)
    for (let other = 0; other < people; other++) {
      if ((placed[other]! >>> chosenDay) & 1) met[other * words + (chosen >>> 5)]! |= 1 << (chosen & 31)
    }
  }
}
