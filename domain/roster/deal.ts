import { makePositionKeeper } from './position-keeper.ts'
import { largestUnit, type RosterTable } from './table.ts'
import { countDays, fullWord } from './word.ts'

/** Keys of the sorted day list: residual demand above, day in the low five bits. */
const dayBits = 5
const dayPart = 31

/**
 * A first roster that meets every total, minimum and maximum of a unit whose days can be met one by one (`meetable` in
 * draw.ts), with loads so near the fairest that little is left to balance. Nothing depends on it but speed.
 *
 * People with absences come first, each on their free days of largest residual demand, which flattens what is left.
 * Everybody else stands in a ring where each day takes the next seats after those of the day before: toggles at the ends
 * of each arc, summed by one running exclusive-or, cost people + days instead of people x days.
 * @returns a function that deals one unit in place: places are overwritten, loads are carry plus days
 */
export function makeDealer(table: RosterTable) {
  const { days, free, carry, demand, positionStart, positionIndex, unitStart } = table
  const largest = largestUnit(table)
  const allDays = fullWord(days)
  const ring = new Uint32Array(largest.people)
  const toggles = new Uint32Array(largest.people + 1)
  const need = new Int32Array(days)
  const keys = new Int32Array(days)
  const meetPositions = makePositionKeeper(table)
  let slope = new Int32Array(256)

  return function deal(unit: number, placed: Uint32Array, load: Int16Array): void {
    const first = positionIndex[unit]!
    const positions = positionIndex[unit + 1]! - first - 1
    const from = unitStart[unit]!
    const to = positionStart[first + positions]!
    // The people behind the last position are never drawn.
    placed.fill(0, to, unitStart[unit + 1]!)
    load.fill(0, to, unitStart[unit + 1]!)
    if (from === to) return
    let total = 0
    for (let day = 0; day < days; day++) {
      need[day] = demand[unit * days + day]!
      total += need[day]!
    }
    const regular = dealIrregular(from, to, total, placed, load)
    if (regular > 0) dealRing(from, to, regular, placed, load)
    fillGaps(from, to, placed, load)
    meetPositions(unit, placed, load)
  }

  /** Deals people with absences; answers with the number of the others. */
  function dealIrregular(from: number, to: number, total: number, placed: Uint32Array, load: Int16Array): number {
    let base = 32767
    let top = -32768
    for (let person = from; person < to; person++) {
      const own = carry[person]!
      if (own < base) base = own
      if (own > top) top = own
    }
    const width = top - base + days + 2
    if (slope.length <= width) slope = new Int32Array(2 * width)
    else slope.fill(0, 0, width + 1)
    let regular = 0
    for (let person = from; person < to; person++) {
      const at = carry[person]! - base
      const mask = free[person]!
      slope[at]!++
      if (mask === allDays) {
        regular++
        slope[at + days]!--
      } else slope[at + countDays(mask)]!--
    }
    let level = base
    let rising = 0
    let filled = 0
    for (let step = 0; step < width; step++) {
      rising += slope[step]!
      if (filled + rising > total) break
      filled += rising
      level++
    }
    if (regular === to - from) return regular

    const over = total - filled
    let extra = over
    for (let day = 0; day < days; day++) keys[day] = (need[day]! << dayBits) | day
    keys.sort().reverse()
    for (let person = from; person < to; person++) {
      const mask = free[person]!
      if (mask === allDays) continue
      const own = carry[person]!
      const available = countDays(mask)
      let target = Math.max(0, Math.min(available, level - own))
      // A multiplicative hash hands the extra days to an even share of the irregular people.
      if (extra > 0 && target < available && level >= own && ((person - from) * 7919) % (to - from) < over) {
        target++
        extra--
      }
      load[person] = own
      placed[person] = 0
      if (target > 0) placed[person] = pick(mask, target, person, load)
    }
    for (let at = 0; at < days; at++) need[keys[at]! & dayPart] = keys[at]! >> dayBits
    return regular
  }

  /** Takes the days of largest residual demand; keeps the list sorted, which a few moves do as it hardly changes. */
  function pick(mask: number, target: number, person: number, load: Int16Array): number {
    let word = 0
    let left = target
    let at = 0
    for (; at < days && left > 0; at++) {
      const key = keys[at]!
      if ((mask >>> (key & dayPart)) & 1) {
        if (key <= dayPart) break
        word |= 1 << (key & dayPart)
        keys[at] = key - (1 << dayBits)
        left--
      }
    }
    for (let next = 1; next < days; next++) {
      const key = keys[next]!
      if (keys[next - 1]! >= key) {
        if (next >= at) break
        continue
      }
      let slot = next - 1
      while (slot >= 0 && keys[slot]! < key) {
        keys[slot + 1] = keys[slot]!
        slot--
      }
      keys[slot + 1] = key
    }
    load[person]! += target - left
    return word
  }

  function dealRing(from: number, to: number, regular: number, placed: Uint32Array, load: Int16Array) {
    toggles.fill(0, 0, regular + 1)
    let seat = 0
    for (let day = 0; day < days; day++) {
      const count = Math.min(need[day]!, regular)
      need[day]! -= count
      if (count === 0) continue
      const bit = 1 << day
      toggles[count === regular ? 0 : seat]! ^= bit
      if (count === regular) continue
      const end = seat + count
      if (end < regular) toggles[end]! ^= bit
      else if (end > regular) {
        toggles[0]! ^= bit
        toggles[end - regular]! ^= bit
      }
      seat = end >= regular ? end - regular : end
    }
    let word = 0
    for (let place = 0; place < regular; place++) {
      word ^= toggles[place]!
      ring[place] = word
    }
    // Lower carry stands first on the ring. A stride that shares no factor with the length visits every place once and
    // spreads a position, whose people are neighbours in the table, round the ring.
    let light = 0
    for (let person = from; person < to; person++) if (free[person] === allDays && carry[person]! <= 0) light++
    const heavy = regular - light
    const lightStride = strideOf(light)
    const heavyStride = strideOf(heavy)
    let lightPlace = 0
    let heavyPlace = 0
    for (let person = from; person < to; person++) {
      if (free[person] !== allDays) continue
      const own = carry[person]!
      let place: number
      if (own <= 0) {
        place = ring[lightPlace]!
        lightPlace += lightStride
        if (lightPlace >= light) lightPlace -= light
      } else {
        place = ring[light + heavyPlace]!
        heavyPlace += heavyStride
        if (heavyPlace >= heavy) heavyPlace -= heavy
      }
      placed[person] = place
      load[person] = own + countDays(place)
    }
  }

  function fillGaps(from: number, to: number, placed: Uint32Array, load: Int16Array) {
    for (let day = 0; day < days; day++) {
      for (let person = from; person < to && need[day]! > 0; person++) {
        if (((free[person]! & ~placed[person]!) >>> day) & 1) {
          placed[person]! |= 1 << day
          load[person]!++
          need[day]!--
        }
      }
    }
  }
}

/** About 0.382 of the length, the golden section, and without a common factor. */
function strideOf(length: number): number {
  if (length < 3) return length === 2 ? 1 : 0
  let stride = Math.max(1, Math.round(length * 0.381966))
  while (commonFactor(stride, length) !== 1) stride++
  return stride
}

function commonFactor(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b) [a, b] = [b, a % b]
  return a
}
