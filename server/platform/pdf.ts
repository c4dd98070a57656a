/** Documents as PDF: a template of ours, filled with data, compiled by Typst in a process of its own. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { visibleWithin } from '@piket/domain/visible.ts'
import { installation } from './installation.ts'
import type { Refusal } from './refusal.ts'
import { openThread, ThreadEnded } from './thread.ts'

/** The media type of PDF. */
export const pdfType = 'application/pdf'

/** Who asks for one more is told to come back. */
const mostAwaited = 8
/** A document takes a tenth of a second, on a slow machine a few: after so long none will come. */
const longest = 20_000
const retryAfterSeconds = 5

/**
 * What makes documents, one after the other: one that makes the compiler abort is nobody else's loss, nor that of the
 * server. A document takes a hundred milliseconds, which would hold up everybody's check-in.
 */
export function openPress() {
  const thread = openThread<{ paper(source: string, data: unknown): Uint8Array }>({
    name: 'The process that compiles documents',
    apart: true,
    program: join(installation(), 'server/platform/pdf-worker.mjs'),
    longest,
  })

  let awaited = 0
  let last: Promise<unknown> = Promise.resolve()

  /** A document of a Typst source; a refusal where too many are awaited already, or the compiler cannot make it. */
  return async (source: string, data: unknown): Promise<Buffer | Refusal> => {
    if (awaited >= mostAwaited) return { refused: 'try-soon', after: retryAfterSeconds }
    awaited++
    const made = last.then(() => thread.ask('paper', source, visibleWithin(data)))
    last = made.catch(() => {})
    try {
      return Buffer.from(await made)
    } catch (failure) {
      if (failure instanceof ThreadEnded) return { refused: 'paper-impossible' }
      throw failure
    } finally {
      awaited--
    }
  }
}

const press = openPress()

/**
 * A document as PDF/A; a refusal where too many are awaited already, or it cannot be made.
 * @param template the path of a Typst file from the folder of Piket; it reads `json(bytes(sys.inputs.data))`, so that
 * words of people are data and never part of the program. It chooses no font: the process gives it those there are
 */
export const pdfOf = async (template: string, data: unknown): Promise<Buffer | Refusal> =>
  press(await readFile(join(installation(), template), 'utf8'), data)
