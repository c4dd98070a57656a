/** Readings, amendments and corrections are patches: paths into a document, with the value that stands there instead. */
import type { Bilingual } from '../messages/problem.ts'
import { describeIssue } from './issue.ts'
import { childOf, clauseIn, stepsOf } from './path.ts'
import { type Circular, circular } from './schema.ts'

/** Why a document does not yield a variant. Codes: circular-language, section 12. */
export interface PatchRefusal {
  readonly refused: 'PKT-303' | 'PKT-304' | 'PKT-305' | 'PKT-306'
  readonly circular: string
  /** What was asked for: the path, the reading, the group or table that is not there. */
  readonly asked: string
  /** The document whose relation asked for it, and the relation. */
  readonly by?: { readonly circular: string; readonly path: string }
  readonly reason?: string
  /** What is wrong with what came out, in words. */
  readonly said?: Bilingual
}

export type Patched = { readonly doc: Circular } | PatchRefusal

export const isPatchRefusal = (outcome: Patched): outcome is PatchRefusal => 'refused' in outcome

const nullable = new Set(['until', 'number', 'to', 'due', 'issued_on', 'signed_by'])

/** Whether null is a value at a path, "not known", and does not remove the field. */
export const holdsNull = (path: readonly unknown[]): boolean =>
  nullable.has(String(path.at(-1))) || path.join('.') === 'in_force.from'

type Tree = Record<string, unknown>

/**
 * Applies `set` and validates the result.
 * Paths: `clauses.<id>.<field>`, `clauses.+<id>` adds a clause, any other path by keys. null removes a field.
 * @returns PKT-305 when a path fits nothing or the result is no circular
 */
export const patch = (doc: Circular, set: Readonly<Record<string, unknown>>): Patched => patchInTurn(doc, [set])

/** The same of several, one after the other: what comes out of all of them is validated, not what stands between two. */
export function patchInTurn(doc: Circular, sets: readonly Readonly<Record<string, unknown>>[]): Patched {
  const copy = JSON.parse(JSON.stringify(doc)) as Tree
  for (const [path, next] of sets.flatMap((set) => Object.entries(set))) {
    // What a patch puts there, a later one may change: the patch itself stays as it is.
    const own = typeof next === 'object' && next !== null ? JSON.parse(JSON.stringify(next)) : next
    if (!put(copy, stepsOf(copy, path, childOf, clauseIn), own))
      return { refused: 'PKT-305', circular: doc.id, asked: path }
  }
  const parsed = circular.safeParse(copy)
  if (parsed.success) return { doc: parsed.data }
  const [issue] = parsed.error.issues
  return {
    ...{ refused: 'PKT-305', circular: doc.id, asked: issue?.path.join('.') ?? '', reason: issue?.message ?? '' },
    ...(issue && { said: describeIssue(issue) }),
  }
}

/** Names that every object answers to: a path through one would leave the document. */
const foreign: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function put(root: Tree, path: readonly string[], next: unknown): boolean {
  if (path.some((key) => foreign.has(key))) return false
  if (path[0] === 'clauses' && path[1]?.startsWith('+')) {
    ;(root.clauses as unknown[]).push(next)
    return true
  }
  let target = root
  for (const [depth, key] of path.slice(0, -1).entries()) {
    const inner = path[0] === 'clauses' && depth === 1 ? clauseIn(target, key) : childOf(target, key)
    if (typeof inner !== 'object' || inner === null) return false
    target = inner as Tree
  }
  const last = path.at(-1) as string
  if (path[0] === 'clauses' && path.length === 2) return replaceClause(root, last, next)
  if (next !== null || holdsNull(path)) target[last] = next
  else delete target[last]
  return true
}

function replaceClause(root: Tree, id: string, next: unknown): boolean {
  const clauses = root.clauses as Tree[]
  const position = clauses.findIndex((clause) => clause.id === id)
  if (position < 0) return false
  clauses.splice(position, 1, ...(next === null ? [] : [next as Tree]))
  return true
}

/** Which reading answers which question, by `circular/question`. Unnamed questions keep the reading in use. */
export type Readings = Readonly<Record<string, string>>

/** A document under the readings in use; as it was written where they do not fit. */
export function asInUse(doc: Circular, readings: Readings): Circular {
  const read = underReadings(doc, readings)
  return isPatchRefusal(read) ? doc : read.doc
}

/**
 * The document under chosen readings.
 * @returns PKT-304 for a reading that does not exist, PKT-306 for one that is impossible
 */
export function underReadings(doc: Circular, readings: Readings = {}): Patched {
  let outcome: Patched = { doc }
  for (const question of doc.open_questions) {
    const wanted = readings[`${doc.id}/${question.id}`] ?? question.used
    const reading = question.readings.find(({ id }) => id === wanted)
    const asked = `${question.id}=${wanted}`
    if (!reading) return { refused: 'PKT-304', circular: doc.id, asked }
    if (reading.impossible !== undefined)
      return { refused: 'PKT-306', circular: doc.id, asked, reason: reading.impossible }
    if (reading.set) outcome = patch(outcome.doc, reading.set)
    if (isPatchRefusal(outcome)) return outcome
  }
  return outcome
}
