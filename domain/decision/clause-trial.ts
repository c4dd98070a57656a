/** What each clause of a draft does by itself: the rules with all of them, beside the rules without that one. */

import type { Written } from '../circular/amendment.ts'
import type { Clause } from '../circular/clause.ts'
import type { Circular, Relation } from '../circular/schema.ts'
import { decideList } from './decide-list.ts'
import { aloneBook, officesIn, type Trial, withDraft } from './effect.ts'
import { type Moves, movesBetween } from './impact.ts'
import { officesChanged } from './office-day.ts'

/** A clause, and what would change without it. */
export interface ClauseTrial {
  readonly clause: string
  /** Undefined: without it the text contradicts itself. */
  readonly moves: Moves | undefined
  /** Agencies in which more or fewer could be at the office. */
  readonly agencies: number
}

/** Whether nobody would notice if a clause were not there. */
export const isRedundant = ({ moves, agencies }: ClauseTrial): boolean =>
  moves !== undefined && moves.same === moves.people && agencies === 0

/** A claim that a document is stricter or looser than another one, and what is true of it. */
export interface ClaimTrial {
  readonly type: 'stricter' | 'looser'
  readonly target: string
  /** People whom the document keeps at home on some day, and the other one lets in. */
  readonly stricter: number
  /** People whom the document lets in on some day, and the other one keeps at home. */
  readonly looser: number
}

/** Whether nobody stands against a claim. */
export const isTrue = ({ type, stricter, looser }: ClaimTrial): boolean =>
  type === 'stricter' ? looser === 0 : stricter === 0

/** A document without one of its clauses, which no other one is over any more. */
function without({ clauses, ...doc }: Circular, id: string): Circular {
  const rest = clauses.flatMap((clause): Clause[] => {
    if (clause.id === id) return []
    const over = clause.over?.filter((one) => one !== id)
    return [{ ...clause, over: over && over.length > 0 ? over : undefined }]
  })
  return { ...doc, clauses: rest, open_questions: [] }
}

/** Tries a draft without each of its clauses. Yields after each, so that others have their turns in between. */
export function* clauseTrials(written: Written, trial: Trial): Generator<void, ClauseTrial[]> {
  const { days, world, column } = trial
  const whole = withDraft({ ...written, doc: { ...written.doc, open_questions: [] } }, trial)
  if (!whole) return []
  const asWhole = decideList(whole.book, world.staff.ids, days)
  const offices = officesIn(whole.book, asWhole, column)
  const found: ClauseTrial[] = []
  for (const { id: clause } of written.doc.clauses) {
    yield
    const drafted = withDraft({ ...written, doc: without(written.doc, clause) }, trial)
    if (!drafted) {
      found.push({ clause, moves: undefined, agencies: 0 })
      continue
    }
    const table = decideList(drafted.book, world.staff.ids, days)
    const changed = officesChanged(offices, officesIn(drafted.book, table, column))
    found.push({ clause, moves: movesBetween(asWhole, table), agencies: changed.agencies.length })
  }
  return found
}

const isClaim = (relation: Relation): relation is Relation & { type: ClaimTrial['type']; target: string } =>
  (relation.type === 'stricter' || relation.type === 'looser') && relation.target !== null

/**
 * Holds what a document claims of others against what both do alone to the same people. Stricter is who keeps more people
 * away from the office: that is what such circulars are issued for.
 */
export function claimTrials(doc: Circular, trial: Trial): ClaimTrial[] {
  const { ground, world, days } = trial
  const own = aloneBook({ ...doc, relations: [] }, trial)
  return doc.relations.filter(isClaim).flatMap(({ type, target, clauses }) => {
    const other = ground.law.find((one) => one.doc.id === target)?.doc
    const said =
      other && clauses ? { ...other, clauses: other.clauses.filter(({ id }) => clauses.includes(id)) } : other
    const book = said && aloneBook({ ...said, relations: [] }, trial)
    if (!own || !book) return []
    const moves = movesBetween(decideList(book, world.staff.ids, days), decideList(own, world.staff.ids, days))
    return [{ type, target, stricter: moves.toHome, looser: moves.toOffice }]
  })
}
