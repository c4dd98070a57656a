/** Sets of days in one machine word: bit d is day d of the period. This is what the inner loops run on. */

/** Days one word holds. One less than its bits, so that no mask is ever negative. */
export const daysOfWord = 31

/** The word in which every day of a period is set. */
export const fullWord = (days: number): number => 2 ** days - 1

export function countDays(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The earliest day of a set that is not empty. */
export const firstDay = (word: number): number => 31 - Math.clz32(word & -word)
