/** Masks of days, counted the verifier's own way. */

/** 1 when the day is in the mask, else 0. */
export const bit = (mask: bigint, day: number) => Number((mask >> BigInt(day)) % 2n)

/** How many days a mask holds. */
export function count(mask: bigint): number {
  let ones = 0
  for (const digit of mask.toString(2)) if (digit === '1') ones++
  return ones
}
