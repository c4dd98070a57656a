import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

/** Makes whoever signs in the region wait until the transaction ends. */
export const lockSigning = (tx: Tx) => hold(tx, 'signing')

interface LetterRow {
  circular_id: string
  version: number
  draft_id: string
  sha256: Buffer
  content: Buffer
  is_same: boolean
  differs: string | null
  signed_by: string
  kept_by: string
  kept_at: string
}

export const addLetter = (tx: Tx, row: LetterRow) =>
  tx
    .insertInto('signed_letter')
    .values({ region_id: sql<string>`current_setting('piket.region')`, ...row })
    .execute()

/** The newest signed letter of a document. */
export const keptLetter = (tx: Tx, circular: string) =>
  tx
    .selectFrom('signed_letter')
    .where('circular_id', '=', circular)
    .select(['content'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What is told of it, without the letter itself. */
export const letterMarks = (tx: Tx, circular: string) =>
  tx
    .selectFrom('signed_letter')
    .where('circular_id', '=', circular)
    .select(['is_same as isSame', 'differs', 'signed_by as signedBy', 'kept_at as keptAt'])
    .select(sql<string>`encode(sha256, 'hex')`.as('sha256'))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
