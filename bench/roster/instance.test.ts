import { cohortRoster, daysOfLevel } from '@piket/domain/roster/cohorts.ts'
import { emptyPlaces, fairest, type Places } from '@piket/domain/roster/fairest.ts'
import { countPairs, pairBound } from '@piket/domain/roster/pairs.ts'
import { type RosterTable, spanOf } from '@piket/domain/roster/table.ts'
import { countDays } from '@piket/domain/roster/word.ts'
import { expect, test } from 'vitest'
import { office40, regency } from './instance.ts'

function quality(table: RosterTable, { load }: Places) {
  let squares = 0
  let spread = 0
  for (let unit = 0; unit < table.units; unit++) {
    const { from, to } = spanOf(table, unit)
    const own = load.subarray(from, to)
    squares += own.reduce((sum, one) => sum + one * one, 0)
    spread += Math.max(...own) - Math.min(...own)
  }
  return { squares, spread }
}

// The optimum of the generated staff: any exact engine must find these numbers.
test.each([
  ['an office of 40', office40(), { squares: 4534, spread: 1 }],
  ['a regency of 10,000 in 60 units', regency(), { squares: 1_777_321, spread: 59 }],
])('%s stands at its optimum', (_, table, optimum) => {
  const places = emptyPlaces(table)
  fairest(table, places)
  expect(quality(table, places)).toEqual(optimum)
})

test('drawing again into used memory, or unit by unit, gives the same places', () => {
  const table = regency()
  const once = emptyPlaces(table)
  fairest(table, once)
  const again = emptyPlaces(table)
  again.placed.fill(12345)
  for (let unit = table.units - 1; unit >= 0; unit--) fairest(table, again, unit, unit + 1)
  expect(again).toEqual(once)
})

test('cohorts keep fairness and come near the fewest pairs there can be', () => {
  const table = regency()
  const places = emptyPlaces(table)
  const weeks = Array.from({ length: table.days }, (_, day) => Math.floor(day / 5))
  let pairs = 0
  let bound = 0
  for (let unit = 0; unit < table.units; unit++) {
    cohortRoster(table, unit, places, weeks, ['day', 'week'])
    const { from, to } = spanOf(table, unit)
    const least = Math.min(...table.demand.subarray(unit * table.days, (unit + 1) * table.days))
    const union = (one: number, other: number) => countDays(table.free[from + one]! | table.free[from + other]!)
    pairs += countPairs(places.placed.subarray(from, to))
    bound += pairBound(daysOfLevel(table, unit).days, union, least, table.days)
  }
  expect(quality(table, places)).toEqual({ squares: 1_777_321, spread: 59 })
  expect(pairs / bound).toBeLessThan(1.15)
})
