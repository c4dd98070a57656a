/**
 * Many units in flat arrays: the form in which a country fits in memory. People stand in order of unit, then position;
 * one word per person holds the period. The last position of every unit is a tail of people whose place is not decided
 * here (heads at the office, exempt people at home), which may be empty. About 12 bytes a person and no object.
 */
export interface RosterTable {
  /** Days of the period, at most 31 (`daysOfWord`). */
  readonly days: number
  readonly people: number
  readonly units: number
  /** units + 1: first person of each unit. */
  readonly unitStart: Uint32Array
  /** units + 1: first position of each unit. */
  readonly positionIndex: Uint32Array
  /** positions + 1: first person of each position. */
  readonly positionStart: Uint32Array
  /** positions x days: fewest people drawn. */
  readonly positionMin: Uint16Array
  /** positions x days: most people drawn; null where no position has a limit. */
  readonly positionMax: Uint16Array | null
  /** people: bit d set when the draw decides day d. */
  readonly free: Uint32Array
  /** people: office days brought along, above or below one's share. */
  readonly carry: Int16Array
  /** units x days: people to draw. */
  readonly demand: Uint16Array
}

/** The rows of one unit: people `from` to `to` (excluded), and the positions they stand in. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly firstPosition: number
  readonly positions: number
}

export function spanOf(table: RosterTable, unit: number): Span {
  const firstPosition = table.positionIndex[unit]!
  const positions = table.positionIndex[unit + 1]! - firstPosition - 1
  return { from: table.unitStart[unit]!, to: table.positionStart[firstPosition + positions]!, firstPosition, positions }
}

/** The largest unit, in people and in positions: what scratch memory must hold. */
export function largestUnit({ units, unitStart, positionIndex }: RosterTable): { people: number; positions: number } {
  let people = 0
  let positions = 0
  for (let unit = 0; unit < units; unit++) {
    people = Math.max(people, unitStart[unit + 1]! - unitStart[unit]!)
    positions = Math.max(positions, positionIndex[unit + 1]! - positionIndex[unit]!)
  }
  return { people, positions }
}
