/** What holds for one person at one time of one day, and why. */
import { isWorking } from '../calendar/calendar.ts'
import type { Version } from '../circular/register.ts'
import type { Clause } from '../circular/schema.ts'
import { type Active, activeAt, pendingIn, speakingOrder } from './active.ts'
import { consequencesOf } from './consequences.ts'
import { hasLetter } from './letters.ts'
import { breachFrom, type Candidate, disagreesWithin, type Settlement, settle, writtenPlace } from './placement.ts'
import { type ClauseRef, type Finding, type MissingLetter, notWorking, type Place } from './row.ts'
import type { Scene } from './scene.ts'
import { holds } from './select-days.ts'
import { reaches } from './select-people.ts'
import { all, type Truth } from './truth.ts'
import { kindOfDay, leaveOn } from './world.ts'

/** Beyond this number of clauses hanging on unknown facts the answer is "undetermined" without trying every case. */
const mostUnknown = 10

/** A clause as it was asked for one person: what an explanation shows. */
export interface Asked extends ClauseRef {
  readonly truth: Truth
}

export interface Decided {
  readonly finding: Omit<Finding, 'readings'>
  /** Every placement clause of the documents in force, in the order of asking. */
  readonly asked: readonly Asked[]
}

interface Draft {
  place: Place
  force: Finding['force']
  circular: string | null
  changed_by: string | null
  clause: string[]
  cite: string[]
  set_aside: Finding['set_aside']
  conflicts: Finding['conflicts']
  undetermined: Finding['undetermined']
  override: Finding['override']
  breach_from: string | null
}

/** Decides at the scene's day and time. The row's readings are added by whoever tries the other readings. */
export function decideAt(versions: readonly Version[], scene: Omit<Scene, 'doc'>): Decided {
  const { world, day, person } = scene
  const active = activeAt(versions, scene)
  const missing = new Map<string, MissingLetter>()
  const working = isWorking(kindOfDay(world, day, person.workPattern))
  const candidates = placementCandidates(active, scene, working, missing)
  const draft: Draft = {
    place: 'office',
    force: 'default',
    circular: null,
    changed_by: null,
    clause: [],
    cite: [],
    set_aside: [],
    conflicts: [],
    undetermined: null,
    override: null,
    breach_from: null,
  }
  const leave = leaveOn(world, person.employee, day)?.kind
  const speaksOfDay = candidates.some(({ truth, clause }) => truth !== false && clause.when?.day !== undefined)
  if (!working && !speaksOfDay) draft.place = 'off'
  else if (leave) draft.place = leave === 'official_travel' ? 'travel' : leave === 'education' ? 'education' : 'leave'
  else {
    place(draft, candidates, active, scene)
    overrule(draft, scene)
  }
  const consequences = consequencesOf(active, scene, {
    working: !notWorking.has(draft.place),
    leave,
    applies: (one, clause) =>
      applies(
        one,
        clause,
        { ...scene, placed: draft.place, settledBy: one.doc.id === draft.circular ? draft.clause : [] },
        missing,
      ),
  })
  return {
    finding: {
      ...draft,
      ...consequences,
      missing: [...missing.values()],
      pending: pendingIn(versions, world),
      known: world.known,
    },
    asked: candidates.map((one) => ({ circular: one.active.doc.id, clause: one.clause.id, truth: one.truth })),
  }
}

function placementCandidates(
  active: readonly Active[],
  scene: Omit<Scene, 'doc'>,
  working: boolean,
  missing: Map<string, MissingLetter>,
): Candidate[] {
  const candidates: Candidate[] = []
  for (const one of active) {
    for (const clause of one.doc.clauses) {
      // Without `day` a clause speaks about working days of that person.
      if (clause.kind !== 'placement' || !(working || clause.when?.day)) continue
      candidates.push({ active: one, clause, truth: applies(one, clause, scene, missing) })
    }
  }
  return candidates
}

/** Scope AND who AND when, then letters: a clause that lacks a letter does not apply, and the letter is listed. */
function applies(
  { doc }: Active,
  clause: Clause,
  scene: Omit<Scene, 'doc'>,
  missing: Map<string, MissingLetter>,
): Truth {
  const here = { ...scene, doc }
  const truth = all([doc.scope ? reaches(doc.scope, here) : true, reaches(clause.who, here), holds(clause.when, here)])
  if (truth === false || !clause.needs) return truth
  const lacking = clause.needs.filter((need) => !hasLetter(need, here))
  for (const { letter } of lacking)
    missing.set(`${doc.id}/${clause.id}/${letter}`, { circular: doc.id, clause: clause.id, letter })
  return lacking.length > 0 ? false : truth
}

/** Tries every completion of what is not known: one outcome, it is decided; several, the missing facts are named. */
function place(draft: Draft, candidates: readonly Candidate[], active: readonly Active[], scene: Omit<Scene, 'doc'>) {
  const compare = speakingOrder(scene.world.facts.settings)
  const unknown = candidates.filter(({ truth }) => truth === null)
  const outcomes = new Map<string, Settlement>()
  for (let completion = 0; completion < 2 ** Math.min(unknown.length, mostUnknown); completion++) {
    const taken = candidates.filter(
      (one) => one.truth === true || (one.truth === null && ((completion >> unknown.indexOf(one)) & 1) === 1),
    )
    const settlement = settle(taken, active, scene, compare)
    const { winner } = settlement
    const outcome = `${winner?.place ?? 'office'} ${winner?.force ?? 'default'}`
    if (!outcomes.has(outcome)) outcomes.set(outcome, settlement)
  }
  const [settlement] = outcomes.values()
  if (!settlement) return
  draft.conflicts = settlement.conflicts
  if (outcomes.size > 1 || unknown.length > mostUnknown) {
    const possible = [...new Set([...outcomes.keys()].map((outcome) => outcome.split(' ')[0]))]
    draft.place = 'undetermined'
    draft.force = 'must'
    draft.undetermined = {
      code: 'attribute_unknown',
      reason: `${[...scene.unknown].join(', ')} not known; possible: ${possible.join(' or ')}`,
      ask: 'bkpsdm',
    }
    return
  }
  const { winner } = settlement
  if (!winner) return
  const circular = winner.active.doc.id
  draft.place = winner.place
  draft.force = winner.force
  draft.circular = circular
  draft.changed_by = winner.active.segment.by ?? null
  draft.clause = winner.live.map(({ id }) => id)
  draft.cite = winner.live.map(({ cite }) => cite)
  draft.set_aside = winner.aside
  draft.undetermined = winner.undetermined
  draft.breach_from = breachFrom(winner.active)
  if (winner.place === 'conflict' && disagreesWithin(winner))
    draft.conflicts = [
      ...draft.conflicts,
      ...winner.live.map((clause) => ({
        kind: 'within' as const,
        circular,
        clause: clause.id,
        place: writtenPlace(clause),
      })),
    ]
}

/** The roster turns `rotate` into the drawn place; a recall or a field order then overrides from its time on. */
function overrule(draft: Draft, { world, day, time, person }: Omit<Scene, 'doc'>) {
  const drawn = world.drawn.get(person.employee)?.get(day)
  if (drawn && draft.place === 'rotate') draft.place = drawn.place
  const order = world.overrides
    .get(person.employee)
    ?.find((one) => one.day === day && (one.at === null || one.at <= `${day}T${time}`))
  if (!order) return
  draft.place = order.do === 'recall' ? 'office' : 'field'
  draft.force = 'must'
  draft.override = { do: order.do, by: order.by }
}
