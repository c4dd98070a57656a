/** That nobody is wanted any more: for one of those who were called, or for everybody called for the same. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { calledTogether, cancel, isCancellable, type RecallRefusal } from '@piket/domain/attendance/recall.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import type { Tx } from '#platform/db.ts'
import { type Refusal, refusals } from '#platform/refusal.ts'
import { tell, withdraw } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import { type KeptRecall, keepChange } from '../recall/service.ts'
import { holdBesideInReach } from '../recall-reach/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** What a superior says who cancels. */
interface Cancellation {
  readonly word: string
  /** Everybody who was called for the same, as far as they are in reach. */
  readonly whole: boolean
}

/**
 * Cancels a recall in reach, until its deadline. Of several, those who have come by then are left as they are. The first
 * word stands; said twice it is said once.
 */
export const cancelRecall = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { word, whole }: Cancellation,
): Promise<Refusal | undefined> =>
  holdBesideInReach(source, region, viewer, id, async (tx, { recalls, at, now, by }) => {
    const asked = recalls.find((one) => one.id === id)
    if (!asked) return { refused: 'not-found' }
    const meant = whole ? (calledTogether(recalls).get(id) ?? []) : [asked]
    const open = meant.filter((one) => isCancellable(one, at))
    if (open.length === 0 && meant.some(wasSaid(by, word))) return undefined
    const next = cancel(open[0] ?? asked, word, at)
    if (isRefused(next)) return refusedFor(next.refused, word)
    const change = { cancelled_at: now, cancelled_for: word.trim(), cancelled_by: by }
    await withdraw(tx, source, { kind: 'recall', day: asked.day, subjects: open.map((one) => one.id) })
    for (const recall of open) {
      await keepChange(tx, recall, change, { actor: by, kind: 'recall-cancelled', body: { whole } })
      await sayIt(tx, source, region, recall, by)
    }
    return undefined
  })

const wasSaid =
  (by: string, word: string) =>
  ({ cancelled }: KeptRecall): boolean =>
    cancelled?.by === by && cancelled.for === word.trim()

const tooLate = {
  id: 'Batas hadir sudah lewat, jadi panggilan ini tidak dapat dibatalkan lagi. Bila pegawai tidak hadir, selesaikan pada kartu panggilannya.',
  en: 'The deadline has passed, so this recall cannot be cancelled any more. If the person did not come, settle it on its card.',
}

/** The refusal. Where the card has no form any more it says what was typed too, for that is nowhere else. */
function refusedFor(refused: RecallRefusal, word: string): Refusal {
  const typed = word.trim()
  if (typed === '') return { refused }
  const { id, en } = refused === 'recall-closed' ? tooLate : refusals[refused].meaning
  return { refused, detail: { id: `${id} Yang Anda tulis: “${typed}”.`, en: `${en} You wrote: “${typed}”.` } }
}

/** Tells whoever may be on the way. Who cannot come has nothing to hear, and nobody is called any more. */
async function sayIt(tx: Tx, source: Source, region: RegionAsListed, recall: KeptRecall, by: string): Promise<void> {
  const { id: subject, agency, day, person: employee, arriveByAt: due, state } = recall
  if (state === 'declined') return
  await tell(tx, source, region, { kind: 'recall_cancelled', subject, agency, day, employee, due, by })
}
