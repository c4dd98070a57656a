import { type Instant, knownBy } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { Document } from './circular-files.ts'

/**
 * A draft or proposal as if it had been signed. A draft keeps the period it states; a proposal, and a draft that states
 * none, starts on the first day of the simulation. It is known, whatever day it will be recorded on.
 */
export function asSimulated(document: Document, known: Instant): Document {
  const recorded = knownBy(document.recorded, known) ? document.recorded : known
  return { ...document, recorded, doc: inForce(document.doc) }
}

const inForce = (doc: Circular): Circular =>
  doc.status === 'draft' ? { ...doc, status: doc.in_force.from === null ? 'proposed' : 'in_force' } : doc
