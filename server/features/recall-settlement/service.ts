/** The word of a superior for a recall to which nobody came. */
import type { Viewer } from '@piket/domain/access/role.ts'
import { type Settlement, settlingWord } from '@piket/domain/attendance/recall.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { keepChange } from '../recall/service.ts'
import { holdInReach } from '../recall-reach/service.ts'
import type { RegionAsListed } from '../region/service.ts'

/** Settles a recall in reach. The first word stands; said twice it is said once. */
export const settleRecall = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { as: settled, word }: { readonly as: Settlement; readonly word: string },
): Promise<Refusal | undefined> =>
  holdInReach(source, region, viewer, id, async (tx, { recall, at, now, by }) => {
    const said = settlingWord(recall, word, at)
    if (isRefused(said)) return { refused: said.refused }
    if (recall.settled) {
      const { as: kept, for: reason, by: before } = recall.settled
      const isSame = kept === settled && reason === said.word && before === by
      return isSame ? undefined : { refused: 'recall-settled-already' }
    }
    const change = { settled_as: settled, settled_for: said.word, settled_by: by, settled_at: now }
    await keepChange(tx, recall, change, { actor: by, kind: 'recall-settled', body: { as: settled } })
    return undefined
  })
