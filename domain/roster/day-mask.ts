import type { Day } from '../calendar/day.ts'

/** A set of days of one period: bit n is the n-th day of `RosterInput.days`. A bigint, because a quarter has 65 days. */
export type DayMask = bigint

export const noDays: DayMask = 0n

export const maskOf = (indexes: Iterable<number>): DayMask => {
  let mask = noDays
  for (const index of indexes) mask |= 1n << BigInt(index)
  return mask
}

/** The mask of those days of the period that meet a condition. */
export const maskWhere = (days: readonly Day[], holds: (day: Day, index: number) => boolean): DayMask =>
  maskOf(days.flatMap((day, index) => (holds(day, index) ? [index] : [])))

export const allOf = (count: number): DayMask => (1n << BigInt(count)) - 1n

export const hasDay = (mask: DayMask, index: number): boolean => ((mask >> BigInt(index)) & 1n) === 1n

/** The indexes in a mask, ascending. */
export function indexesOf(mask: DayMask): number[] {
  const indexes: number[] = []
  for (let rest = mask, index = 0; rest > 0n; rest >>= 1n, index++) if (rest & 1n) indexes.push(index)
  return indexes
}

export function sizeOf(mask: DayMask): number {
  let size = 0
  for (let rest = mask; rest > 0n; rest &= rest - 1n) size++
  return size
}
