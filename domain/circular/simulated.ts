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
