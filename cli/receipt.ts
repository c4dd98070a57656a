import { knownBy } from '@piket/domain/calendar/day.ts'
import { type Receipt, receiptOf } from '@piket/domain/decision/receipt.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import { sha256 } from '@piket/server/features/circular/service.ts'
import { orderedRow } from './decision-form.ts'
import type { Ground } from './ground.ts'

/** The receipt of a row: the documents that were known then, the readings chosen, the records looked at. */
export const receiptFor = (row: Row, { world }: Rulebook, ground: Ground, simulated = false): Receipt =>
  receiptOf({
    row: orderedRow(row),
    world,
    documents: ground.documents
      .filter(({ recorded }) => knownBy(recorded, ground.known))
      .map(({ id, sha256: hash, recorded }) => ({ id, sha256: hash, recorded })),
    readings: ground.readings,
    simulated,
    hash: sha256,
  })
