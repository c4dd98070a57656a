/** Chance that repeats itself: the same seed gives the same numbers on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from 0, below the count. */
  below(count: number): number
  /** A whole number between both, both inside. */
  between(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(choices: readonly T[]): T
  /** Picks by weight; weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T
}

/** Random numbers that follow from a text alone: sfc32 (PractRand), seeded by FNV-1a. */
export function randomFrom(seed: string): Random {
  let [a, b, c, count] = [fnv(seed, 1), fnv(seed, 2), fnv(seed, 3), 1]
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  const below = (size: number) => Math.floor(next() * size)
  return {
    next,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => next() < share,
    pick: (choices) => choices[below(choices.length)] as (typeof choices)[number],
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return (choices.at(-1) as (typeof choices)[number])[0]
    },
  }
}

function fnv(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash | 0
}

/**
 * Shares a whole number out by weights, largest remainders first; the parts add up to the total exactly.
 * @param total at least 0
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum))
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((all, part) => all + part, 0)
  const order = exact.map((_, at) => at).sort((x, y) => rest(exact, y) - rest(exact, x) || x - y)
  for (const at of order.slice(0, left)) parts[at] = (parts[at] as number) + 1
  return parts
}

const rest = (exact: readonly number[], at: number) => (exact[at] as number) % 1
