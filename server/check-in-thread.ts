/** The thread in which check-ins are kept and graded: neither do pages hold them up, nor they the pages. */
import { workerData } from 'node:worker_threads'
import { openDb } from '#platform/db.ts'
import { answer } from '#platform/thread.ts'
import { type CounterTasks, type CounterThreadData, counterHere } from './check-in-counter.ts'

/** Two statements are under way at most, and the grader's. */
const connections = 6

const { url } = workerData as CounterThreadData
const db = openDb(url, { connections })
const { keep, grader, stop } = counterHere(db)
answer({
  keep: (arrived) => Promise.all(arrived.map(keep)),
  tell: grader.tell,
  done: grader.done,
  async stop() {
    await stop()
    await db.destroy()
  },
} satisfies CounterTasks)
