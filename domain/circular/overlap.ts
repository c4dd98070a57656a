/** Documents of a region that hold at the same time and say nothing of each other. */
import { type Day, dayOf } from '../calendar/day.ts'
import type { Moment } from './literal.ts'
import type { Version } from './register.ts'
import type { Circular } from './schema.ts'

/**
 * Documents of the same authority that are still in force in the period of a document, and to which it states no relation:
 * they go on filling what it does not rule, which nobody may have meant.
 */
export function overlapsOf(doc: Circular, versions: readonly Version[]): string[] {
  const related = new Set(doc.relations.map(({ target }) => target))
  const found = versions.filter(
    ({ doc: other, segments, adopted }) =>
      !adopted &&
      other.id !== doc.id &&
      other.region === doc.region &&
      other.level === doc.level &&
      !related.has(other.id) &&
      segments.some(({ from, until }) => meet(doc.in_force, { from, until })),
  )
  return [...new Set(found.map(({ doc: { id } }) => id))]
}

interface Stretch {
  readonly from: Moment | null
  readonly until: Moment | null
}

/** Whether two stretches share a day; one whose days nobody knows yet shares none. */
const meet = (one: Stretch, other: Stretch): boolean => {
  const [start, begun] = [dayIn(one.from), dayIn(other.from)]
  if (start === undefined || begun === undefined) return false
  return start <= lastOf(other) && begun <= lastOf(one)
}

const dayIn = (moment: Moment | null): Day | undefined => (typeof moment === 'string' ? dayOf(moment) : undefined)
const lastOf = ({ until }: Stretch): Day => dayIn(until) ?? ('9999-12-31' as Day)
