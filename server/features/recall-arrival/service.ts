/** That somebody came who was called: by a check-in at the office, or by the word of their superior. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { arrive } from '@piket/domain/attendance/recall.ts'
import { instantAt, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import type { Tx } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import type { GradedCheckIn } from '../check-in-grade/service.ts'
import { saveFacts } from '../fact/service.ts'
import { businessDay } from '../knowledge/service.ts'
import {
  checkInsFor,
  followed,
  holdRecallGiven,
  type KeptRecall,
  keepChange,
  recallsUnarrived,
} from '../recall/service.ts'
import { holdInReach } from '../recall-reach/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** The superior's word that somebody is there, on the day itself. Said twice it is said once. */
export const markArrival = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<Refusal | undefined> =>
  holdInReach(source, region, viewer, id, async (tx, { recall, at, by }) => {
    if (recall.arrivalBy === by) return undefined
    if (recall.day !== businessDay(source, region)) return { refused: 'recall-closed' }
    const there = arrive(recall, at)
    if (isRefused(there)) return { refused: there.refused }
    await keepArrival(tx, source, region, { ...recall, ...there }, by)
    return undefined
  })

/**
 * Keeps that somebody came. It counts as an office day from then on: in the seats of the day, and in the turns that are
 * drawn later.
 */
async function keepArrival(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  recall: KeptRecall,
  by: string | null,
): Promise<void> {
  const at = recall.arrivedAt ?? recall.orderedAt
  const actor = by ?? recall.person
  const change = { arrived_at: new Date(at).toISOString(), arrival_by: by }
  await keepChange(tx, recall, change, { actor, kind: 'recall-arrived' })
  // The day of a demonstration is lived again tomorrow: nothing of today may stay in its facts.
  if (region.demoDay !== null) return
  const time = instantAt(at, zoneOffset[region.zone]).slice(10)
  const order = { employee: recall.person, day: recall.day, do: 'recall', by: recall.orderedAs } as const
  const override = { ...order, at: `${recall.day}${time}`, reason: recall.reason } as const
  await saveFacts(tx, { overrides: [override] }, { by: actor, recorded: source.clock.now(region.zone) })
}

/**
 * Keeps the arrivals that check-ins show and no record has yet: of today, and of days before whose check-in a phone
 * without a signal sent later.
 * @returns how many
 */
export async function keepArrivals(source: Source, region: RegionAsListed): Promise<number> {
  let kept = 0
  for (const some of await recallsUnarrived(source, region)) kept += await keepAmong(source, region, some)
  return kept
}

/** Keeps the arrivals that check-ins show among some recalls. Only these are held, each for as long as it is changed. */
async function keepAmong(source: Source, region: RegionAsListed, recalls: readonly KeptRecall[]): Promise<number> {
  const checkIns = await checkInsFor(source, region, recalls)
  const now = source.clock.moment()
  let kept = 0
  for (const recall of recalls) {
    const own = checkIns(recall)
    if (followed(recall, own, now).state === 'arrived') kept += await keepIfArrived(source, region, recall.id, own)
  }
  return kept
}

/** @returns 1 where the person came and nobody has kept it, else 0 */
async function keepIfArrived(
  source: Source,
  region: RegionAsListed,
  id: string,
  checkIns: readonly GradedCheckIn[],
): Promise<number> {
  let kept = 0
  await holdRecallGiven(source, region, id, checkIns, async (tx, { recall, row }) => {
    if (recall.state !== 'arrived' || row.arrivedAt !== null) return undefined
    await keepArrival(tx, source, region, recall, null)
    kept = 1
    return undefined
  })
  return kept
}
