import { knownBy } from '@piket/domain/calendar/day.ts'
import { publicViewOf } from '@piket/domain/decision/public-view.ts'
import { type Hash, type Receipt, receiptOf } from '@piket/domain/decision/receipt.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import { sha256 } from '@piket/server/features/circular/service.ts'
import { orderedRow } from './decision-form.ts'
import type { Ground } from './ground.ts'

/**
 * The receipt of a row: the documents that were known then, the readings chosen, the records looked at.
 * @param seal given: one for the public, as anybody may see it
 */
export const receiptFor = (row: Row, book: Rulebook, ground: Ground, { simulated = false, seal }: Kind = {}): Receipt =>
  receiptOf({
    row: orderedRow(seal ? publicViewOf(book).finding(row) : row),
    region: ground.region,
    world: book.world,
    documents: ground.documents
      .filter(({ recorded }) => knownBy(recorded, ground.known))
      .map(({ id, sha256: hash, recorded }) => ({ id, sha256: hash, recorded })),
    readings: ground.readings,
    simulated,
    hash: sha256,
    seal,
  })

interface Kind {
  readonly simulated?: boolean
  readonly seal?: Hash | undefined
}
