import { arrange } from './arrangement.ts'
import type { Places } from './fairest.ts'
import { type RosterTable, spanOf } from './table.ts'
import { countDays, firstDay } from './word.ts'

/** Rounds after which a descent is given up; most end by themselves after two or three. */
const usualSweeps = 4

/**
 * Lowers the number of pairs who ever meet, one exchange at a time, without touching day totals, loads or rules. Who is
 * present on a day is a set of bits, so that an exchange costs a few dozen operations on words.
 */
export function lessMingling(
  table: RosterTable,
  unit: number,
  places: Places,
  fits?: (person: number, word: number) => boolean,
  sweeps = usualSweeps,
): void {
  const { from, to } = spanOf(table, unit)
  const { days } = table
  const people = to - from
  const words = (people + 31) >>> 5
  const present = new Uint32Array(days * words)
  const turn = (person: number, day: number, on: boolean) => {
    const at = day * words + (person >>> 5)
    if (on) present[at]! |= 1 << (person & 31)
    else present[at]! &= ~(1 << (person & 31))
  }
  const unitNow = arrange(table, unit, places, fits, turn)
  const { free, placed } = unitNow
  for (let person = 0; person < people; person++) {
    for (let rest = placed[person]!; rest; rest &= rest - 1) turn(person, firstDay(rest), true)
  }
  const known = new Uint32Array(words)
  const scratch = new Uint32Array(words)
  const gather = (word: number, out: Uint32Array) => {
    out.fill(0)
    for (let rest = word; rest; rest &= rest - 1) {
      const row = firstDay(rest) * words
      for (let at = 0; at < words; at++) out[at]! |= present[row + at]!
    }
  }
  const has = (set: Uint32Array, person: number) => (set[person >>> 5]! >>> (person & 31)) & 1
  /** Colleagues met on some days, two people left out. */
  const contacts = (word: number, one: number, other: number) => {
    gather(word, scratch)
    scratch[one >>> 5]! &= ~(1 << (one & 31))
    scratch[other >>> 5]! &= ~(1 << (other & 31))
    let met = 0
    for (let at = 0; at < words; at++) met += countDays(scratch[at]!)
    return met
  }
  const strangers = (day: number, acquainted: Uint32Array) => {
    let met = 0
    for (let at = 0; at < words; at++) met += countDays(present[day * words + at]! & ~acquainted[at]!)
    return met
  }
  /** Gives the day to somebody for whom it brings fewer new contacts than it brought. */
  const handOver = (person: number, day: number, lost: number): boolean => {
    for (let other = 0; other < people; other++) {
      if (!unitNow.mayHand(person, other, day)) continue
      gather(placed[other]!, scratch)
      if (strangers(day, scratch) - (has(scratch, person) ? 0 : 1) >= lost) continue
      if (!unitNow.fits(person, placed[person]! & ~(1 << day))) return false
      if (!unitNow.fits(other, placed[other]! | (1 << day))) continue
      unitNow.hand(person, other, day)
      return true
    }
    return false
  }
  /** Trades the day for another one, when the two people together meet fewer. */
  const tradeAway = (person: number, day: number, lost: number): boolean => {
    const own = placed[person]!
    for (let options = free[person]! & ~own; options; options &= options - 1) {
      const wanted = firstDay(options)
      if (strangers(wanted, known) > lost) continue
      for (let other = 0; other < people; other++) {
        const theirs = placed[other]!
        if (!((theirs >>> wanted) & 1) || !unitNow.mayTrade(person, other, day, wanted)) continue
        const ownAfter = (own & ~(1 << day)) | (1 << wanted)
        const theirsAfter = (theirs & ~(1 << wanted)) | (1 << day)
        const before = contacts(own, person, other) + contacts(theirs, person, other) + (own & theirs ? 1 : 0)
        const after =
          contacts(ownAfter, person, other) + contacts(theirsAfter, person, other) + (ownAfter & theirsAfter ? 1 : 0)
        if (after >= before || !unitNow.fits(person, ownAfter) || !unitNow.fits(other, theirsAfter)) continue
        unitNow.trade(person, other, day, wanted)
        return true
      }
    }
    return false
  }
  for (let sweep = 0, improved = true; improved && sweep < sweeps; sweep++) {
    improved = false
    for (let person = 0; person < people; person++) {
      for (let day = 0; day < days; day++) {
        const own = placed[person]!
        if (!((own >>> day) & 1)) continue
        gather(own & ~(1 << day), known)
        const lost = strangers(day, known) - (has(known, person) ? 0 : 1)
        if (lost > 0 && (handOver(person, day, lost) || tradeAway(person, day, lost))) improved = true
      }
    }
  }
}
