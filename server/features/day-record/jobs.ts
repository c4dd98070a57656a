import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db.ts'
import { closeDaysEverywhere } from './service.ts'

const everyTenMinutes = 10 * 60_000

/** Closes days that are over, from now on. The end waits for what is under way. */
export function startClosing(source: { readonly db: Db; readonly clock: Clock }): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const next = async () => {
    await closeDaysEverywhere(source).catch((error) => process.stderr.write(`No days were closed: ${error}\n`))
    if (!stopped) timer = setTimeout(() => (running = next()), everyTenMinutes)
  }
  let running = next()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
