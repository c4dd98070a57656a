/** When an answer to an objection is whole. */
import type { Day } from '../calendar/day.ts'
import { isRightFrom, type ObjectionKind } from './objection.ts'

/** What an answer says beside its words. */
export interface AnswerGiven {
  readonly outcome: 'accepted' | 'refused'
  readonly reason: string
  /** The clause that a refusal rests on, as circular/clause. */
  readonly clause: string | null
  /** Page of Piket where the change is seen. */
  readonly changedAt: string | null
  /** Day of the staff list from which the record will be right. */
  readonly rightFrom: Day | null
}

/** What is objected to. */
interface Objected {
  readonly kind: ObjectionKind
  readonly day: Day
  /** The clause that decided; null: none, or one that only the person may know. */
  readonly clause: string | null
}

/**
 * Why an answer is not whole; undefined: it is.
 * @param isFiled whether a clause stands in a document on file
 */
export function answerFault(
  { kind, day, clause: decided }: Objected,
  { outcome, reason, clause, changedAt, rightFrom }: AnswerGiven,
  isFiled: (clause: string) => boolean,
) {
  if (reason === '') return 'objection-reason-missing'
  const isOfRecord = outcome === 'accepted' && kind === 'record'
  const isMixed = outcome === 'accepted' ? clause !== null : changedAt !== null
  if (isMixed || (rightFrom !== null && !isOfRecord)) return 'objection-answer-mixed'
  if (outcome === 'accepted') {
    if (!isOfRecord) return changedAt === null ? 'objection-change-missing' : undefined
    if (rightFrom === null) return 'objection-import-missing'
    return isRightFrom(rightFrom, day) ? undefined : 'objection-import-day'
  }
  // Where no clause decided, or one that only the person may know, there is none to cite.
  if (clause === null) return decided === null ? undefined : 'objection-clause-missing'
  return isFiled(clause) ? undefined : 'objection-clause-missing'
}
