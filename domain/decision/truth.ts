/** Three truth values: true, false, and null for what is not known (Kleene's strong logic). */
export type Truth = boolean | null

/** True when every answer is true; stops at the first false, so that nothing is asked in vain. */
export function every<T>(items: readonly T[], ask: (item: T) => Truth): Truth {
  let truth: Truth = true
  for (const item of items) {
    const answer = ask(item)
    if (answer === false) return false
    if (answer === null) truth = null
  }
  return truth
}

/** True when some answer is true; stops there. */
export function some<T>(items: readonly T[], ask: (item: T) => Truth): Truth {
  let truth: Truth = false
  for (const item of items) {
    const answer = ask(item)
    if (answer === true) return true
    if (answer === null) truth = null
  }
  return truth
}

export const opposite = (truth: Truth): Truth => (truth === null ? null : !truth)
