/** Documents as files: read, checked, and since when each counts as known. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Instant } from '@piket/domain/calendar/day.ts'
import { locate, parseCircular } from '@piket/domain/circular/parse.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { sha256 } from '@piket/server/features/circular/service.ts'
import { exits, Refused, systemReason, unreadable } from './refused.ts'
import { sayOnce, type Terminal } from './terminal.ts'

/** A document and where it comes from. */
export interface Document {
  readonly id: string
  readonly doc: Circular
  readonly sha256: string
  /** Since when it counts as known; null: always. */
  readonly recorded: Instant | null
  readonly recordedBy: string
  /** null: it comes from a database. */
  readonly file: string | null
  readonly source: string
}

export interface ReadFile {
  readonly file: string
  readonly document: Document | undefined
  readonly problems: readonly Problem[]
}

/** Files that lie beside circulars and are none. */
const beside = /(\.cases|^equivalent-mutants)\.ya?ml$/

/**
 * Reads files, and every circular of folders, in the order of their names; a file named twice is read once.
 * @throws Refused (PKT-002) when something cannot be read, or a folder holds no circular
 */
export async function readCirculars(paths: readonly string[]): Promise<ReadFile[]> {
  const files = (await Promise.all(paths.map(filesAt))).flat()
  const seen = new Set<string>()
  const read: ReadFile[] = []
  for (const file of files) {
    const real = await realpath(file).catch(() => file)
    if (seen.has(real)) continue
    seen.add(real)
    read.push(await readOne(file))
  }
  return read
}

async function filesAt(path: string): Promise<string[]> {
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!folder) return [path]
  const names = await readdir(path).catch((error) => {
    const { id, en } = systemReason(error)
    throw unreadable(path, id, en)
  })
  const own = names.filter((name) => /\.ya?ml$/.test(name) && !beside.test(basename(name))).toSorted()
  if (own.length === 0)
    throw unreadable(path, 'Folder ini tidak berisi surat edaran (.yaml).', 'This folder holds no circular (.yaml).')
  return own.map((name) => join(path, name))
}

async function readOne(file: string): Promise<ReadFile> {
  const bytes = await readFile(file).catch((error) => {
    const { id, en } = systemReason(error)
    throw unreadable(file, id, en)
  })
  const source = bytes.toString('utf8')
  const { doc, problems } = parseCircular(file, source)
  if (!doc) return { file, document: undefined, problems }
  const { recorded, by } = recordedFromText(doc)
  const document = { id: doc.id, doc, sha256: sha256(source), recorded, recordedBy: by, file, source }
  return { file, document, problems }
}

/**
 * The documents of files that must be sound.
 * @throws Refused with every error: exit 3
 */
export function soundDocuments(read: readonly ReadFile[]): Document[] {
  const errors = read.flatMap(({ problems }) => problems.filter(({ level }) => level === 'error'))
  if (errors.length > 0) throw new Refused(exits.input, ...errors)
  return read.flatMap(({ document }) => document ?? [])
}

/** Two files with one id: which of them is meant, nobody can know. */
export function doubleIds(documents: readonly Document[]): Problem[] {
  const first = new Map<string, Document>()
  return documents.flatMap((document): Problem[] => {
    const other = first.get(document.id)
    if (!other) {
      first.set(document.id, document)
      return []
    }
    return [
      {
        code: 'PKT-201',
        level: 'error',
        path: 'id',
        ...(document.file !== null && { file: document.file, ...locate(document.source, document.doc, 'id') }),
        finding: {
          id: `Pengenal ${document.id} sudah dipakai ${other.file}.`,
          en: `The id ${document.id} is taken by ${other.file}.`,
        },
        fix: { id: 'Beri salah satunya pengenal lain.', en: 'Give one of them another id.' },
      },
    ]
  })
}

/** Says since when each document of a file counts as known, and by which field. */
export function sayRecorded(terminal: Terminal, documents: readonly Document[]) {
  for (const { id, recorded, recordedBy, file } of documents)
    if (file !== null) sayOnce(terminal, `${id} recorded ${recorded ?? 'always'} (${recordedBy})`)
}

/** A problem that only shows beside other documents or the staff, with its place in the text. */
export const placed = ({ file, source, doc }: Document, problem: Problem): Problem =>
  file === null ? problem : { ...problem, file, ...locate(source, doc, problem.path) }
