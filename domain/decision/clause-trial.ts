/** What each clause of a draft does by itself: the rules with all of them, beside the rules without that one. */

import type { Day } from '../calendar/day.ts'
import type { Written } from '../circular/amendment.ts'
import type { Clause } from '../circular/clause.ts'
import type { Circular, Relation } from '../circular/schema.ts'
import { wordingOn, wordingsOf } from '../circular/wording.ts'
import { middayOf } from './decide.ts'
import { type DecisionTable, decideList, spansAt } from './decide-list.ts'
import { aloneBook, officesIn, type Trial, withDraft } from './effect.ts'
import { type Moves, movesBetween } from './impact.ts'
import { officesChanged } from './office-day.ts'
import { individualClauses } from './public-view.ts'
import { isGap } from './row.ts'

/** A clause, and what would change without it. */
export interface ClauseTrial {
  readonly clause: string
  /**
   * `unfit`: without it the text contradicts itself. `untold`: it hangs on what is people's own affair, speaks to the
   * public, or is a pattern of rosters, so that nothing is seen in anybody's day here.
   */
  readonly moves: Moves | 'unfit' | 'untold'
  /** Agencies in which more or fewer could be at the office. */
  readonly agencies: number
}

/** Whether nobody would notice if a clause were not there. */
export const isRedundant = ({ moves, agencies }: ClauseTrial): boolean =>
  typeof moves !== 'string' && moves.same === moves.people && agencies === 0

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

/**
 * Tries a draft without each of its clauses. Yields after each, so that others have their turns in between.
 * @returns undefined: the draft contradicts itself or the law as it stands
 */
export function* clauseTrials(written: Written, trial: Trial): Generator<void, ClauseTrial[] | undefined> {
  const { days, world, column } = trial
  const whole = withDraft({ ...written, doc: { ...written.doc, open_questions: [] } }, trial)
  if (!whole) return undefined
  const asWhole = decideList(whole.book, world.staff.ids, days)
  const offices = officesIn(whole.book, asWhole, column)
  const found: ClauseTrial[] = []
  const individual = individualClauses(written.doc)
  for (const { id: clause, kind, who } of written.doc.clauses) {
    // What a pattern asks for shows when a roster is drawn.
    if (kind === 'pattern' || who.public || individual.has(clause)) {
      found.push({ clause, moves: 'untold', agencies: 0 })
      continue
    }
    yield
    const drafted = withDraft({ ...written, doc: without(written.doc, clause) }, trial)
    if (!drafted) {
      found.push({ clause, moves: 'unfit', agencies: 0 })
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
 * Holds what a document claims of others against what both do alone to the same people: those of whom the document itself
 * speaks. Stricter is who keeps more people away from the office: that is what such circulars are issued for. Yields
 * between two claims.
 */
export function* claimTrials(doc: Circular, trial: Trial): Generator<void, ClaimTrial[]> {
  const { ground, world, days } = trial
  const own = aloneBook({ ...doc, relations: [] }, trial)
  const claims = doc.relations.filter(isClaim)
  if (!own || claims.length === 0) return []
  const asDrafted = decideList(own, world.staff.ids, days)
  const spokenOf = [...asDrafted.employees.keys()].filter((one) => isSpokenOf(asDrafted, one))
  const found: ClaimTrial[] = []
  for (const { type, target, clauses } of claims) {
    yield
    const filed = ground.law.find((one) => one.doc.id === target)?.doc
    if (!filed) continue
    const other = wordingOn(wordingsOf(filed, ground.law, ground), days[0] as Day).doc
    const said = clauses ? { ...other, clauses: other.clauses.filter(({ id }) => clauses.includes(id)) } : other
    const book = aloneBook({ ...said, relations: [] }, trial)
    if (!book) continue
    const moves = movesBetween(decideList(book, world.staff.ids, days), asDrafted, spokenOf)
    found.push({ type, target, stricter: moves.toHome, looser: moves.toOffice })
  }
  return found
}

/** Whether some clause speaks of a person on every day on which they work. */
const isSpokenOf = (table: DecisionTable, person: number): boolean =>
  table.days.every((_, column) => {
    const finding = middayOf(spansAt(table, person, column))
    return finding === undefined || !isGap(finding)
  })
