/** A thread that is asked and answers: a processor and an event loop of its own, beside those that serve. */
import { parentPort, Worker } from 'node:worker_threads'

/** What a thread can be asked, by name. What is given and answered must survive a copy: plain data, no functions. */
// biome-ignore lint/suspicious/noExplicitAny: each thread says what its own are
type Tasks = Record<string, (...given: any[]) => unknown>

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (why: unknown) => void
}

/** An error as it crosses over: in plain words, for not every error can be copied, and a copy loses its code. */
export interface Failed {
  readonly message: string
  readonly stack?: string | undefined
  readonly code?: string | undefined
}

type Answered = { readonly id: number } & ({ readonly answer: unknown } | { readonly failed: Failed })

/** The thread under way, and what it still owes. */
interface Running {
  readonly worker: Worker
  readonly waiting: Map<number, Waiting>
  /** Runs out when no answer has come for too long. */
  patience: NodeJS.Timeout | undefined
}

export interface ThreadOptions {
  /** What the thread is called where it fails: "The thread that compiles documents". */
  readonly name: string
  /** The file it runs. */
  readonly program: string
  /** What it finds as `workerData`. */
  readonly data?: unknown
  /**
   * After so many milliseconds without any answer none will come: those who wait are told, and the next has a new one.
   * Absent: an answer may take as long as it takes.
   */
  readonly longest?: number
}

/** The thread ended, or does not answer: what it was asked may be done or not. */
export class ThreadEnded extends Error {}

/** A thread that starts when it is first asked, and anew when it has ended. While it owes nothing it holds up no end. */
export function openThread<Own extends Tasks>({ name, program, data, longest }: ThreadOptions) {
  let current: Running | undefined
  let asked = 0

  function end(running: Running, why: Error) {
    if (current === running) current = undefined
    clearTimeout(running.patience)
    for (const { reject } of running.waiting.values()) reject(why)
    running.waiting.clear()
  }

  function wait(running: Running) {
    clearTimeout(running.patience)
    if (running.waiting.size === 0) return running.worker.unref()
    running.worker.ref()
    if (longest === undefined) return
    running.patience = setTimeout(() => {
      // Native code is left only when it returns: those who wait are told now.
      end(running, new ThreadEnded(`${name} does not answer.`))
      running.worker.unref()
      running.worker.terminate()
    }, longest)
  }

  function start(): Running {
    const worker = new Worker(program, { workerData: data })
    const running: Running = { worker, waiting: new Map(), patience: undefined }
    worker.on('message', (answered: Answered) => {
      const waiting = running.waiting.get(answered.id)
      running.waiting.delete(answered.id)
      wait(running)
      if ('answer' in answered) waiting?.resolve(answered.answer)
      else waiting?.reject(errorOf(answered.failed))
    })
    worker.on('error', (why: unknown) => {
      const { message, stack } = failedOf(why)
      process.stderr.write(`${name} failed: ${stack ?? message}\n`)
      end(running, new ThreadEnded(`${name} failed: ${message}`))
    })
    worker.on('exit', () => end(running, new ThreadEnded(`${name} has ended.`)))
    return running
  }

  return {
    /** How many answers it owes. */
    owed: () => current?.waiting.size ?? 0,
    /** @throws what the thread threw, or ThreadEnded */
    ask<Task extends keyof Own & string>(
      task: Task,
      ...given: Parameters<Own[Task]>
    ): Promise<Awaited<ReturnType<Own[Task]>>> {
      current ??= start()
      const running = current
      const id = ++asked
      return new Promise<unknown>((resolve, reject) => {
        const isFirst = running.waiting.size === 0
        running.waiting.set(id, { resolve, reject })
        if (isFirst) wait(running)
        running.worker.postMessage({ id, task, given })
      }) as Promise<Awaited<ReturnType<Own[Task]>>>
    },
    async end(): Promise<void> {
      await current?.worker.terminate()
    },
  }
}

export type Thread<Own extends Tasks> = ReturnType<typeof openThread<Own>>

/** What a thread would be asked, answered beside whoever asks: where one is not worth its start. */
export const askedHere = <Own extends Tasks>(tasks: Own): Pick<Thread<Own>, 'ask'> => ({
  ask: async (task, ...given) => (await tasks[task]?.(...given)) as never,
})

/** The other end, in the program of the thread: answers what it is asked, in whatever order answers are ready. */
export function answer(tasks: Tasks) {
  parentPort?.on('message', async ({ id, task, given }: { id: number; task: string; given: unknown[] }) => {
    try {
      parentPort?.postMessage({ id, answer: await tasks[task]?.(...given) })
    } catch (failed) {
      parentPort?.postMessage({ id, failed: failedOf(failed) })
    }
  })
}

/** An error in plain words. */
export function failedOf(why: unknown): Failed {
  if (!(why instanceof Error)) return { message: String(why) }
  const { code } = why as { readonly code?: unknown }
  return { message: why.message, stack: why.stack, code: typeof code === 'string' ? code : undefined }
}

/** The error again, on this side. */
export const errorOf = ({ message, ...rest }: Failed): Error => Object.assign(new Error(message), rest)
