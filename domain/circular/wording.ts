/** How a document reads on a day, amended and corrected, in its own words: no reading of a question is applied. */
import { type Day, dayOf } from '../calendar/day.ts'
import { fold, type Registered, type Version } from './register.ts'
import type { Circular } from './schema.ts'

/** A text of a document, and from when on it reads so. */
export interface Wording {
  readonly doc: Circular
  /** null: an event starts it, or nobody knows. */
  readonly from: Day | null
  /** The document that made it read so; null: it was issued so. */
  readonly by: string | null
}

/**
 * Every text of a document in the order of their days; the document as it stands where nothing amends it.
 * @param register the documents as they were known
 */
export function wordingsOf(doc: Circular, register: readonly Registered[]): readonly Wording[] {
  const unread = register.map((one) => ({ ...one, doc: { ...one.doc, open_questions: [] } }))
  const folded = fold(unread, { known: '9999-12-31' })
  const own =
    'versions' in folded ? folded.versions.filter(({ doc: { id }, adopted }) => id === doc.id && !adopted) : []
  const begun = own.filter(({ segments }) => segments.length > 0)
  if (begun.length === 0) return [{ doc, from: null, by: null }]
  return begun.map((version, at) => ({
    doc: { ...version.doc, open_questions: doc.open_questions },
    from: startOf(version),
    by: at === 0 ? null : (version.segments[0]?.by ?? null),
  }))
}

/** The text of a day: the last that has begun by then, before all of them the first. */
export const wordingOn = (wordings: readonly Wording[], day: Day): Wording =>
  wordings.findLast(({ from }) => from === null || from <= day) ?? (wordings[0] as Wording)

function startOf({ segments }: Version): Day | null {
  const from = segments[0]?.from
  return typeof from === 'string' ? dayOf(from) : null
}
