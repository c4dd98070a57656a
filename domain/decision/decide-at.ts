/** What holds for one person at one time of one day, and why. */
import { isWorking } from '../calendar/calendar.ts'
import type { Version } from '../circular/register.ts'
import { namesDays } from '../circular/selectors.ts'
import type { ActingRecord, LeaveKind } from '../staff/facts.ts'
import { type Active, activeAt, pendingIn, speakingOrder } from './active.ts'
import { consequencesOf } from './consequences.ts'
import { breachFrom, type Candidate, disagreesWithin, type Settlement, settle, writtenPlace } from './placement.ts'
import { absenceOf, type ClauseRef, type Finding, type MissingLetter, notWorking, type Place } from './row.ts'
import { missingFact, type Scene } from './scene.ts'
import { applies } from './speaks-to.ts'
import type { Truth } from './truth.ts'
import { actingOn, kindOfDay, leaveOn, overrideOn } from './world.ts'

/** Beyond this number of clauses hanging on unknown facts the answer is "undetermined" without trying every case. */
const mostUnknown = 10

/** A clause as it was asked for one person: what an explanation shows. */
export interface Asked extends ClauseRef {
  readonly truth: Truth
  /** The acting posts without which the answer would be another. */
  readonly byActing: readonly ActingRecord[]
}

/** Place and strength, with the clauses that led there. */
interface Placed {
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

/** What stays the same while one person's day is looked at. */
interface Look {
  readonly scene: Omit<Scene, 'doc'>
  readonly active: readonly Active[]
  readonly leave: LeaveKind | undefined
  /** Letters that clauses lack, by document, clause and letter. */
  readonly missing: Map<string, MissingLetter>
}

/** Decides at the scene's day and time. The row's readings are added by whoever tries the other readings. */
export function decideAt(versions: readonly Version[], scene: Omit<Scene, 'doc'>): Omit<Finding, 'readings'> {
  const look = lookAt(versions, scene)
  const placed = place(look)
  const consequences = consequencesOf(look.active, scene, {
    working: !notWorking.has(placed.place),
    leave: look.leave,
    applies: ({ doc }) => {
      const settledBy = doc.id === placed.circular ? placed.clause : []
      const here = { ...scene, doc, placed: placed.place, settledBy }
      return (clause) => applies(clause, here, look.missing)
    },
  })
  return Object.assign(placed, consequences, {
    missing: [...look.missing.values()],
    pending: pendingIn(versions, scene.world),
    known: scene.world.known,
  })
}

/** Place and strength alone: what another reading is compared by. */
export const placeAt = (versions: readonly Version[], scene: Omit<Scene, 'doc'>): Pick<Finding, 'place' | 'force'> =>
  place(lookAt(versions, scene))

/** Every placement clause of the documents in force, as it was asked for the person of the scene. */
export function askedOf(versions: readonly Version[], scene: Omit<Scene, 'doc'>): Asked[] {
  const { employee } = scene.person
  const holding = (posts: readonly ActingRecord[]) =>
    placementCandidates(
      lookAt(versions, {
        ...scene,
        world: { ...scene.world, acting: new Map([[employee, posts]]) },
        unknown: new Set(),
      }),
      worksOn(scene),
    )
  const posts = actingOn(scene.world, employee, scene.day)
  const without = posts.length === 0 ? [] : holding([])
  const alone = posts.map((post) => ({ post, found: holding([post]) }))
  return placementCandidates(lookAt(versions, scene), worksOn(scene)).map(({ active, clause, truth }, position) => ({
    circular: active.doc.id,
    clause: clause.id,
    truth,
    byActing: alone.flatMap(({ post, found }) =>
      found[position]?.truth === truth && without[position]?.truth !== truth ? [post] : [],
    ),
  }))
}

const lookAt = (versions: readonly Version[], scene: Omit<Scene, 'doc'>): Look => ({
  scene,
  active: activeAt(versions, scene),
  leave: leaveOn(scene.world, scene.person.employee, scene.day)?.kind,
  missing: new Map(),
})

const worksOn = ({ world, day, person }: Omit<Scene, 'doc'>): boolean =>
  isWorking(kindOfDay(world, day, person.workPattern))

function place(look: Look): Placed {
  const working = worksOn(look.scene)
  const placed: Placed = {
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
  // Circulars do not reach leave: no clause is asked.
  if (working && look.leave) placed.place = absenceOf(look.leave)
  else {
    const candidates = placementCandidates(look, working)
    const speaksOfDay = candidates.some(({ truth, clause }) => truth !== false && namesDays(clause))
    if (!working && !speaksOfDay) placed.place = 'off'
    else if (look.leave) placed.place = absenceOf(look.leave)
    else {
      weigh(placed, candidates, look)
      overrule(placed, look.scene)
    }
  }
  return placed
}

function placementCandidates({ active, scene, missing }: Look, working: boolean): Candidate[] {
  const candidates: Candidate[] = []
  for (const one of active) {
    const here = { ...scene, doc: one.doc }
    for (const clause of one.doc.clauses) {
      // Without `day` a clause speaks about working days of that person.
      if (clause.kind !== 'placement' || !(working || namesDays(clause))) continue
      candidates.push({ active: one, clause, truth: applies(clause, here, missing) })
    }
  }
  return candidates
}

/** Tries every completion of what is not known: one outcome, it is decided; several, the missing facts are named. */
function weigh(placed: Placed, candidates: readonly Candidate[], { active, scene }: Look) {
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
  placed.conflicts = settlement.conflicts
  if (outcomes.size > 1 || unknown.length > mostUnknown) {
    const possible = [...new Set([...outcomes.keys()].map((outcome) => outcome.split(' ')[0]))]
    placed.place = 'undetermined'
    placed.force = 'must'
    placed.undetermined = {
      ...missingFact([...scene.unknown], scene.world),
      reason: `${[...scene.unknown].join(', ')} not known; possible: ${possible.join(' or ')}`,
    }
    return
  }
  const { winner } = settlement
  if (!winner) return
  const circular = winner.active.doc.id
  placed.place = winner.place
  placed.force = winner.force
  placed.circular = circular
  placed.changed_by = winner.active.segment.by ?? null
  placed.clause = winner.live.map(({ id }) => id)
  placed.cite = winner.live.map(({ cite }) => cite)
  placed.set_aside = winner.aside
  placed.undetermined = winner.undetermined
  placed.breach_from = breachFrom(winner.active)
  if (winner.place === 'conflict' && disagreesWithin(winner))
    placed.conflicts = [
      ...placed.conflicts,
      ...winner.live.map((clause) => ({
        kind: 'within' as const,
        circular,
        clause: clause.id,
        place: writtenPlace(clause),
      })),
    ]
}

/** The roster turns `rotate` into the drawn place; a recall or a field order then overrides from its time on. */
function overrule(placed: Placed, { world, day, time, person }: Omit<Scene, 'doc'>) {
  const drawn = world.drawn.get(person.employee)?.get(day)
  if (drawn && placed.place === 'rotate') placed.place = drawn.place
  const order = overrideOn(world, person.employee, day, time)
  if (!order) return
  placed.place = order.do === 'recall' ? 'office' : 'field'
  placed.force = 'must'
  placed.override = { do: order.do, by: order.by }
}
