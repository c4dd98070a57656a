/** What anybody may see of a decision: place and rule, but never the individual reason of a named person. */
import type { Clause, Who } from '../circular/clause.ts'
import type { Circular } from '../circular/schema.ts'
import { individualReason } from '../messages/undetermined-words.ts'
import type { Facts } from '../staff/facts.ts'
import type { ClauseRef, Finding } from './row.ts'
import type { Rulebook } from './rulebook.ts'

export interface PublicView {
  /** The finding without clauses that speak of individual attributes; a document that decides without a clause remains. */
  finding<F extends Finding>(finding: F): F
  /** Clauses without those: how they were asked (their silence would tell as much as their voice), or who cites them. */
  clauses<T extends ClauseRef>(clauses: readonly T[]): T[]
  /**
   * How many people a reading moves, by its key `document/question.reading`: null where it hangs on individual
   * attributes and moves so few that somebody could be found by them.
   */
  count(reading: string, people: number): number | null
}

/** What the person themselves sees: everything. */
export const ownView: Pick<PublicView, 'finding' | 'clauses'> = {
  finding: (finding) => finding,
  clauses: (clauses) => [...clauses],
}

/**
 * The facts that a public answer may look at. A proposal is no law: to try it nobody's individual attributes are looked
 * at, or whoever moves in a simulation would show them.
 */
export const publicFacts = (facts: Facts, simulated: boolean): Facts =>
  simulated ? { ...facts, attributes: [] } : facts

/** Fewer people than these are not counted in public where an individual attribute moves them. */
export const fewestCounted = 10

/**
 * Works out which clauses and readings of a rulebook hang on individual attributes: pregnant, at risk, unwell and the
 * like. Post and employment are no such attributes, and neither is shift work, which the staff list says; age is hidden
 * only beside one.
 */
export function publicViewOf({ versions, others, seatReadings }: Rulebook): PublicView {
  const hidden = new Set<string>()
  for (const { doc } of versions) for (const id of individualClauses(doc)) hidden.add(`${doc.id}/${id}`)
  const hiddenReadings = [...others, ...seatReadings]
    .filter(({ versions: other }) => other.some(({ doc }) => differsInIndividual(doc, versions, hidden)))
    .map(({ key }) => key)
  const hides = ({ circular, clause }: ClauseRef) => hidden.has(`${circular}/${clause}`)
  const shown = <T extends ClauseRef>(entries: readonly T[]) => entries.filter((entry) => !hides(entry))
  const made = new WeakMap<Finding, Finding>()

  function make<F extends Finding>(finding: F): F {
    const { circular, clause, cite } = finding
    const kept = clause.map((id) => circular === null || !hides({ circular, clause: id }))
    return {
      ...finding,
      clause: clause.filter((_, position) => kept[position]),
      cite: cite.filter((_, position) => kept[position]),
      duties: shown(finding.duties),
      bans: shown(finding.bans),
      services: shown(finding.services),
      set_aside: shown(finding.set_aside).map((one) => ({
        ...one,
        by: one.by.filter((id) => !hides({ circular: one.circular, clause: id })),
      })),
      conflicts: shown(finding.conflicts),
      missing: shown(finding.missing),
      readings: finding.readings.filter((reading) => !hiddenReadings.some((key) => reading.startsWith(`${key}=`))),
      undetermined: finding.undetermined && {
        ...finding.undetermined,
        // Where clauses are hidden, a reason that they gave, or a fact that only they ask for, would name them.
        reason:
          hidden.size > 0 && (kept.includes(false) || finding.undetermined.code === 'attribute_unknown')
            ? individualReason
            : finding.undetermined.reason,
      },
    }
  }

  return {
    finding: <F extends Finding>(finding: F): F => {
      const known = made.get(finding)
      if (known) return known as F
      const fresh = make(finding)
      made.set(finding, fresh)
      return fresh
    },
    clauses: shown,
    count: (reading, people) => (people < fewestCounted && hiddenReadings.includes(reading) ? null : people),
  }
}

/**
 * Ids of the clauses of a document that speak of individual attributes, or follow from one that does. A clause on age
 * that leads to the same place is among them: shown beside a hidden one, it would leave illness as the only reason.
 */
export function individualClauses({ scope, clauses }: Circular): ReadonlySet<string> {
  const found = new Set<string>()
  if (scope && isIndividual(scope, found)) return new Set(clauses.map(({ id }) => id))
  // A clause may follow from one that stands below it.
  for (let before = -1; before < found.size; ) {
    before = found.size
    const places = new Set(
      clauses.flatMap((one) => (one.kind === 'placement' && found.has(one.id) ? [JSON.stringify(one.place)] : [])),
    )
    for (const one of clauses) {
      const beside = one.kind === 'placement' && asksAge(one.who) && places.has(JSON.stringify(one.place))
      if (beside || isIndividual(one.who, found)) found.add(one.id)
    }
  }
  return found
}

const isIndividual = ({ has = [], under = [], any_of = [], not }: Who, found: ReadonlySet<string>): boolean =>
  has.some((attribute) => attribute !== 'works_shifts') ||
  under.some((clause) => found.has(clause)) ||
  [...any_of, ...(not ? [not] : [])].some((who) => isIndividual(who, found))

const asksAge = ({ age, any_of = [], not }: Who): boolean =>
  age !== undefined || [...any_of, ...(not ? [not] : [])].some(asksAge)

/** Whether a document, read otherwise, says something else in or about a clause that speaks of individual attributes. */
function differsInIndividual(doc: Circular, used: Rulebook['versions'], hidden: ReadonlySet<string>): boolean {
  const own = individualClauses(doc)
  const isHidden = (id: string) => own.has(id) || hidden.has(`${doc.id}/${id}`)
  const before = new Map(used.find((one) => one.doc.id === doc.id)?.doc.clauses.map((clause) => [clause.id, clause]))
  const after = new Map(doc.clauses.map((clause) => [clause.id, clause]))
  const concerns = (clause: Clause | undefined) =>
    clause !== undefined && [clause.id, ...(clause.over ?? []), ...(clause.who.under ?? [])].some(isHidden)
  return [...new Set([...before.keys(), ...after.keys()])].some((id) => {
    const [one, other] = [before.get(id), after.get(id)]
    return JSON.stringify(one) !== JSON.stringify(other) && (concerns(one) || concerns(other))
  })
}
