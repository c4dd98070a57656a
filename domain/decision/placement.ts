/** Where somebody works: inside one document, then among documents (circular-language, sections 5, 7 and 10). */
import { startOf } from '../calendar/day.ts'
import { type Force, forces, type Placement } from '../circular/clause.ts'
import { setsAside } from '../circular/precedence.ts'
import type { Version } from '../circular/register.ts'
import type { Active } from './active.ts'
import type { Conflict, Place, SetAside, Undetermined } from './row.ts'
import type { Scene } from './scene.ts'
import type { Truth } from './truth.ts'
import { resolveValue } from './value.ts'

/** A placement clause, and whether it applies to the person. */
export interface Candidate {
  readonly active: Active
  readonly clause: Placement
  readonly truth: Truth
}

/** What one document says. */
export interface Ruling {
  readonly active: Active
  readonly live: readonly Placement[]
  readonly aside: readonly SetAside[]
  readonly place: Place
  readonly force: Force
  readonly undetermined: Undetermined | null
  readonly binding: boolean
}

/** What all documents together say; no winner: nobody speaks. */
export interface Settlement {
  readonly winner: Ruling | undefined
  readonly conflicts: readonly Conflict[]
}

/** The same for every person: worked out once a version. */
const asideOf = new WeakMap<Version, Map<string, Set<string>>>()

/** Clauses of a version that are over others, and which; clauses over none are left out. */
export function setAsideIn(version: Version): Map<string, Set<string>> {
  const known = asideOf.get(version)
  if (known) return known
  const made = new Map([...setsAside(version.doc)].filter(([, losers]) => losers.size > 0))
  asideOf.set(version, made)
  return made
}

/**
 * What holds when exactly these clauses apply.
 * @param candidates the clauses taken as true
 * @param active documents in force, the strongest first
 */
export function settle(
  candidates: readonly Candidate[],
  active: readonly Active[],
  scene: Omit<Scene, 'doc'>,
  compare: (a: Active, b: Active) => number,
): Settlement {
  const rulings: Ruling[] = []
  const conflicts: Conflict[] = []
  for (const one of active) {
    const own = candidates.filter((candidate) => candidate.active === one).map(({ clause }) => clause)
    const declined = own.filter((clause) => one.declines(clause))
    for (const clause of declined)
      conflicts.push({ kind: 'declined', circular: one.doc.id, clause: clause.id, place: writtenPlace(clause) })
    const ruling = ruleWithin(
      one,
      own.filter((clause) => !declined.includes(clause)),
      { ...scene, doc: one.doc },
    )
    if (ruling) rulings.push(ruling)
  }
  const binding = rulings.toSorted((a, b) => b.active.rank - a.active.rank).find((ruling) => ruling.binding)
  let winner = binding ?? rulings[0]
  if (!winner) return { winner, conflicts }
  const first = winner
  if (
    !binding &&
    rulings.some((other) => other !== first && compare(other.active, first.active) === 0 && other.place !== first.place)
  ) {
    for (const clause of first.live)
      conflicts.push({ kind: 'between', circular: first.active.doc.id, clause: clause.id, place: first.place })
    winner = { ...first, place: 'conflict' }
  }
  if (binding) {
    for (const { doc } of active.filter((one) => declinesBinding(one, binding)))
      conflicts.push({ kind: 'binding', circular: doc.id, clause: '-', place: 'declined' })
  }
  for (const ruling of rulings) {
    if (ruling.active === winner.active || ruling.place === winner.place) continue
    for (const { id } of ruling.live)
      conflicts.push({
        kind: binding ? 'binding' : 'between',
        circular: ruling.active.doc.id,
        clause: id,
        place: ruling.place,
      })
  }
  return { winner, conflicts }
}

/** Whether a document declines a clause that binds: it is overruled, and that is said. */
const declinesBinding = ({ declined }: Active, { active, live }: Ruling): boolean =>
  declined.some(
    ({ target, clauses }) =>
      target === active.doc.id && live.some(({ id, binding }) => binding && (!clauses || clauses.includes(id))),
  )

/** Drops what an applicable clause is over. Live clauses that agree take the strongest force; that disagree, conflict. */
function ruleWithin(active: Active, applicable: readonly Placement[], scene: Scene): Ruling | undefined {
  const over = setAsideIn(active.version)
  const losesTo = ({ id }: Placement) =>
    applicable.filter((other) => over.get(other.id)?.has(id)).map((other) => other.id)
  const live = applicable.filter((clause) => losesTo(clause).length === 0)
  if (live.length === 0) return undefined
  const aside = applicable
    .map((clause) => ({ circular: active.doc.id, clause: clause.id, by: losesTo(clause) }))
    .filter(({ by }) => by.length > 0)
  const binding = live.some((clause) => clause.binding)
  const values = live.map((clause) => resolveValue(clause.place, clause, scene, 'place'))
  const open = values.find((value) => 'undetermined' in value)
  if (open && 'undetermined' in open)
    return { active, live, aside, binding, place: 'undetermined', force: 'must', undetermined: open.undetermined }
  const places = new Set(values.map((value) => ('value' in value ? String(value.value) : '')))
  const force = forces.find((strength) => live.some((clause) => clause.force === strength)) ?? 'must'
  const place = (places.size === 1 ? [...places][0] : 'conflict') as Place
  return { active, live, aside, binding, place, force, undetermined: null }
}

export const writtenPlace = ({ place }: Placement): string => (typeof place === 'string' ? place : 'undetermined')

/** Whether the live clauses of a ruling disagree among themselves. */
export const disagreesWithin = ({ live }: Ruling): boolean =>
  new Set(live.map(({ place }) => JSON.stringify(place))).size > 1

/** The latest of the start, the recording and the issue: nothing before counts against anybody. */
export function breachFrom({ version, segment, start }: Active): string {
  const recorded = segment.recorded ?? version.recorded
  const issued = version.doc.issued_on
  return [startOf(start), recorded === null ? '' : startOf(recorded), issued === null ? '' : startOf(issued)]
    .toSorted()
    .at(-1) as string
}
