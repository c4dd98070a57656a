/** Places that break a pattern of a row of days: counted, bounded from below, and lowered by exchanges. */
import { arrange } from './arrangement.ts'
import { type DayMask, hasDay, sizeOf } from './day-mask.ts'
import type { Draw } from './draw.ts'
import type { Places } from './fairest.ts'
import { leastOverlong, overlongDays, type RunsOfWord, runsCost } from './runs.ts'
import type { RosterTable } from './table.ts'
import { countDays, firstDay, fullWord } from './word.ts'

export type RowPattern = 'whole-weeks' | 'alternating'

/** Changes of place from one free day to the next inside a week. */
export function changesInWeeks(free: DayMask, drawn: DayMask, weeks: readonly number[]): number {
  let changes = 0
  for (let day = 1; day < weeks.length; day++) {
    if (weeks[day] !== weeks[day - 1] || !hasDay(free, day) || !hasDay(free, day - 1)) continue
    if (hasDay(drawn, day) !== hasDay(drawn, day - 1)) changes++
  }
  return changes
}

/** Turns in the place of the turn before. Leave and days off are no turns (circular-language 6.2). */
export function repeatedTurns(free: DayMask, drawn: DayMask, days: number): number {
  let repeats = 0
  let before: boolean | undefined
  for (let day = 0; day < days; day++) {
    if (!hasDay(free, day)) continue
    const now = hasDay(drawn, day)
    if (now === before) repeats++
    before = now
  }
  return repeats
}

/**
 * Breaks of a roster, and how few any roster with these loads and seats must have. Whole weeks: on two days of a week
 * people change at least by the difference in seats, less those who are free on one of them only. Alternating: so many
 * office days among so many turns allow only so many changes. Days beyond the longest run that a clause allows are breaks
 * of their own.
 */
export function breaksOf(
  pattern: RowPattern | null,
  draw: Draw,
  places: readonly DayMask[],
): { value: number; bound: number } {
  const { days, weeks, people, patternDays } = draw
  let value = 0
  let bound = 0
  for (const [person, { free: all, fixed, source }] of people.entries()) {
    const drawn = places[person]!
    for (const limit of source.runs ?? []) {
      value += overlongDays(limit, fixed | drawn)
      bound += leastOverlong(limit, { free: all, fixed, drawn })
    }
    if (pattern === null) continue
    const free = all & patternDays
    if (pattern === 'whole-weeks') {
      value += changesInWeeks(free, drawn, weeks)
      continue
    }
    value += repeatedTurns(free, drawn, days)
    const turns = sizeOf(free)
    // Of the same load more or fewer days may fall on those of the pattern.
    const least = Math.max(0, sizeOf(drawn) - sizeOf(all & ~patternDays))
    const here = Math.max(least, Math.min(sizeOf(drawn), Math.floor(turns / 2)))
    bound += Math.max(0, turns - 1 - 2 * Math.min(here, turns - here))
  }
  if (pattern !== 'whole-weeks') return { value, bound }
  const seats = (day: number) => places.filter((drawn) => hasDay(drawn, day)).length
  for (let day = 1; day < days; day++) {
    if (weeks[day] !== weeks[day - 1] || !hasDay(patternDays, day) || !hasDay(patternDays, day - 1)) continue
    const onOne = people.filter(({ free }) => hasDay(free, day) !== hasDay(free, day - 1)).length
    bound += Math.max(0, Math.abs(seats(day) - seats(day - 1)) - onOne)
  }
  return { value, bound }
}

/** Exchanges that one descent may look at. A fixed number, and not a time, so that every machine finds the same roster. */
const exchangesTried = 4_000_000

/**
 * Lowers the breaks of one unit without touching day totals, loads or rules. Each exchange removes one at least; large
 * units may leave some that a longer search would find.
 * @param asked what is asked for, and the days on which the pattern is
 */
export function fewerBreaks(
  asked: { readonly pattern: RowPattern | null; readonly days: number; readonly runs: RunsOfWord },
  table: RosterTable,
  places: Places,
  weeks: readonly number[],
  fits?: (person: number, word: number) => boolean,
): void {
  const unit = arrange(table, 0, places, fits)
  const { free, placed, people, days } = unit
  const own = free.map((word) => word & asked.days)
  const ofPattern =
    asked.pattern === null
      ? () => 0
      : asked.pattern === 'whole-weeks'
        ? weekChanges(own, weeks)
        : turnRepeats(own, days)
  const ofRuns = runsCost(asked.runs)
  const breaks = (person: number, word: number) => ofPattern(person, word) + ofRuns(person, word)
  const now = Int32Array.from(placed, (word, person) => breaks(person, word))
  let left = exchangesTried
  const handOver = (person: number, day: number, own: number): boolean => {
    const less = breaks(person, own & ~(1 << day)) - now[person]!
    for (let other = 0; other < people; other++) {
      if (!unit.mayHand(person, other, day)) continue
      left--
      const theirs = placed[other]! | (1 << day)
      if (less + breaks(other, theirs) - now[other]! >= 0) continue
      if (!unit.fits(person, own & ~(1 << day)) || !unit.fits(other, theirs)) continue
      unit.hand(person, other, day)
      now[person]! += less
      now[other] = breaks(other, theirs)
      return true
    }
    return false
  }
  const tradeAway = (person: number, day: number, own: number): boolean => {
    for (let options = free[person]! & ~own; options; options &= options - 1) {
      const wanted = firstDay(options)
      const ownAfter = (own & ~(1 << day)) | (1 << wanted)
      const change = breaks(person, ownAfter) - now[person]!
      // Two days have four neighbours, so the other person cannot save more.
      if (change >= 4 || !unit.fits(person, ownAfter)) continue
      for (let other = 0; other < people; other++) {
        const theirs = placed[other]!
        if (!((theirs >>> wanted) & 1) || change >= now[other]! || !unit.mayTrade(person, other, day, wanted)) continue
        left--
        const theirsAfter = (theirs & ~(1 << wanted)) | (1 << day)
        if (change + breaks(other, theirsAfter) - now[other]! >= 0 || !unit.fits(other, theirsAfter)) continue
        unit.trade(person, other, day, wanted)
        now[person]! += change
        now[other] = breaks(other, theirsAfter)
        return true
      }
    }
    return false
  }
  for (let improved = true; improved && left > 0; ) {
    improved = false
    for (let person = 0; person < people; person++) {
      for (let day = 0; day < days && now[person]! > 0 && left > 0; day++) {
        const own = placed[person]!
        if (!((own >>> day) & 1)) continue
        if (handOver(person, day, own) || tradeAway(person, day, own)) improved = true
      }
    }
  }
}

/** `changesInWeeks` on words. */
function weekChanges(free: Uint32Array, weeks: readonly number[]) {
  let sameWeek = 0
  for (let day = 1; day < weeks.length; day++) if (weeks[day] === weeks[day - 1]) sameWeek |= 1 << (day - 1)
  const pairs = Uint32Array.from(free, (word) => word & (word >>> 1) & sameWeek)
  return (person: number, word: number) => countDays((word ^ (word >>> 1)) & pairs[person]!)
}

/** `repeatedTurns` on words: neighbouring free days at once, those with days off between them one by one. */
function turnRepeats(free: Uint32Array, days: number) {
  const pairs = Uint32Array.from(free, (word) => word & (word >>> 1))
  const gaps = Array.from(free, (word) => {
    const found: (readonly [number, number])[] = []
    for (let rest = word, before = -1; rest; rest &= rest - 1) {
      const day = firstDay(rest)
      if (before >= 0 && day > before + 1) found.push([before, day])
      before = day
    }
    return found
  })
  const period = fullWord(days)
  return (person: number, word: number) => {
    let repeats = countDays(~(word ^ (word >>> 1)) & pairs[person]! & period)
    for (const [before, day] of gaps[person]!) if (((word >>> before) & 1) === ((word >>> day) & 1)) repeats++
    return repeats
  }
}
