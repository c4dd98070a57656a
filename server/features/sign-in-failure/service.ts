/** Wrong passwords and codes: a growing pause and never a lock, for at half past seven everybody must get in. */
import type { Tx } from '#platform/db.ts'
import { addFailure, failuresOf, forgetFailures } from './queries.ts'

/** Whose tries are counted together. */
export interface Trying {
  readonly login: string
  /** A random name the browser keeps, so that failures elsewhere do not slow its owner down; or where else it is tried. */
  readonly browser: string
}

const triesWithoutPause = 10
const longestPause = 300
/**
 * Seconds without a failure after which those before count no more: nobody's typing of this morning slows them down in
 * the afternoon. Waiting for it wins a guesser nothing, for in that time the longest pause allows more tries.
 */
const forgottenAfter = 7200

/** Seconds between tries after so many failures: none at first, then doubling up to five minutes. */
const pauseAfter = (failures: number): number =>
  failures < triesWithoutPause ? 0 : Math.min(longestPause, 2 ** (failures - triesWithoutPause))

/** Seconds to wait before the next try; 0: none. */
export async function pauseOf(tx: Tx, { login, browser }: Trying, at: Date): Promise<number> {
  const failed = await failuresOf(tx, login, browser, at)
  if (failed === undefined) return 0
  // A clock that was set back makes nobody wait for it.
  return Math.max(0, Math.ceil(pauseAfter(failed.failures) - Math.max(0, failed.ago)))
}

/** Counts a try that was wrong, and begins at one where the one before is long past. */
export const noteFailed = (tx: Tx, { login, browser }: Trying, at: Date) =>
  addFailure(tx, { login, browser, at, countedSince: new Date(at.getTime() - forgottenAfter * 1000) })

/** Begins to count anew after one that was right. */
export const forgetFailed = (tx: Tx, { login, browser }: Trying) => forgetFailures(tx, login, browser)
