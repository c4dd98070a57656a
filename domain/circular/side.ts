/** One side of a comparison: a document with what it hangs on, and nothing else of the register. */
import type { Instant } from '../calendar/day.ts'
import type { Registered } from './register.ts'
import type { Circular, Relation } from './schema.ts'
import { asSimulated } from './simulated.ts'

/** Relations by which a document needs its target, or changes it. */
const linking: ReadonlySet<Relation['type']> = new Set([
  'adopts',
  'extends',
  'amends',
  'replaces',
  'revokes',
  'corrects',
])

export interface ComparedSide<Document> {
  readonly documents: readonly Document[]
  /** A draft or a proposal: it is tried as if it were signed. */
  readonly isTried: boolean
}

/**
 * The documents of one side.
 * @param id of the document it is about
 * @param at as known then, with what changes it by then; undefined: the document alone, with those it needs
 * @param known the moment of the question
 */
export function sideAbout<Document extends Registered & { readonly id: string; readonly doc: Circular }>(
  documents: readonly Document[],
  id: string,
  { at, known }: { readonly at: Instant | undefined; readonly known: Instant },
): ComparedSide<Document> {
  const related = relatedTo(id, documents, at !== undefined)
  // Before a document was recorded there is none: then ordinary office work is what holds.
  const own = related.find((document) => document.id === id)
  if (own === undefined || own.doc.status === 'in_force') return { documents: related, isTried: false }
  const tried = related.map((document) => (document === own ? asSimulated(document, at ?? known) : document))
  return { documents: tried, isTried: true }
}

/** The document, those it needs, and, for a knowledge time, those that change it. */
function relatedTo<Document extends { readonly id: string; readonly doc: Circular }>(
  id: string,
  documents: readonly Document[],
  changers: boolean,
): Document[] {
  const wanted = new Set([id])
  const links = ({ doc }: Document) =>
    doc.relations.flatMap(({ type, target }) => (linking.has(type) && target !== null ? [target] : []))
  for (let grown = true; grown; ) {
    const before = wanted.size
    for (const document of documents) {
      if (wanted.has(document.id)) for (const target of links(document)) wanted.add(target)
      else if (changers && links(document).includes(id)) wanted.add(document.id)
    }
    grown = wanted.size > before
  }
  return documents.filter((document) => wanted.has(document.id))
}
