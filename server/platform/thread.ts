/**
 * A thread that is asked and answers: a processor and an event loop of its own, beside those that serve. Where native code
 * may abort, which ends every thread of a process, it is a process of its own instead.
 */
import { fork } from 'node:child_process'
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

/** The other side, whichever it is. */
interface Other {
  send(asked: unknown): void
  ref(): void
  unref(): void
  end(): Promise<unknown>
}

/** What is heard of the other side. */
interface Heard {
  answered(answered: Answered): void
  failed(why: unknown): void
  ended(): void
}

function threadOf(program: string, data: unknown, heard: Heard): Other {
  const worker = new Worker(program, { workerData: data })
  worker.on('message', heard.answered)
  worker.on('error', heard.failed)
  worker.on('exit', heard.ended)
  return {
    send: (asked) => worker.postMessage(asked),
    ref: () => worker.ref(),
    unref: () => worker.unref(),
    end: () => worker.terminate(),
  }
}

/** A process of its own. It is to end when the channel to it closes. */
function processOf(program: string, heard: Heard): Other {
  const child = fork(program, { execArgv: [], serialization: 'advanced' })
  child.on('message', (answered) => heard.answered(answered as Answered))
  child.on('error', heard.failed)
  child.on('exit', heard.ended)
  return {
    send: (asked) => child.send(asked as object),
    ref() {
      child.ref()
      child.channel?.ref()
    },
    unref() {
      child.unref()
      child.channel?.unref()
    },
    async end() {
      child.kill('SIGKILL')
    },
  }
}

/** The thread under way, and what it still owes. */
interface Running {
  readonly other: Other
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
  /** A process of its own: what aborts it ends nothing else. It finds no data. */
  readonly apart?: boolean
  /**
   * After so many milliseconds without any answer none will come: those who wait are told, and the next has a new one.
   * Absent: an answer may take as long as it takes.
   */
  readonly longest?: number
}

/** The thread ended, or does not answer: what it was asked may be done or not. */
export class ThreadEnded extends Error {}

/** A thread that starts when it is first asked, and anew when it has ended. While it owes nothing it holds up no end. */
export function openThread<Own extends Tasks>({ name, program, data, apart, longest }: ThreadOptions) {
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
    if (running.waiting.size === 0) return running.other.unref()
    running.other.ref()
    if (longest === undefined) return
    running.patience = setTimeout(() => {
      // Native code is left only when it returns: those who wait are told now.
      end(running, new ThreadEnded(`${name} does not answer.`))
      running.other.unref()
      void running.other.end()
    }, longest)
  }

  function start(): Running {
    const waiting: Running['waiting'] = new Map()
    const heard: Heard = {
      answered(answered) {
        const one = waiting.get(answered.id)
        waiting.delete(answered.id)
        wait(running)
        if ('answer' in answered) one?.resolve(answered.answer)
        else one?.reject(errorOf(answered.failed))
      },
      failed(why) {
        const { message, stack } = failedOf(why)
        process.stderr.write(`${name} failed: ${stack ?? message}\n`)
        end(running, new ThreadEnded(`${name} failed: ${message}`))
      },
      ended: () => end(running, new ThreadEnded(`${name} has ended.`)),
    }
    const other = apart ? processOf(program, heard) : threadOf(program, data, heard)
    const running: Running = { other, waiting, patience: undefined }
    return running
  }

  return {
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
        running.other.send({ id, task, given })
      }) as Promise<Awaited<ReturnType<Own[Task]>>>
    },
    async end(): Promise<void> {
      await current?.other.end()
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
