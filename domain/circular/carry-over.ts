/** An amendment begun again where its document has been amended meanwhile: what was written goes on, on what reads now. */
import { type AmendmentBase, amendmentBegun } from './amendment.ts'
import type { Clause } from './clause.ts'
import { isAlike, type Rules, rulesChanged } from './difference.ts'
import type { Edit } from './edit.ts'
import type { Circular } from './schema.ts'

/** An amendment begun again. */
export interface CarriedOver {
  readonly text: Circular
  /** What was changed before, to be changed again. It fits the text. */
  readonly changes: Edit
}

/** Particulars of the letter, which nobody else writes. */
const own = ['title', 'number', 'issued_on', 'issuer', 'paper', 'considerations', 'relations', 'basis'] as const

/**
 * Where both touch the same field of a clause or a group, what is written here stands: it comes later.
 * @param begun the text of the amendment as it was begun
 */
export function carriedOver(doc: Circular, begun: Circular, base: AmendmentBase): CarriedOver {
  const { id, region, level, issuer, in_force } = doc
  const text = amendmentBegun(base, { id, region, level, office: issuer.office })
  const moved = (part: 'from' | 'until' | 'while' | 'review'): Edit =>
    isAlike(in_force[part], begun.in_force[part]) ? {} : { [`in_force.${part}`]: in_force[part] ?? null }
  const cited = citedAnew(doc, begun, text)
  return {
    text,
    changes: {
      ...Object.fromEntries(
        own.flatMap((part) => (isAlike(doc[part], begun[part]) ? [] : [[part, doc[part] ?? null]])),
      ),
      ...{ ...moved('from'), ...moved('until'), ...moved('while'), ...moved('review') },
      ...sourcesAdded(doc, begun, text),
      ...rulesChanged(text, merged(begun, { ...doc, clauses: cited }, text)),
    },
  }
}

/** Clauses that are new cite the text that is being written, which may be called otherwise now. */
function citedAnew(doc: Circular, begun: Circular, text: Circular): Circular['clauses'] {
  const [before, now] = [begun, text].map(({ sources }) => sources[0]?.id)
  return doc.clauses.map((clause) => ({ ...clause, cite: clause.cite.replace(`${before}:`, `${now}:`) }))
}

function sourcesAdded(doc: Circular, begun: Circular, text: Circular): Edit {
  const known = new Set([...begun.sources, ...text.sources].map(({ id }) => id))
  const added = doc.sources.filter(({ id }) => !known.has(id))
  return added.length > 0 ? { sources: [...text.sources, ...added] } : {}
}

/** The rules of a text with what somebody has changed since it was begun, on what others have made of it. */
export function merged(begun: Rules, mine: Rules, theirs: Rules): Rules {
  return {
    scope: isAlike(mine.scope, begun.scope) ? theirs.scope : mine.scope,
    order: isAlike(mine.order, begun.order) ? theirs.order : mine.order,
    groups: entriesMerged(begun.groups, mine.groups, theirs.groups, fieldsMerged) ?? {},
    tables: entriesMerged(begun.tables, mine.tables, theirs.tables),
    timetables: entriesMerged(begun.timetables, mine.timetables, theirs.timetables),
    clauses: clausesMerged(begun.clauses, mine.clauses, theirs.clauses),
  }
}

type Entries<T> = Readonly<Record<string, T>>
type Within<T> = (begun: T, mine: T, theirs: T) => T

function entriesMerged<T>(
  begun: Entries<T> | undefined,
  mine: Entries<T> | undefined,
  theirs: Entries<T> | undefined,
  within: Within<T> = (_, own) => own,
): Record<string, T> | undefined {
  const names = [...new Set([theirs, mine].flatMap((entries) => Object.keys(entries ?? {})))]
  const kept = names.flatMap((name): [string, T][] => {
    const value = oneMerged(begun?.[name], mine?.[name], theirs?.[name], within)
    return value === undefined ? [] : [[name, value]]
  })
  return kept.length === 0 && theirs === undefined ? undefined : Object.fromEntries(kept)
}

/** @returns undefined: it is gone */
function oneMerged<T>(
  begun: T | undefined,
  mine: T | undefined,
  theirs: T | undefined,
  within: Within<T>,
): T | undefined {
  if (isAlike(begun, mine)) return theirs
  if (mine === undefined || begun === undefined || theirs === undefined) return mine
  return within(begun, mine, theirs)
}

/** Field by field: those that were changed here, and the others as they are. */
function fieldsMerged<T extends object>(begun: T, mine: T, theirs: T): T {
  const fields = entriesMerged<unknown>(begun as Entries<unknown>, mine as Entries<unknown>, theirs as Entries<unknown>)
  return fields as T
}

const clauseMerged: Within<Clause> = (begun, mine, theirs) =>
  mine.kind === begun.kind && mine.kind === theirs.kind ? fieldsMerged(begun, mine, theirs) : mine

/** Clauses in the order in which others have them, new ones last; where somebody has put them in another order, in that. */
function clausesMerged(begun: readonly Clause[], mine: readonly Clause[], theirs: readonly Clause[]): Clause[] {
  const [before, here, now] = [begun, mine, theirs].map((clauses) => new Map(clauses.map((one) => [one.id, one])))
  const idsOf = (clauses: readonly Clause[], also: readonly Clause[]) => [
    ...new Set([...clauses, ...also].map(({ id }) => id)),
  ]
  const ids = isInOrder(begun, mine) ? idsOf(theirs, mine) : idsOf(mine, theirs)
  return ids.flatMap((id) => oneMerged(before?.get(id), here?.get(id), now?.get(id), clauseMerged) ?? [])
}

/** Whether clauses stand as they were begun, those that have come since behind them. */
function isInOrder(begun: readonly Clause[], mine: readonly Clause[]): boolean {
  const here = new Set(mine.map(({ id }) => id))
  return begun.filter(({ id }) => here.has(id)).every(({ id }, at) => mine[at]?.id === id)
}
