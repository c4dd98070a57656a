/** Three truth values: true, false, and null for what is not known (Kleene's strong logic). */
export type Truth = boolean | null

export const all = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true

export const any = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(null) ? null : false

export const opposite = (truth: Truth): Truth => (truth === null ? null : !truth)
