/** Jobs that are queued with what they are about, and run once that is written. */
import { Logger, run, type Task } from 'graphile-worker'
import { sql } from 'kysely'
import type { Tx } from './db.ts'

/**
 * Queues a job: it runs when the transaction is written, and is not there when that fails.
 * @param tries after so many the queue lets it be; before each further one it waits e to the power of those so far, in
 * seconds
 * @param waits seconds before it runs at the earliest
 */
export const enqueue = (tx: Tx, task: string, payload: object, tries: number, waits = 0) =>
  sql`select enqueue(${task}, ${JSON.stringify(payload)}::json, ${tries}::integer, ${waits}::integer)`.execute(tx)

/** One of the attempts at a job. The queue counts them all, also those that end with the process. */
export interface Attempt {
  /** The queue makes no other. */
  readonly isLast: boolean
}

/** What does a job; it throws where the job is to be tried again. */
export type Tasks = Readonly<Record<string, (payload: unknown, attempt: Attempt) => Promise<void>>>

/** Says nothing: whoever queued a job keeps how it stands, and a broken machine is told by the task itself. */
export const silent = new Logger(() => () => {})

/**
 * Begins to run jobs, as the owner of the queue.
 * @returns what to call at the end: it waits for the jobs under way
 */
export async function startWorker(ownerUrl: string, tasks: Tasks): Promise<() => Promise<void>> {
  const runner = await run({
    connectionString: ownerUrl,
    concurrency: 2,
    noHandleSignals: true,
    logger: silent,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]): [string, Task] => [
        name,
        (payload, { job }) => task(payload, { isLast: job.attempts >= job.max_attempts }),
      ]),
    ),
  })
  return () => runner.stop()
}
