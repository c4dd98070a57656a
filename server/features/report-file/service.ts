/** Evidence of reports: photos and documents, told by their content, kept once by their hash. */
import { createHash } from 'node:crypto'
import { isWholeFile } from '@piket/domain/report/file-structure.ts'
import { type FileType, fileTypeOf, largestFile, tellingBytes } from '@piket/domain/report/file-type.ts'
import type { Tx } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { addFile, fileOfHash, filesKept } from './queries.ts'

/** A file whose type, structure and size were checked. */
export interface CheckedFile {
  readonly type: FileType
  readonly content: Buffer
}

/** Files that are read at once: so much memory, and no more, goes into uploads. */
const mostAtOnce = 8
let reading = 0

/** Reads a file as it comes in, and stops where it is too large or no evidence. */
export async function checkFile(stream: AsyncIterable<Buffer>): Promise<CheckedFile | Refusal> {
  if (reading >= mostAtOnce) return { refused: 'try-soon', after: 5 }
  reading++
  try {
    return await readWhole(stream)
  } finally {
    reading--
  }
}

/** Reads to the end also what is refused, so that a form around it can be read on; only so much is held. */
async function readWhole(stream: AsyncIterable<Buffer>): Promise<CheckedFile | Refusal> {
  const chunks: Buffer[] = []
  let size = 0
  let type: FileType | undefined
  let refusal: Refusal | undefined
  for await (const chunk of stream) {
    size += chunk.length
    if (size > largestFile) refusal = { refused: 'too-large' }
    if (refusal) continue
    chunks.push(chunk)
    if (type !== undefined || size < tellingBytes) continue
    type = fileTypeOf(Buffer.concat(chunks).subarray(0, tellingBytes))
    if (type === undefined) refusal = { refused: 'report-file-unreadable' }
  }
  if (refusal) return refusal
  const content = Buffer.concat(chunks)
  return type !== undefined && isWholeFile(type, content) ? { type, content } : { refused: 'report-file-unreadable' }
}

const hashOf = ({ content }: Pick<CheckedFile, 'content'>) => createHash('sha256').update(content).digest()

/** What a file is known by: its SHA-256, in hexadecimal digits. */
export const fileHash = (file: CheckedFile): string => hashOf(file).toString('hex')

/** Keeps a file of somebody, once however often it comes. @returns its SHA-256, in hexadecimal digits */
export async function keepFile(
  tx: Tx,
  employee: string,
  { type, content }: CheckedFile,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<string> {
  const sha256 = hashOf({ content })
  await addFile(tx, { employee_id: employee, sha256, type, content, kept_by: by, kept_at: at.toISOString() })
  return sha256.toString('hex')
}

/** A file of somebody; undefined: there is none. */
export const fileOf = async (tx: Tx, employee: string, sha256: string): Promise<CheckedFile | undefined> =>
  (await fileOfHash(tx, employee, Buffer.from(sha256, 'hex'))) as CheckedFile | undefined

/** Whether every one of the files is kept. */
export async function areKept(tx: Tx, employee: string, hashes: readonly string[]): Promise<boolean> {
  if (hashes.length === 0) return true
  const kept = await filesKept(
    tx,
    employee,
    hashes.map((hash) => Buffer.from(hash, 'hex')),
  )
  return kept.length === new Set(hashes).size
}
