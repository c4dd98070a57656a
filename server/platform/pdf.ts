/** Documents as PDF: a template of ours, filled with data, compiled by Typst on a thread of its own. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { installation } from './installation.ts'
import type { Refusal } from './refusal.ts'

/** The media type of PDF. */
export const pdfType = 'application/pdf'

interface Awaited {
  readonly resolve: (pdf: Buffer) => void
  readonly reject: (why: Error) => void
}

type Answer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly failed: string })

/** The thread, and the documents it still owes. */
interface Thread {
  readonly worker: Worker
  readonly awaited: Map<number, Awaited>
  /** Runs out when no document has come for too long. */
  patience: NodeJS.Timeout | undefined
}

/** Who asks for one more is told to come back. */
const mostAwaited = 8
/** A document takes a tenth of a second, on a slow machine a few: after so long none will come. */
const longest = 20_000
const retryAfterSeconds = 5

/** What makes documents: one thread that the first document starts, and another one when it has ended. */
export function openPress() {
  let current: Thread | undefined
  let asked = 0

  function end(thread: Thread, why: Error) {
    if (current === thread) current = undefined
    clearTimeout(thread.patience)
    for (const { reject } of thread.awaited.values()) reject(why)
    thread.awaited.clear()
  }

  /** While a document is awaited the process lives for it, and patience runs; the idle thread holds up no end. */
  function wait(thread: Thread) {
    clearTimeout(thread.patience)
    if (thread.awaited.size === 0) return thread.worker.unref()
    thread.worker.ref()
    thread.patience = setTimeout(() => {
      // Within the compiler a thread ends only when the compiler comes back: those who wait are told now.
      end(thread, new Error('The thread that compiles documents does not answer.'))
      thread.worker.unref()
      thread.worker.terminate()
    }, longest)
  }

  /** A document of a hundred milliseconds would hold up everybody's check-in: it is made beside the event loop. */
  function start(): Thread {
    const worker = new Worker(join(installation(), 'server/platform/pdf-worker.mjs'))
    const started: Thread = { worker, awaited: new Map(), patience: undefined }
    worker.on('message', (answer: Answer) => {
      const waiting = started.awaited.get(answer.id)
      started.awaited.delete(answer.id)
      wait(started)
      if ('pdf' in answer) waiting?.resolve(Buffer.from(answer.pdf))
      else waiting?.reject(new Error(`The template cannot be compiled: ${answer.failed}`))
    })
    worker.on('error', (why) => end(started, why))
    worker.on('exit', () => end(started, new Error('The thread that compiles documents has ended.')))
    return started
  }

  /** A document of a Typst source; a refusal where too many are awaited already. */
  return async (source: string, data: unknown): Promise<Buffer | Refusal> => {
    current ??= start()
    const thread = current
    if (thread.awaited.size >= mostAwaited) return { refused: 'try-soon', after: retryAfterSeconds }
    const id = ++asked
    return new Promise((resolve, reject) => {
      const isFirst = thread.awaited.size === 0
      thread.awaited.set(id, { resolve, reject })
      if (isFirst) wait(thread)
      thread.worker.postMessage({ id, template: source, data })
    })
  }
}

const press = openPress()

/**
 * A document as PDF/A; a refusal where too many are awaited already.
 * @param template the path of a Typst file from the folder of Piket; it reads `json(bytes(sys.inputs.data))`, so that
 * words of people are data and never part of the program. It chooses no font: the thread gives it those there are
 */
export const pdfOf = async (template: string, data: unknown): Promise<Buffer | Refusal> =>
  press(await readFile(join(installation(), template), 'utf8'), data)
