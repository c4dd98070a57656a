/** Where check-ins are kept and graded: beside all else that is served, or in a thread of their own. */
import { setTimeout as pause } from 'node:timers/promises'
import { batched } from '#platform/batched.ts'
import type { Db } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { errorOf, type Failed, openThread, ThreadEnded } from '#platform/thread.ts'
import { type ArrivedCheckIn, checkInCounter, type KeptCheckIn } from './features/check-in/service.ts'
import { type CheckInGrader, checkInGrader } from './features/check-in-grade/service.ts'

export interface Counter {
  /** Keeps a check-in, once however often it comes. When this has answered, no crash loses it. */
  keep(arrived: ArrivedCheckIn): Promise<KeptCheckIn | Refusal>
  readonly grader: CheckInGrader
  /** Ends after what is under way. */
  stop(): Promise<void>
}

/** In this thread. */
export function counterHere(db: Db): Counter {
  const { keep, isBusy } = checkInCounter(db, (region, day) => grader.tell(region, day))
  const grader = checkInGrader(db, isBusy)
  const open = closable(keep)
  return {
    keep: open.keep,
    grader,
    async stop() {
      await open.close()
      await grader.stop()
    },
  }
}

/** What the thread is given: the address of the database, for pools do not cross over. */
export interface CounterThreadData {
  readonly url: string
}

/** What became of one of many: it was kept, or refused, or it failed and nobody else did. */
export type Outcome = KeptCheckIn | Refusal | { readonly failed: Failed }

/** What the thread can be asked. */
export type CounterTasks = {
  keep(arrived: readonly ArrivedCheckIn[]): Promise<Outcome[]>
  tell(region: string, day: string): void
  done(): Promise<void>
  stop(): Promise<void>
}

const tryAgain: Refusal = { refused: 'try-soon', after: 5 }

/** The end waits no longer for a database that hangs. */
const patience = 5000

/**
 * In a thread of its own.
 * @param program `check-in-thread.ts`, built
 * @param url of the database, as the role that owns no table
 */
export function counterInThread(program: string, url: string): Counter {
  const data: CounterThreadData = { url }
  const thread = openThread<CounterTasks>({ name: 'The thread that keeps check-ins', program, data })

  // A message costs as much as a check-in: what arrives in one turn of the event loop crosses over together.
  const together = batched(
    async (arrived: readonly ArrivedCheckIn[]): Promise<readonly Outcome[]> => {
      try {
        return await thread.ask('keep', arrived)
      } catch (error) {
        if (!(error instanceof ThreadEnded)) throw error
        return arrived.map(() => tryAgain)
      }
    },
    { slots: Number.POSITIVE_INFINITY },
  )
  const open = closable(async (arrived: ArrivedCheckIn) => {
    const outcome = await together(arrived)
    if ('failed' in outcome) throw errorOf(outcome.failed)
    return outcome
  })

  return {
    keep: open.keep,
    grader: {
      tell: (region, day) => void thread.ask('tell', region, day).catch(() => {}),
      done: () => thread.ask('done'),
    },
    async stop() {
      const ended = open.close().then(() => thread.ask('stop').catch(() => {}))
      await Promise.race([ended, pause(patience, undefined, { ref: false })])
      await thread.end()
    },
  }
}

/** Keeps check-ins until it is closed, which waits for those under way; later ones are told to come again. */
function closable(keep: Counter['keep']): Pick<Counter, 'keep'> & { close(): Promise<void> } {
  const open = new Set<Promise<unknown>>()
  let isClosed = false
  return {
    async keep(arrived) {
      if (isClosed) return tryAgain
      const kept = keep(arrived)
      open.add(kept)
      try {
        return await kept
      } finally {
        open.delete(kept)
      }
    },
    async close() {
      isClosed = true
      await Promise.allSettled(open)
    },
  }
}
