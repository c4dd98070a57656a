/** What is done with an activity: asked, cleared, refused, carried out, cancelled; and what its owners are told. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { type ActivityMove, clearing, type Hand, moveRefused, moves } from '@piket/domain/activity/activity.ts'
import { nameOf } from '@piket/domain/activity/coordination.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { peopleWithRole } from '../account/service.ts'
import {
  type Activity,
  activitiesOpenFrom,
  findActivity,
  handsOf,
  holdActivity,
  listed,
  rulesOf,
  stepsTaken,
} from '../activity/service.ts'
import { registerAgain } from '../activity-registration/service.ts'
import type { Ground } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { headsOf } from '../leader/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { addDemand, addStep } from './queries.ts'

export interface Moving {
  readonly move: ActivityMove
  readonly words: string
  /** The new day of what is postponed; null: none is named. */
  readonly to: Day | null
}

/** Moves an activity. What somebody sends twice is done once. */
export async function moveActivity(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  moving: Moving,
): Promise<Refusal | undefined> {
  const { move, words } = moving
  const actor = { region: region.code, reach: 'region' } as const
  const row = await findActivity(source, region, id)
  if (!row) return { refused: 'not-found' }
  const hands = handsOf(region, viewer, row)
  const hand = moves[move].by.find((one) => hands.has(one))
  if (hand === undefined) return { refused: 'not-allowed' }
  const ground = await rulesOf(source, region, row.day as Day, row.day as Day)
  if (isRefusal(ground)) return ground
  const by = viewer.employee ?? viewer.account
  return as(source.db, actor, async (tx) => {
    const [activity] = listed(ground, [await holdActivity(tx, id)]) as [Activity]
    const last = (await stepsTaken(tx, id)).at(-1)
    // A clearance while clauses are open is none that was sent before: it answers what has come since.
    const answers = clearing.has(move) && activity.against.length > 0
    if (!answers && last?.move === move && last.by === by && (last.words ?? '') === words.trim()) return undefined
    const refused = moveRefused(move, activity, words, businessDay(source, region))
    if (refused) return { refused }
    const elsewhere =
      move === 'postpone' ? await registerAgain(tx, source, region, viewer, activity, moving.to) : undefined
    if (elsewhere) return elsewhere
    await makeStep(tx, source, activity, { ...moving, by, number: (last?.number ?? 0) + 1 })
    const told = await toTell(tx, source, region, { move, hand, activity })
    if (told)
      await tellOfArrival(
        tx,
        source,
        region,
        told.kind,
        told.people.filter((one) => one !== by),
      )
    return undefined
  })
}

/**
 * Says of a cleared activity that it is escorted, once the team is there, in the transaction of who says so. Nothing where
 * it is not cleared under all that demands it: whoever notes that a team came clears nothing.
 * @param words the teams
 */
export async function markEscorted(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { ground, activity: id, by, words }: Escorted,
): Promise<void> {
  const [activity] = listed(ground, [await holdActivity(tx, id)]) as [Activity]
  if (activity.state !== 'cleared' || activity.against.length > 0) return
  if (moveRefused('escort', activity, words, businessDay(source, region))) return
  const number = ((await stepsTaken(tx, id)).at(-1)?.number ?? 0) + 1
  await makeStep(tx, source, activity, { move: 'escort', words, to: null, by, number })
}

interface Escorted {
  readonly ground: Ground
  readonly activity: string
  /** Employee id, or the account of somebody without a staff record. */
  readonly by: string
  readonly words: string
}

interface Making extends Moving {
  readonly by: string
  readonly number: number
}

/** Writes a step with its event. A clearance answers every clause that is open then; a refusal takes all of it back. */
async function makeStep(
  tx: Tx,
  source: Source,
  activity: Activity,
  { move, words, by, number }: Making,
): Promise<void> {
  const clauses = activity.against.map(nameOf)
  const { clearedUnder } = activity
  const at = new Date(source.clock.moment()).toISOString()
  await addStep(
    tx,
    activity.activity,
    { number, move, words: words.trim() || null, clauses, made_by: by, made_at: at },
    {
      state: moves[move].to,
      clearedUnder: move === 'refuse' ? [] : clearing.has(move) ? [...clearedUnder, ...clauses] : clearedUnder,
    },
  )
  const [clause] = clauses.length > 0 ? clauses : clearedUnder
  await recordEvent(tx, {
    actor: by,
    kind: `activity-${move.replace('_', '-')}`,
    subject: activity.activity,
    agency: activity.agency,
    ...(clause !== undefined && { clause }),
    body: { step: number, clauses },
  })
}

interface Moved {
  readonly move: ActivityMove
  /** As what it was moved. */
  readonly hand: Hand
  readonly activity: Activity
}

/** Who is told of a step: the task force of a question, the owners of its answer. */
async function toTell(tx: Tx, source: Source, region: RegionAsListed, { move, hand, activity }: Moved) {
  if (move === 'ask')
    return {
      kind: 'activity_to_clear',
      people: await peopleWithRole(tx, 'task_force', roleWindow(source, region)),
    } as const
  if (hand !== 'task_force') return undefined
  return { kind: 'activity_answered', people: await ownersOf(tx, source, region, activity) } as const
}

/** Who is told of an activity: who registered it, and who leads the agency. */
export const ownersOf = async (
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { agency, registeredBy }: Pick<Activity, 'agency' | 'registeredBy'>,
): Promise<string[]> => [...new Set([registeredBy, ...(await headsOf(tx, agency, roleWindow(source, region)))])]

/**
 * Tells the owners of activities on the calendar that a clause demands coordination which did not demand it before, once
 * for each clause: a new document, a changed one, or a question that was answered.
 * @returns of how many demands
 */
export async function tellOwners(source: Source, region: RegionAsListed): Promise<number> {
  const actor = { region: region.code, reach: 'region' } as const
  const today = businessDay(source, region)
  const rows = await activitiesOpenFrom(source, region, today)
  const last = rows.at(-1)
  if (!last) return 0
  const ground = await rulesOf(source, region, today, last.day as Day)
  if (isRefusal(ground)) return 0
  let told = 0
  for (const activity of listed(ground, rows))
    if (activity.standing === 'again')
      told += await as(source.db, actor, (tx) => tellOfDemands(tx, source, region, activity))
  return told
}

async function tellOfDemands(tx: Tx, source: Source, region: RegionAsListed, activity: Activity): Promise<number> {
  const at = new Date(source.clock.moment()).toISOString()
  let told = 0
  for (const clause of activity.against.map(nameOf)) {
    if (!(await addDemand(tx, activity.activity, clause, at))) continue
    const event = { actor: 'activity-step', kind: 'activity-demanded', subject: activity.activity, clause }
    await recordEvent(tx, { ...event, agency: activity.agency })
    told++
  }
  if (told > 0)
    await tellOfArrival(tx, source, region, 'activity_to_coordinate', await ownersOf(tx, source, region, activity))
  return told
}
