/** How a document stands on a day: the same word in the list of documents, on its page and for machines. */
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../circular/literal.ts'
import type { Version } from '../circular/register.ts'
import type { Circular } from '../circular/schema.ts'
import { runningAt } from './active.ts'
import type { Rulebook } from './rulebook.ts'
import { hasBegun, instantOf } from './select-days.ts'

/**
 * A document that its text puts in force is, on a day, still to come (`upcoming`), waiting for an event that nobody
 * has declared (`pending`), `in_force`, over (`expired`), or ended by another one (`revoked`, `replaced`). Where nobody
 * knows from when it holds it is `undated`. Any other status of the text stands on every day.
 */
export type DocumentStanding = Circular['status'] | 'upcoming' | 'pending' | 'replaced' | 'undated'

/** As pages of a day count: what holds in the middle of it. */
const midday = '12:00'

const endings = { revokes: 'revoked', replaces: 'replaced' } as const

/** How a document stands on a day, with its extensions, amendments and revocations as the rulebook knows them. */
export function standingOn(
  doc: Circular,
  day: Day,
  { versions, world }: Pick<Rulebook, 'versions' | 'world'>,
): DocumentStanding {
  if (doc.status !== 'in_force') return doc.status
  const own = versions.filter((version) => version.doc.id === doc.id && !version.adopted)
  const periods: readonly Pick<Version, 'doc' | 'segments'>[] = own.length > 0 ? own : withoutClauses(doc)
  if (periods.length === 0) return 'undated'
  if (periods.some((period) => runningAt(period, day, midday, world))) return 'in_force'
  const starts = periods.flatMap(({ segments }) => segments.map(({ from }) => instantOf(from, world, doc.region)))
  if (starts.some((start) => start !== null && !hasBegun(start, day, midday))) return 'upcoming'
  if (starts.includes(null)) return 'pending'
  const ended = own.at(-1)?.ended
  return ended && (starts.length === 0 || ended.from <= day) ? endings[ended.by] : 'expired'
}

/** Where a document ends, its extensions counted in; undefined: no version of it is kept. */
export function endOf(doc: Circular, { versions }: Pick<Rulebook, 'versions'>): Moment | null | undefined {
  const version = versions.findLast((one) => one.doc.id === doc.id && !one.adopted)
  return version && (version.segments.at(-1)?.until ?? null)
}

/** The rulebook keeps no version of a document that says nothing: its own period is all there is. */
function withoutClauses(doc: Circular): Pick<Version, 'doc' | 'segments'>[] {
  const { from, until } = doc.in_force
  return from === null ? [] : [{ doc, segments: [{ from, until, recorded: null }] }]
}

/** Relations by which a document rests on another one. */
const restsOn: ReadonlySet<string> = new Set(['implements', 'adopts', 'stricter', 'looser'])

/** Standings in which a document carries nothing any more. */
const over: ReadonlySet<DocumentStanding> = new Set(['expired', 'revoked', 'replaced'])

/**
 * Documents that one in force rests on and that are over on a day: it holds still, and somebody has to look at it.
 * @param standings of the documents of the register on that day, by id
 */
export function lapsedBases(doc: Circular, standings: ReadonlyMap<string, DocumentStanding>): string[] {
  if (standings.get(doc.id) !== 'in_force') return []
  const targets = doc.relations.flatMap(({ type, target }) => (restsOn.has(type) && target !== null ? [target] : []))
  return [...new Set(targets)].filter((target) => over.has(standings.get(target) as DocumentStanding))
}
