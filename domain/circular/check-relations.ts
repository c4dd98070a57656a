/** Documents among each other: what a relation names exists, and what it changes fits and stays sound. */
import type { Problem } from '../messages/problem.ts'
import { relationWords } from '../messages/words.ts'
import { errorsOfPatch } from './check-document.ts'
import { type Find, findInto } from './find.ts'
import { isPatchRefusal, patch } from './patch.ts'
import { recordedFromText } from './recorded.ts'
import type { Circular, Relation } from './schema.ts'

/** A problem of a document that only shows beside others. */
export interface RelationProblem {
  readonly circular: string
  readonly problem: Problem
}

/** Every relation of every document: its target is known (PKT-303), and what it says of the target can be done. */
export function checkRelations(docs: readonly Circular[]): RelationProblem[] {
  const known = new Map(docs.map((doc) => [doc.id, doc]))
  return docs.flatMap((doc) => {
    const problems: Problem[] = []
    const find = findInto(problems)
    for (const [position, relation] of doc.relations.entries()) {
      if (relation.target === null) continue
      const at = `relations.${position}`
      const target = known.get(relation.target)
      if (target) checkRelation(relation, { at, doc, target: asItReads(target, doc, docs) }, find)
      else
        find(
          'error',
          'PKT-303',
          `${at}.target`,
          `Surat ${relation.target} tidak ada.`,
          `There is no circular ${relation.target}.`,
        )
    }
    return problems.map((problem) => ({ circular: doc.id, problem }))
  })
}

const patching: ReadonlySet<Relation['type']> = new Set(['amends', 'corrects'])

/** A document with the patches of those that were recorded before this one: a chain of amendments fits link by link. */
function asItReads(target: Circular, reader: Circular, docs: readonly Circular[]): Circular {
  const since = (doc: Circular) => recordedFromText(doc).recorded ?? ''
  // A draft comes after everything that is in force.
  const before = (doc: Circular) => reader.status !== 'in_force' || since(doc) <= since(reader)
  return docs
    .filter((doc) => doc.id !== reader.id && doc.status === 'in_force' && before(doc))
    .toSorted((a, b) => since(a).localeCompare(since(b)))
    .flatMap(({ relations }) => relations.filter(({ type, target: of }) => patching.has(type) && of === target.id))
    .reduce((doc, { set }) => {
      const patched = patch(doc, set ?? {})
      return isPatchRefusal(patched) ? doc : patched.doc
    }, target)
}

interface Related {
  readonly at: string
  readonly doc: Circular
  readonly target: Circular
}

function checkRelation(relation: Relation, { at, doc, target }: Related, find: Find) {
  const { type, clauses = [], set } = relation
  // A stub's clauses are not known: nobody can say which exist.
  for (const id of target.clauses.length === 0 ? [] : clauses)
    if (!target.clauses.some((clause) => clause.id === id))
      find(
        'error',
        'PKT-302',
        `${at}.clauses`,
        `${target.id} tidak memuat butir ${id}.`,
        `${target.id} has no clause ${id}.`,
      )
  if (!patching.has(type) || !set) return
  for (const { finding } of errorsOfPatch(target, set))
    find(
      'error',
      'PKT-305',
      `${at}.set`,
      `${doc.id} ${relationWords[type].id} ${target.id}: ${finding.id}`,
      `${doc.id} ${relationWords[type].en} ${target.id}: ${finding.en}`,
    )
}
