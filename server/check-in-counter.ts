/** Where check-ins are kept and graded: beside all else that is served, or in a thread of their own. */
import { batched } from '#platform/batched.ts'
import { type Db, isOfRow } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { openThread, ThreadEnded } from '#platform/thread.ts'
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
  return { keep, grader, stop: grader.stop }
}

/** What the thread is given: the address of the database, for pools do not cross over. */
export interface CounterThreadData {
  readonly url: string
}

/** What the thread can be asked. */
export type CounterTasks = {
  keep(arrived: readonly ArrivedCheckIn[]): Promise<(KeptCheckIn | Refusal)[]>
  tell(region: string, day: string): void
  done(): Promise<void>
  stop(): Promise<void>
}

const retryAfterSeconds = 5

/**
 * In a thread of its own.
 * @param program `check-in-thread.ts`, built
 * @param url of the database, as the role that owns no table
 */
export function counterInThread(program: string, url: string): Counter {
  const data: CounterThreadData = { url }
  const thread = openThread<CounterTasks>({ name: 'The thread that keeps check-ins', program, data })

  async function keepMany(arrived: readonly ArrivedCheckIn[]): Promise<readonly (KeptCheckIn | Refusal)[]> {
    try {
      return await thread.ask('keep', arrived)
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error
      return arrived.map(() => ({ refused: 'try-soon', after: retryAfterSeconds }))
    }
  }

  return {
    // A message costs as much as a check-in: what arrives in one turn of the event loop crosses over together. Where the
    // fault of one row fails a message, the others are sent again: what was kept is answered alike.
    keep: batched(keepMany, { slots: Number.POSITIVE_INFINITY, isOfOne: isOfRow }),
    grader: {
      tell: (region, day) => void thread.ask('tell', region, day).catch(() => {}),
      done: () => thread.ask('done'),
    },
    async stop() {
      await thread.ask('stop')
      await thread.end()
    },
  }
}
