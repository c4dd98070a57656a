/** Documents as PDF: a template of ours, filled with data, compiled by Typst on a thread of its own. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { installation } from './installation.ts'
import type { Refusal } from './refusal.ts'
import { openThread } from './thread.ts'

/** The media type of PDF. */
export const pdfType = 'application/pdf'

/** Who asks for one more is told to come back. */
const mostAwaited = 8
/** A document takes a tenth of a second, on a slow machine a few: after so long none will come. */
const longest = 20_000
const retryAfterSeconds = 5

/** What makes documents. One of a hundred milliseconds would hold up everybody's check-in: a thread makes it. */
export function openPress() {
  const thread = openThread<{ paper(source: string, data: unknown): Uint8Array }>({
    name: 'The thread that compiles documents',
    program: join(installation(), 'server/platform/pdf-worker.mjs'),
    longest,
  })

  /** A document of a Typst source; a refusal where too many are awaited already. */
  return async (source: string, data: unknown): Promise<Buffer | Refusal> => {
    if (thread.owed() >= mostAwaited) return { refused: 'try-soon', after: retryAfterSeconds }
    return Buffer.from(await thread.ask('paper', source, data))
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
