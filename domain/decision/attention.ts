/** Documents in force that somebody has to look at: what they rest on is over, or the day of their review has come. */
import { addDays, type Day } from '../calendar/day.ts'
import type { Registered, Version } from '../circular/register.ts'
import type { Relation } from '../circular/schema.ts'
import { type DocumentStanding, lapsedBases } from './standing.ts'

export interface Attention {
  readonly circular: string
  /** `basis`: a document that it rests on is over. `review`: its review is due. */
  readonly reason: 'basis' | 'review'
  /** The document that is over, or the day of the review. */
  readonly about: string
}

/** So long before its day a review is told: a letter takes its time. */
const ahead = 7

/** Relations by which somebody has looked at a document. */
const looking: ReadonlySet<Relation['type']> = new Set(['extends', 'amends'])

/**
 * What calls for attention on a day.
 * @param versions the documents as they hold: an amendment may set another day of review
 * @param standings of the documents on that day, by id
 */
export function attentionsOn(
  register: readonly Registered[],
  versions: readonly Pick<Version, 'doc'>[],
  day: Day,
  standings: ReadonlyMap<string, DocumentStanding>,
): Attention[] {
  return register.flatMap(({ doc }): Attention[] => {
    const { id: circular } = doc
    if (standings.get(circular) !== 'in_force') return []
    const reads = versions.findLast((one) => one.doc.id === circular)?.doc ?? doc
    const review = reviewDue(circular, reads.in_force.review, day, register)
    return [
      ...lapsedBases(doc, standings).map((about) => ({ circular, reason: 'basis' as const, about })),
      ...(review ? [{ circular, reason: 'review' as const, about: review }] : []),
    ]
  })
}

/** The day of a review that is near or past, unless a letter since it was told has extended or amended the document. */
function reviewDue(circular: string, review: Day | undefined, day: Day, register: readonly Registered[]) {
  if (review === undefined) return undefined
  const told = addDays(review, -ahead)
  const isLookedAt = register.some(
    ({ doc, recorded }) =>
      (recorded ?? '') >= told && doc.relations.some(({ type, target }) => target === circular && looking.has(type)),
  )
  return day >= told && !isLookedAt ? review : undefined
}
