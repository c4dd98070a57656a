/** Reading a document as written: YAML in, the document or its problems out, each with line and column. */
import { isMap, isScalar, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import type { z } from 'zod'
import { codes } from '../messages/codes.ts'
import type { Problem } from '../messages/problem.ts'
import { check } from './check.ts'
import { type Clause, clause } from './clause.ts'
import { describeIssue, nearestKey } from './issue.ts'
import { type Circular, circular } from './schema.ts'

/** A document with its problems, or problems alone when it has no readable shape. */
export interface ParsedCircular {
  readonly doc?: Circular
  readonly problems: readonly Problem[]
}

/**
 * Parses and checks one circular.
 * @param file name for the messages
 * @param source text of the file
 */
export function parseCircular(file: string, source: string): ParsedCircular {
  const read = readText(file, source)
  if ('problems' in read) return read
  const { value, root, place } = read
  const parsed = circular.safeParse(value)
  if (!parsed.success) return { problems: parsed.error.issues.flatMap((issue) => shapeProblems(issue, root, place)) }
  const doc = parsed.data
  const problems = check(doc).map((problem) => ({
    ...problem,
    ...place(offsetOf(root, byPosition(doc, problem.path))),
  }))
  return { doc, problems }
}

/**
 * Reads one clause as written by itself, lines counted from its first.
 * @param file name for the messages
 */
export function parseClause(file: string, source: string): { readonly clause?: Clause; readonly problems: Problem[] } {
  const read = readText(file, source)
  if ('problems' in read) return read
  const { value, root, place } = read
  const parsed = clause.safeParse(value)
  return parsed.success
    ? { clause: parsed.data, problems: [] }
    : { problems: parsed.error.issues.flatMap((issue) => shapeProblems(issue, root, place, ['clauses', 0])) }
}

interface ReadText {
  readonly value: unknown
  readonly root: ParsedNode | null
  readonly place: Place
}

function readText(file: string, source: string): ReadText | { readonly problems: Problem[] } {
  const lines = new LineCounter()
  const yaml = parseDocument(source, { lineCounter: lines, uniqueKeys: true })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (yaml.errors.length > 0) return { problems: yaml.errors.map((error) => notYaml(error, place(error.pos[0]))) }
  const tree = toTree(yaml)
  if ('problem' in tree) return { problems: [{ ...tree.problem, ...place(0) }] }
  return { value: tree.value, root: yaml.contents, place }
}

/** Where a path of a document stands in its text: what only shows beside other documents or the staff points there too. */
export function locate(source: string, doc: Circular, path: string): { line: number; column: number } {
  const lines = new LineCounter()
  const { contents } = parseDocument(source, { lineCounter: lines })
  const { line, col } = lines.linePos(offsetOf(contents, byPosition(doc, path)))
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function notYaml(error: { message: string; code: string }, where: object): Problem {
  const [message = ''] = error.message.split('\n')
  const id = error.code === 'DUPLICATE_KEY' ? 'Kunci yang sama ditulis dua kali.' : 'Berkas bukan YAML yang benar.'
  const en = error.code === 'DUPLICATE_KEY' ? 'The same key is written twice.' : `Not valid YAML: ${message}.`
  return { code: 'PKT-101', level: 'error', path: '', finding: { id, en }, fix: codes['PKT-101'].fix, ...where }
}

/** The plain value of the file. Aliases that would multiply beyond reason are refused by the YAML library. */
function toTree(yaml: ReturnType<typeof parseDocument>): { value: unknown } | { problem: Problem } {
  try {
    return { value: yaml.toJS() }
  } catch {
    const finding = { id: 'Berkas memuat terlalu banyak rujukan YAML.', en: 'The file holds too many YAML aliases.' }
    return { problem: { code: 'PKT-101', level: 'error', path: '', finding, fix: codes['PKT-101'].fix } }
  }
}

type Place = (offset: number) => { file: string; line: number; column: number }

/** @param above where in a document stands what was read */
function shapeProblems(
  issue: z.core.$ZodIssue,
  root: ParsedNode | null,
  place: Place,
  above: readonly PropertyKey[] = [],
): Problem[] {
  const path = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys') {
    const where = place(offsetOf(root, issue.path))
    return [
      { code: 'PKT-201', level: 'error', path, finding: describeIssue(issue), fix: codes['PKT-201'].fix, ...where },
    ]
  }
  return issue.keys.map((key) => {
    const meant = nearestKey(circular, [...above, ...issue.path], key)
    // A clause of another kind has that key.
    const elsewhere = meant === key
    const fix = elsewhere
      ? {
          id: `Kunci ${key} hanya ada pada jenis butir lain.`,
          en: `The key ${key} stands in clauses of another kind only.`,
        }
      : meant
        ? {
            id: `Maksudnya ${meant}? ${codes['PKT-202'].fix.id}`,
            en: `Did you mean ${meant}? ${codes['PKT-202'].fix.en}`,
          }
        : codes['PKT-202'].fix
    const finding = { id: `Kunci tidak dikenal: ${key}.`, en: `Unknown key: ${key}.` }
    const where = place(offsetOf(root, [...issue.path, key], 'key'))
    return { code: 'PKT-202', level: 'error', path: [...issue.path, key].join('.'), finding, fix, ...where }
  })
}

/** Where the value of a path (or the key itself) starts; the nearest thing above it when the path leads nowhere. */
function offsetOf(root: Node | null, path: readonly PropertyKey[], side: 'key' | 'value' = 'value'): number {
  let node: Node | null = root
  let offset = root?.range?.[0] ?? 0
  for (const [depth, key] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      if (!pair) break
      const keyOffset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value as Node | null
      offset = side === 'key' && depth === path.length - 1 ? keyOffset : (node?.range?.[0] ?? keyOffset)
    } else {
      const item: Node | undefined = (node as { items?: Node[] } | null)?.items?.[Number(key)]
      if (!item) break
      node = item
      offset = item.range?.[0] ?? offset
    }
  }
  return offset
}

/** `clauses.c3.who` names a clause by its id; in the file it stands at a position. */
function byPosition(doc: Circular, path: string): PropertyKey[] {
  const [list, id, ...rest] = path.split('.')
  if (list === 'clauses' && id !== undefined)
    return [list, doc.clauses.findIndex((clause) => clause.id === id), ...rest]
  if (list === 'open_questions' && id !== undefined)
    return [list, doc.open_questions.findIndex((question) => question.id === id), ...rest]
  return path === '' ? [] : path.split('.')
}
