import type { Day } from '@piket/domain/calendar/day.ts'
import { addDays, weekdayOf } from '@piket/domain/calendar/day.ts'
import type { DayDemand, PositionRule, RosterInput, RosterPerson } from '@piket/domain/roster/roster-input.ts'
import { type RosterTable, spanOf } from '@piket/domain/roster/table.ts'
import { fullWord } from '@piket/domain/roster/word.ts'

/** Working days from 1 July 2026, a Wednesday, on. */
function workingDays(count: number): Day[] {
  const days: Day[] = []
  for (let day = '2026-07-01' as Day; days.length < count; day = addDays(day, 1)) {
    if (!['saturday', 'sunday'].includes(weekdayOf(day))) days.push(day)
  }
  return days
}

/** One unit of a table as the public interface takes it: exact day totals, service minima, leave as days taken away. */
export function inputOf(table: RosterTable, unit: number): RosterInput {
  const { from, firstPosition, positions } = spanOf(table, unit)
  const { days, positionStart, positionMin, demand } = table
  const all = fullWord(days)
  const people: RosterPerson[] = []
  const rules: PositionRule[] = []
  for (let position = 0; position < positions; position++) {
    const row = firstPosition + position
    rules.push({
      position: `post-${position}`,
      min: [...positionMin.subarray(row * days, (row + 1) * days)],
      clause: 'service',
    })
    for (let person = positionStart[row] ?? 0; person < (positionStart[row + 1] ?? 0); person++) {
      const free = table.free[person] ?? 0
      people.push({
        id: `E-${String(person - from).padStart(5, '0')}`,
        position: `post-${position}`,
        free: BigInt(free),
        office: 0n,
        carry: table.carry[person] ?? 0,
        away: free === all ? [] : [{ mask: BigInt(all & ~free), clause: 'leave' }],
      })
    }
  }
  const seats = [...demand.subarray(unit * days, (unit + 1) * days)]
  return {
    days: workingDays(days),
    unit: {
      id: `unit-${unit}`,
      people,
      demand: seats.map((count): DayDemand => ({ min: count, max: count, clause: 'quota' })),
      positions: rules,
    },
    pattern: 'daily',
    seed: 1,
  }
}
