/** A figure with what it may be: `low` and `high` hold 95 of a hundred. */
export interface Band {
  readonly value: number
  readonly low: number
  readonly high: number
}

const z = 1.959964

/** A share of runs, with Wilson's interval (1927): it holds near 0 and 1 too. */
export function shareBand(count: number, runs: number): Band {
  const share = count / runs
  const middle = (share + (z * z) / (2 * runs)) / (1 + (z * z) / runs)
  const half = (z / (1 + (z * z) / runs)) * Math.sqrt((share * (1 - share)) / runs + (z * z) / (4 * runs * runs))
  return {
    value: share,
    low: Math.min(share, Math.max(0, middle - half)),
    high: Math.max(share, Math.min(1, middle + half)),
  }
}

/**
 * A mean over repeats with their own seeds, with the percentiles between which 95 of a hundred repeats fall: what one
 * repeat may say, and so wider than the doubt about the mean of all.
 */
export function repeatBand(means: readonly number[]): Band {
  const ordered = means.toSorted((one, other) => one - other)
  const at = (share: number) => {
    const place = share * (ordered.length - 1)
    const below = Math.floor(place)
    const [low, high] = [ordered[below]!, ordered[Math.min(below + 1, ordered.length - 1)]!]
    return low + (high - low) * (place - below)
  }
  const value = means.reduce((sum, mean) => sum + mean, 0) / means.length
  return { value, low: at(0.025), high: at(0.975) }
}
