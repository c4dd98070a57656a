/** What a form with files brings, read once it is known who sends it. */
import type { FastifyRequest } from 'fastify'
import { isRefusal, type Refusal } from './refusal.ts'

export interface Form<File> {
  /** A field that was sent more than once is a list. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  readonly files: readonly File[]
}

/** Reads a form and hands each file, as it comes, to whoever checks it. @returns the first refusal of a file */
export async function readForm<File extends object>(
  request: FastifyRequest,
  takeFile: (stream: AsyncIterable<Buffer>) => Promise<File | Refusal>,
  { files: most, bytes }: { readonly files: number; readonly bytes: number },
): Promise<Form<File> | Refusal> {
  if (!request.isMultipart()) return { fields: request.body as Form<File>['fields'], files: [] }
  const fields: Record<string, string | string[]> = {}
  const files: File[] = []
  let refusal: Refusal | undefined
  // Every part is read to its end: a request that is dropped half-way answers nobody.
  for await (const part of request.parts({ limits: { files: most, fileSize: bytes + 1, fields: 100 } })) {
    if (part.type === 'field') add(fields, part.fieldname, String(part.value))
    else if (part.filename === '' || refusal) part.file.resume()
    else {
      const taken = await takeFile(part.file)
      if (isRefusal(taken)) refusal = taken
      else files.push(taken)
      part.file.resume()
    }
  }
  return refusal ?? { fields, files }
}

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
