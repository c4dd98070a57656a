import { largestUnit, type RosterTable } from './table.ts'
import { firstDay } from './word.ts'

/**
 * Moves people inside each day until every position stands between its minimum and its maximum: the least loaded who may
 * come comes, the most loaded who may go goes. Day totals stay. It always ends well where `meetable` says so.
 * @returns a function that treats one unit in place
 */
export function makePositionKeeper(table: RosterTable) {
  const { days, free, positionStart, positionMin, positionMax, positionIndex } = table
  const present = new Int32Array(largestUnit(table).positions * days)

  return function meetPositions(unit: number, placed: Uint32Array, load: Int16Array): void {
    const first = positionIndex[unit]!
    const positions = positionIndex[unit + 1]! - first - 1
    if (positionMax) swapInside(first, positions, placed, load)
    else if (!servesAll(first, positions, placed)) swapInside(first, positions, placed, load)
  }

  /** Whether minima of one are met, which one pass of ORs tells; larger ones are left to be counted. */
  function servesAll(first: number, positions: number, placed: Uint32Array): boolean {
    for (let position = 0; position < positions; position++) {
      const row = (first + position) * days
      let asked = 0
      for (let day = 0; day < days; day++) {
        const min = positionMin[row + day]!
        if (min > 1) return false
        asked |= min << day
      }
      const end = positionStart[first + position + 1]!
      for (let person = positionStart[first + position]!; asked && person < end; person++) asked &= ~placed[person]!
      if (asked) return false
    }
    return true
  }

  function swapInside(first: number, positions: number, placed: Uint32Array, load: Int16Array) {
    present.fill(0, 0, positions * days)
    for (let position = 0; position < positions; position++) {
      const end = positionStart[first + position + 1]!
      for (let person = positionStart[first + position]!; person < end; person++) {
        for (let rest = placed[person]!; rest; rest &= rest - 1) present[position * days + firstDay(rest)]!++
      }
    }
    const minOf = (position: number, day: number) => positionMin[(first + position) * days + day]!
    const maxOf = (position: number, day: number) =>
      positionMax ? positionMax[(first + position) * days + day]! : Infinity
    const swap = (comes: number, comesTo: number, goes: number, goesFrom: number, day: number) => {
      placed[comes]! |= 1 << day
      load[comes]!++
      placed[goes]! &= ~(1 << day)
      load[goes]!--
      present[comesTo * days + day]!++
      present[goesFrom * days + day]!--
    }
    const lightest = (position: number, day: number, best: number) => {
      const end = positionStart[first + position + 1]!
      for (let person = positionStart[first + position]!; person < end; person++) {
        if (((free[person]! & ~placed[person]!) >>> day) & 1 && (best < 0 || load[person]! < load[best]!)) best = person
      }
      return best
    }
    const heaviest = (position: number, day: number, best: number) => {
      const end = positionStart[first + position + 1]!
      for (let person = positionStart[first + position]!; person < end; person++) {
        if ((placed[person]! >>> day) & 1 && (best < 0 || load[person]! > load[best]!)) best = person
      }
      return best
    }
    for (let position = 0; position < positions; position++) {
      for (let day = 0; day < days; day++) {
        while (present[position * days + day]! > maxOf(position, day)) {
          let comes = -1
          let comesTo = 0
          for (let other = 0; other < positions; other++) {
            if (present[other * days + day]! >= maxOf(other, day)) continue
            const found = lightest(other, day, comes)
            if (found !== comes) comesTo = other
            comes = found
          }
          if (comes < 0) break
          swap(comes, comesTo, heaviest(position, day, -1), position, day)
        }
      }
    }
    for (let position = 0; position < positions; position++) {
      for (let day = 0; day < days; day++) {
        while (present[position * days + day]! < minOf(position, day)) {
          let goes = -1
          let goesFrom = 0
          for (let other = 0; other < positions; other++) {
            if (present[other * days + day]! <= minOf(other, day)) continue
            const found = heaviest(other, day, goes)
            if (found !== goes) goesFrom = other
            goes = found
          }
          const comes = lightest(position, day, -1)
          if (comes < 0 || goes < 0) break
          swap(comes, position, goes, goesFrom, day)
        }
      }
    }
  }
}
