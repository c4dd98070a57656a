/** What a ZIP says it holds, and what it holds: read before anything unpacks it. */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline as pipelineOf, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly packed: number
  /** Bytes after inflating, as the directory declares them. */
  readonly inflated: number
  readonly encrypted: boolean
  readonly method: number
  /** Where the entry's own header starts. */
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endSize = 22
const entrySize = 46
const localSize = 30
const longestComment = 0xffff
const [stored, deflated] = [0, 8]

/** The directory of a ZIP. Undefined when it has none, or one this reader does not take (ZIP64, several disks). */
export async function zipDirectory(path: string): Promise<ZipEntry[] | undefined> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tail = await bytes(file, Math.max(0, size - longestComment - endSize), size)
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || tail.length - end < endSize || tail.readUInt32LE(end) !== endSignature) return undefined
    const [count, length, start] = [
      tail.readUInt16LE(end + 10),
      tail.readUInt32LE(end + 12),
      tail.readUInt32LE(end + 16),
    ]
    if (start + length > size || count === 0xffff) return undefined
    return entriesOf(await bytes(file, start, start + length), count)
  } finally {
    await file.close()
  }
}

function entriesOf(directory: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let at = 0
  for (let number = 0; number < count; number++) {
    if (at + entrySize > directory.length || directory.readUInt32LE(at) !== entrySignature) return undefined
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + entrySize, at + entrySize + nameLength),
      packed: directory.readUInt32LE(at + 20),
      inflated: directory.readUInt32LE(at + 24),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      offset: directory.readUInt32LE(at + 42),
    })
    at += entrySize + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function bytes(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(end - start)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, start)
  return buffer.subarray(0, bytesRead)
}

/**
 * The content of an entry, inflated as it is read.
 * @returns undefined for an entry that is packed in another way than ZIPs of today are, or whose header is cut
 */
export async function openEntry(path: string, { offset, packed, method }: ZipEntry): Promise<Readable | undefined> {
  const file = await open(path)
  const header = await bytes(file, offset, offset + localSize).finally(() => file.close())
  if (header.length < localSize || (method !== stored && method !== deflated)) return undefined
  if (packed === 0) return Readable.from([])
  const start = offset + localSize + header.readUInt16LE(26) + header.readUInt16LE(28)
  const source = createReadStream(path, { start, end: start + packed - 1 })
  // Whoever reads is told of an error by the end of the line, and closing that closes the source.
  return method === stored ? source : pipelineOf(source, createInflateRaw(), () => {})
}

/** Inflates an entry to nowhere and says whether it is as large as declared. Stops at the first byte beyond. */
export async function isAsDeclared(path: string, entry: ZipEntry): Promise<boolean> {
  let seen = 0
  try {
    for await (const chunk of (await openEntry(path, entry)) ?? []) {
      seen += (chunk as Buffer).length
      if (seen > entry.inflated) return false
    }
  } catch {
    return false
  }
  return seen === entry.inflated
}
