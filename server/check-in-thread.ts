/** The thread in which check-ins are kept and graded: neither do pages hold them up, nor they the pages. */
import { workerData } from 'node:worker_threads'
import { openDb } from '#platform/db.ts'
import { answer, failedOf } from '#platform/thread.ts'
import { type CounterTasks, type CounterThreadData, counterHere } from './check-in-counter.ts'

/** Three statements that keep are under way at most, beside those of the grader. */
const connections = 6

const { url } = workerData as CounterThreadData
const db = openDb(url, { connections })
const { keep, grader, stop } = counterHere(db)
answer({
  keep: async (arrived) =>
    (await Promise.allSettled(arrived.map(keep))).map((one) =>
      one.status === 'fulfilled' ? one.value : { failed: failedOf(one.reason) },
    ),
  tell: grader.tell,
  done: grader.done,
  async stop() {
    await stop()
    await db.destroy()
  },
} satisfies CounterTasks)
