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

/** Does work in its steps, and lets others have their turns between them. */
export async function stepped<Answer>(work: Generator<unknown, Answer>): Promise<Answer> {
  const breathe = breathing()
  let step = work.next()
  while (!step.done) {
    await breathe()
    step = work.next()
  }
  return step.value
}
