/** How a document reads on a day, amended and corrected. */
import { type Day, dayOf, type Instant } from '../calendar/day.ts'
import type { Readings } from './patch.ts'
import { type Registered, type Version, versionsIn } from './register.ts'
import type { Circular, Relation } from './schema.ts'

/** A text of a document, and from when on it reads so. */
export interface Wording {
  readonly doc: Circular
  /** null: an event starts it, or nobody knows. */
  readonly from: Day | null
  /** The document that made it read so; null: it was issued so. */
  readonly by: string | null
}

const changing: ReadonlySet<Relation['type']> = new Set(['amends', 'corrects'])

/**
 * Every text of a document in the order of their days. One that nothing has changed stands as it was written; one that
 * was changed stands under the readings in use, for those who changed it read it so.
 * @param register the documents as they were known
 */
export function wordingsOf(
  doc: Circular,
  register: readonly Registered[],
  reading: { readonly known: Instant; readonly readings: Readings },
): readonly Wording[] {
  const asWritten = [{ doc, from: null, by: null }]
  const isChanged = register.some(({ doc: { relations } }) =>
    relations.some(({ type, target }) => target === doc.id && changing.has(type)),
  )
  if (!isChanged) return asWritten
  const versions = versionsIn(register, reading).filter(
    ({ doc: { id }, adopted, segments }) => id === doc.id && !adopted && segments.length > 0,
  )
  return versions.length === 0
    ? asWritten
    : versions.map((version, at) => ({
        doc: { ...version.doc, open_questions: doc.open_questions },
        from: startOf(version),
        by: at === 0 ? null : (version.segments[0]?.by ?? null),
      }))
}

/** The text of a day: the last that has begun by then, before all of them the first. */
export const wordingOn = (wordings: readonly Wording[], day: Day): Wording =>
  wordings.findLast(({ from }) => from === null || from <= day) ?? (wordings[0] as Wording)

/** A document as it read before another one changed it. */
export const readBefore = (
  doc: Circular,
  changer: string,
  register: readonly Registered[],
  reading: { readonly known: Instant; readonly readings: Readings },
): Circular => {
  const before = register.filter((one) => one.doc.id !== changer)
  return (wordingsOf(doc, before, reading).at(-1) as Wording).doc
}

function startOf({ segments }: Version): Day | null {
  const from = segments[0]?.from
  return typeof from === 'string' ? dayOf(from) : null
}
