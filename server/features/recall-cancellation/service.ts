/** That nobody is wanted any more: for one of those who were called, or for everybody called for the same. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { calledTogether, cancel } from '@piket/domain/attendance/recall.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import type { Tx } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import { type Source, tell, withdraw } from '../notice/service.ts'
import { type KeptRecall, keepChange } from '../recall/service.ts'
import { holdBesideInReach } from '../recall-reach/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** What a superior says who cancels. */
interface Cancellation {
  readonly word: string
  /** Everybody who was called for the same, as far as they are in reach. */
  readonly whole: boolean
}

/** Cancels a recall in reach, until it is settled. The first word stands; said twice it is said once. */
export const cancelRecall = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { word, whole }: Cancellation,
): Promise<Refusal | undefined> =>
  holdBesideInReach(source, region, viewer, id, async (tx, { recalls, at, now, by }) => {
    const meant = whole ? calledTogether(recalls, { id }) : recalls.filter((one) => one.id === id)
    if (meant.length === 0) return { refused: 'not-found' }
    const open = meant.filter(({ cancelled, settled }) => cancelled === null && settled === null)
    if (open.length === 0) return meant.some(wasSaid(by, word)) ? undefined : { refused: noMore(meant) }
    const change = { cancelled_at: now, cancelled_for: word.trim(), cancelled_by: by }
    for (const recall of open) {
      const next = cancel(recall, word, at)
      if (isRefused(next)) return { refused: next.refused }
      await keepChange(tx, recall, change, { actor: by, kind: 'recall-cancelled', body: { whole } })
      await sayIt(tx, source, region, recall, by)
    }
    return undefined
  })

const wasSaid =
  (by: string, word: string) =>
  ({ cancelled }: KeptRecall): boolean =>
    cancelled?.by === by && cancelled.for === word.trim()

const noMore = (recalls: readonly KeptRecall[]) =>
  recalls.some(({ cancelled }) => cancelled !== null) ? 'recall-cancelled' : 'recall-closed'

/** Tells whoever may be on the way. Who cannot come has nothing to hear, and nobody is called any more. */
async function sayIt(tx: Tx, source: Source, region: RegionAsListed, recall: KeptRecall, by: string): Promise<void> {
  const { id: subject, agency, day, person: employee, arriveByAt: due, state } = recall
  await withdraw(tx, source, 'recall', subject)
  if (state === 'declined') return
  await tell(tx, source, region, { kind: 'recall_cancelled', subject, agency, day, employee, due, by })
}
