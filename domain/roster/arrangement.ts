import { type RosterTable, spanOf } from './table.ts'
import { firstDay } from './word.ts'

/**
 * One unit while its places are being exchanged: views on the rows of the unit, people counted from 0, and who is
 * present where. Two exchanges leave every day total and the multiset of loads as they are: `hand` a day to somebody
 * who carries exactly one less, and `trade` one day against another.
 */
export interface Arrangement {
  readonly people: number
  readonly days: number
  readonly free: Uint32Array
  readonly placed: Uint32Array
  readonly load: Int16Array
  readonly positionOf: Uint16Array
  /** Whether a person's limits allow a set of days. Asked last: most exchanges fail for a cheaper reason. */
  readonly fits: (person: number, word: number) => boolean
  /** Whether one may take the day of the other, limits apart. */
  readonly mayHand: (from: number, to: number, day: number) => boolean
  /** Whether one may give `day` for `other` of the second person, limits apart. */
  readonly mayTrade: (one: number, second: number, day: number, other: number) => boolean
  readonly hand: (from: number, to: number, day: number) => void
  readonly trade: (one: number, second: number, day: number, other: number) => void
}

/**
 * @param fits whether a person's limits allow a set of days; absent = there are none
 * @param watch told of every single change: somebody is put on a day, or taken off it
 */
export function arrange(
  table: RosterTable,
  unit: number,
  places: { readonly placed: Uint32Array; readonly load: Int16Array },
  fits: (person: number, word: number) => boolean = () => true,
  watch: (person: number, day: number, on: boolean) => void = () => {},
): Arrangement {
  const { from, to, firstPosition, positions } = spanOf(table, unit)
  const { days, positionStart, positionMin, positionMax } = table
  const free = table.free.subarray(from, to)
  const placed = places.placed.subarray(from, to)
  const load = places.load.subarray(from, to)
  const positionOf = new Uint16Array(to - from)
  const present = new Int32Array(positions * days)
  for (let position = 0; position < positions; position++) {
    const start = positionStart[firstPosition + position]! - from
    positionOf.fill(position, start, positionStart[firstPosition + position + 1]! - from)
  }
  for (let person = 0; person < placed.length; person++) {
    for (let rest = placed[person]!; rest; rest &= rest - 1) present[positionOf[person]! * days + firstDay(rest)]!++
  }
  /** Whether the day's seat may pass from one position to another. */
  const mayPass = (giver: number, taker: number, day: number) => {
    if (giver === taker) return true
    const row = firstPosition * days + day
    if (present[giver * days + day]! <= positionMin[row + giver * days]!) return false
    return !positionMax || present[taker * days + day]! < positionMax[row + taker * days]!
  }
  const can = (person: number, day: number) => ((free[person]! & ~placed[person]!) >>> day) & 1
  const put = (person: number, day: number, on: boolean) => {
    placed[person]! ^= 1 << day
    present[positionOf[person]! * days + day]! += on ? 1 : -1
    watch(person, day, on)
  }
  return {
    people: placed.length,
    days,
    free,
    placed,
    load,
    positionOf,
    fits,
    mayHand: (giver, taker, day) =>
      load[taker] === load[giver]! - 1 && can(taker, day) === 1 && mayPass(positionOf[giver]!, positionOf[taker]!, day),
    mayTrade: (one, second, day, other) =>
      can(second, day) === 1 &&
      ((placed[second]! >>> other) & 1) === 1 &&
      mayPass(positionOf[one]!, positionOf[second]!, day) &&
      mayPass(positionOf[second]!, positionOf[one]!, other),
    hand: (giver, taker, day) => {
      put(giver, day, false)
      put(taker, day, true)
      load[giver]!--
      load[taker]!++
    },
    trade: (one, second, day, other) => {
      put(one, day, false)
      put(second, day, true)
      put(second, other, false)
      put(one, other, true)
    },
  }
}
