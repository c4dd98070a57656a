import { makeBalancer } from './balance.ts'
import { makeDealer } from './deal.ts'
import type { RosterTable } from './table.ts'

export interface Places {
  /** people: bit d set when drawn for day d. */
  readonly placed: Uint32Array
  /** people: carry plus drawn days. */
  readonly load: Int16Array
}

export const emptyPlaces = ({ people }: RosterTable): Places => ({
  placed: new Uint32Array(people),
  load: new Int16Array(people),
})

/**
 * The fairest roster of every unit of a table, exact: day totals, minima and maxima hold and loads are decreasingly
 * minimal. Each unit must be one whose days can be met one by one (`meetable` in draw.ts); where that is not so the
 * totals fall short, and `roster` explains. Units do not touch each other, so ranges of units may run anywhere.
 * @param into written in place, so that a country can be drawn again without new memory
 * @returns exchanges the exact step needed after the deal
 */
export function fairest(table: RosterTable, into: Places, firstUnit = 0, pastUnit = table.units): number {
  const deal = makeDealer(table)
  const balance = makeBalancer(table)
  const { placed, load } = into
  let chains = 0
  for (let unit = firstUnit; unit < pastUnit; unit++) {
    deal(unit, placed, load)
    chains += balance(unit, placed, load)
  }
  return chains
}
