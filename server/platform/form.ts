/** What a form with files brings, read once it is known who sends it. */
import { randomUUID } from 'node:crypto'
import { visible, visibleWithin } from '@piket/domain/visible.ts'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isRefusal, type Refusal } from './refusal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** What was sent, as it was typed but for unseen letters, once the guard has let whoever asks through. */
    sentForm: Fields | undefined
  }
}

/** Fields as they were typed, without unseen letters. One that was sent more than once is a list. */
export type Fields = Readonly<Record<string, unknown>>

export interface Form<File> {
  readonly fields: Fields
  readonly files: readonly File[]
  /** Why it is not taken: a file is none, there are too many, or the form did not come whole. The fields are there. */
  readonly refusal: Refusal | undefined
}

/** Whether what was sent is a form of a page; one without any field is sent without a type. */
export const isForm = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'POST' &&
  !url.startsWith('/api/') &&
  /^(application\/x-www-form-urlencoded\b|multipart\/form-data\b|$)/i.test(headers['content-type'] ?? '')

/** Far more parts than any form has: whoever sends more fills memory, and is not read on. */
const mostFields = 400
const mostParts = 500

/** The bytes that were sent are no form, or stop half-way: the fault of a sender, where anything else is ours. */
class Unreadable extends Error {}

async function* reading<Piece>(begin: () => AsyncIterable<Piece>): AsyncGenerator<Piece> {
  try {
    yield* begin()
  } catch (cause) {
    throw new Unreadable('The form cannot be read.', { cause })
  }
}

/**
 * Reads a form, also for its page where it is refused, and hands each file, as it comes, to whoever checks it.
 * @returns what was typed, whatever became of the files, and the first refusal
 */
export async function readForm<File extends object>(
  request: FastifyRequest,
  takeFile: (stream: AsyncIterable<Buffer>) => Promise<File | Refusal>,
  { files: most, bytes }: { readonly files: number; readonly bytes: number },
): Promise<Form<File>> {
  if (!request.isMultipart()) return { fields: fieldsOf(request.body), files: [], refusal: undefined }
  const fields: Record<string, string | string[]> = {}
  const files: File[] = []
  let refusal: Refusal | undefined
  const limits = { fileSize: bytes + 1, fields: mostFields, parts: mostParts }
  // Every part is read to its end: a request that is dropped half-way answers nobody.
  try {
    for await (const part of reading(() => request.parts({ limits }))) {
      if (part.type === 'field') add(fields, part.fieldname, visible(String(part.value)))
      else if (part.filename === '' || refusal) part.file.resume()
      else if (files.length === most) {
        refusal = tooMany(most)
        part.file.resume()
      } else {
        const taken = await takeFile(reading(() => part.file))
        if (isRefusal(taken)) refusal = taken
        else files.push(taken)
        part.file.resume()
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    refusal = { refused: 'form-unreadable' }
  }
  request.sentForm = fields
  return { fields, files, refusal }
}

const tooMany = (most: number): Refusal => ({
  refused: 'too-many-files',
  detail: { id: `Paling banyak ${most} berkas sekali kirim.`, en: `At most ${most} files at a time.` },
})

/** Fields of forms that hold a password. Nobody reads one: it stays as it was typed. */
const passwords = ['sandi', 'sekarang']

/** What was sent without unseen letters. */
export function visibleFields(body: object | null): unknown {
  const seen = visibleWithin(body)
  if (seen === body || Array.isArray(body) || body === null) return seen
  const typed = Object.entries(body).filter(([name]) => passwords.includes(name))
  return { ...(seen as object), ...Object.fromEntries(typed) }
}

/** A body that is no form at all holds no fields. */
const fieldsOf = (body: unknown): Fields =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Fields) : {}

/** Every value of a field, as it was typed. */
export function listOf(fields: Fields, name: string): string[] {
  const value = fields[name]
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}

/** The value of a field, as it was typed; absent: what stands in its place. */
export const textOf = (fields: Fields, name: string, otherwise = ''): string => listOf(fields, name)[0] ?? otherwise

/** The id of a form, by which it is kept once; a new one where none was sent. */
export const uuidIn = (fields: Fields, name: string): string =>
  z.uuid().safeParse(textOf(fields, name)).data ?? randomUUID()

/**
 * Reads a file of a form to its end, also one that is refused, and holds no more of it than may come.
 * @param most of its bytes
 */
export async function takeWhole(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | Refusal> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
  }
  return size > most ? { refused: 'too-large' } : Buffer.concat(chunks)
}

function add(fields: Record<string, string | string[]>, name: string, value: string) {
  const known = fields[name]
  fields[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
}
