/** Long work beside others: between its steps they have their turns. */
import { setTimeout as pause } from 'node:timers/promises'

/** A step that took less is no hindrance. */
const shortStep = 20
/** An answer asks the database several times, a turn of the loop each: so long it has the loop to itself. */
const breath = 20

/** Begins long work. @returns waits a moment where the work has held the loop since it last waited */
export function breathing(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < shortStep) return
    await pause(breath)
    since = performance.now()
  }
}
