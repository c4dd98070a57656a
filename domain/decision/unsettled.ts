/** Days on which nobody can say how many may come: a quota that is not known, or two that contradict each other. */

import type { Version } from '../circular/register.ts'
import type { ClauseRef, Undetermined } from './row.ts'
import type { QuotaSeats } from './seats.ts'

export interface Unsettled {
  readonly kind: 'open-rule' | 'rules-clash'
  /** `document/clause`: the one that cannot be said; or the one that asks for people, and the one that keeps them away. */
  readonly clauses: readonly string[]
  /** Where two clash: how many the one asks for at the office, and how many of those whom it counts the other lets in. */
  readonly least: number
  readonly most: number
  /** Why it cannot be said, and who can. */
  readonly reason: string | null
  readonly ask: string | null
}

const nameOf = ({ circular, clause }: ClauseRef) => `${circular}/${clause}`

/** A quota whose amount nobody can say yet. */
export const openRule = (ref: ClauseRef, { reason, ask }: Undetermined): Unsettled => ({
  kind: 'open-rule',
  clauses: [nameOf(ref)],
  least: 0,
  most: 0,
  reason,
  ask,
})

/** Whether any day can be unsettled: one quota with one written bound is always clear, and nobody has to count. */
export function canBeUnsettled(versions: readonly Version[]): boolean {
  const bounds = versions.flatMap(({ doc }) =>
    doc.clauses.flatMap((clause) => (clause.kind === 'quota' ? Object.values(clause.amount) : [])),
  )
  return bounds.length > 1 || bounds.some((bound) => typeof bound === 'object')
}

/** The first minimum that a maximum makes impossible, however people come. */
export function clashOf(quotas: readonly QuotaSeats[]): Unsettled | null {
  for (const asking of quotas) {
    for (const keeping of quotas) {
      // Whom the other does not count can still come: those outside its selector, and heads whom it leaves out.
      if (![...asking.members].every((one) => keeping.members.has(one))) continue
      const beside = [...asking.inside].filter((one) => !keeping.inside.has(one)).length
      const most = keeping.max + beside
      if (asking.min <= most) continue
      const clauses = [nameOf(asking), nameOf(keeping)]
      return { kind: 'rules-clash', clauses, least: asking.min, most, reason: null, ask: null }
    }
  }
  return null
}
