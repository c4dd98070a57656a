import type { Places } from './fairest.ts'
import { makePositionKeeper } from './position-keeper.ts'
import type { RosterTable } from './table.ts'
import { countDays, firstDay } from './word.ts'

/**
 * Deals weeks instead of days in a table of one unit: for each week the least loaded people, as many as its fullest day
 * has seats, those who are there most of it first among equals. Days count as load, not weeks, for holidays shorten
 * weeks. Seats of absent members go to the least loaded who are free. Exact when nobody is absent and a week's seats do
 * not change; otherwise a good roster and no more (set packing is NP-hard).
 * @param patternDays the days on which weeks are asked for; the others go to the least loaded, one by one
 */
export function dealWeeks(table: RosterTable, places: Places, weeks: readonly number[], patternDays: number): void {
  const { free, carry, demand, days } = table
  const { placed, load } = places
  const people = table.positionStart[table.positionIndex[1]! - 1]!
  for (let person = 0; person < people; person++) {
    placed[person] = 0
    load[person] = carry[person]!
  }
  const everybody = Array.from({ length: people }, (_, person) => person)
  const byLoad = (one: number, other: number) => load[one]! - load[other]! || one - other
  for (let week = 0; week <= (weeks.at(-1) ?? -1); week++) {
    let inside = 0
    let seats = 0
    for (let day = 0; day < days; day++) {
      if (weeks[day] !== week) continue
      inside |= 1 << day
      if ((patternDays >>> day) & 1) seats = Math.max(seats, demand[day]!)
    }
    const there = (person: number) => countDays(free[person]! & inside & patternDays)
    const members = new Set(
      everybody
        .filter((person) => there(person) > 0)
        .sort((one, other) => load[one]! - load[other]! || there(other) - there(one) || one - other)
        .slice(0, seats),
    )
    for (let rest = inside; rest; rest &= rest - 1) {
      const day = firstDay(rest)
      const ready = everybody.filter((person) => (free[person]! >>> day) & 1)
      const comes = (person: number) => ((patternDays >>> day) & 1) === 1 && members.has(person)
      const own = ready.filter(comes).sort(byLoad)
      const others = ready.filter((person) => !comes(person)).sort(byLoad)
      for (const person of [...own, ...others].slice(0, demand[day]!)) {
        placed[person]! |= 1 << day
        load[person]!++
      }
    }
  }
  makePositionKeeper(table)(0, placed, load)
}
