/** Drafts and proposals, tried as if they were signed. */
import { type Instant, knownBy } from '../calendar/day.ts'
import type { Registered } from './register.ts'
import type { Circular } from './schema.ts'

/**
 * A draft or proposal as if it had been signed. A draft keeps the period it states; a proposal, and a draft that states
 * none, starts on the first day of the simulation. It is known, whatever day it will be recorded on; one that is not
 * recorded comes after everything that is, for it may end or amend some of it.
 */
export function asSimulated<Document extends Registered>(document: Document, known: Instant): Document {
  const isRecorded = document.recorded !== null && knownBy(document.recorded, known)
  return { ...document, recorded: isRecorded ? document.recorded : known, doc: inForce(document.doc) }
}

const inForce = (doc: Circular): Circular =>
  doc.status === 'draft' ? { ...doc, status: doc.in_force.from === null ? 'proposed' : 'in_force' } : doc

/** A document as if the events for which its period waits were declared: it holds from the first day that is tried on. */
export function asDeclared(doc: Circular): Circular {
  const { from, until, while: _, ...inForce } = doc.in_force
  if (typeof from !== 'object' || from === null) return doc
  return { ...doc, in_force: { ...inForce, from: null, until: typeof until === 'object' ? null : until } }
}
