/** Documents as PDF: a template of ours, filled with data, compiled by Typst on a thread of its own. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { installation } from './installation.ts'

/** The media type of PDF. */
export const pdfType = 'application/pdf'

interface Awaited {
  readonly resolve: (pdf: Buffer) => void
  readonly reject: (why: Error) => void
}

type Answer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly failed: string })

/** The thread, and the documents it still owes. */
interface Press {
  readonly worker: Worker
  readonly awaited: Map<number, Awaited>
}

let press: Press | undefined
let asked = 0

/** A document of a hundred milliseconds would hold up everybody's check-in: it is made beside the event loop. */
function startPress(): Press {
  const worker = new Worker(join(installation(), 'server/platform/pdf-worker.mjs'))
  const started: Press = { worker, awaited: new Map() }
  worker.on('message', (answer: Answer) => {
    const waiting = started.awaited.get(answer.id)
    started.awaited.delete(answer.id)
    if (started.awaited.size === 0) worker.unref()
    if ('pdf' in answer) waiting?.resolve(Buffer.from(answer.pdf))
    else waiting?.reject(new Error(`The template cannot be compiled: ${answer.failed}`))
  })
  const end = (why: Error) => {
    if (press === started) press = undefined
    for (const { reject } of started.awaited.values()) reject(why)
    started.awaited.clear()
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('The thread that compiles documents has ended.')))
  return started
}

/**
 * A document as PDF/A.
 * @param template the path of a Typst file from the folder of Piket; it reads `json(bytes(sys.inputs.data))`, so that
 * words of people are data and never part of the program
 */
export async function pdfOf(template: string, data: unknown): Promise<Buffer> {
  const source = await readFile(join(installation(), template), 'utf8')
  press ??= startPress()
  const { worker, awaited } = press
  const id = ++asked
  return new Promise((resolve, reject) => {
    awaited.set(id, { resolve, reject })
    // While a document is awaited the process lives for it; the idle thread holds up no end.
    worker.ref()
    worker.postMessage({ id, template: source, data: JSON.stringify(data) })
  })
}
