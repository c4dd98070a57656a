import { sql } from 'kysely'
import { momentOf } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { type Held, knownThen, recordedIn, recordedThen } from '#platform/two-clocks.ts'

interface VersionRow {
  circular_id: string
  source: string
  sha256: string
  recorded: string | null
  recorded_by: string
  filed_by: string
  draft_id: string | null
}

/** Keeps a text as the next version of its document; nothing when that text is there already. Returns the version. */
export const addVersion = (tx: Tx, { recorded, ...row }: VersionRow) =>
  tx
    .insertInto('circular_version')
    .values({
      ...row,
      region_id: sql`current_setting('piket.region')`,
      version: sql<number>`1 + coalesce((select max(version) from circular_version
        where region_id = current_setting('piket.region') and circular_id = ${row.circular_id}), 0)`,
      recorded_at: sql<string>`${momentOf(sql`${recorded}::text`)}`,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'circular_id', 'sha256']).doNothing())
    .returning('version')
    .executeTakeFirst()

/** The newest version of each document that was known then, by the order of recording. */
export const versionsKnown = (tx: Tx, window: Pick<Held, 'known' | 'zone'>) =>
  tx
    .selectFrom('circular_version')
    .where(recordedThen(window))
    .distinctOn('circular_id')
    .select(['circular_id', 'version', 'source', 'sha256', 'recorded_by', 'filed_by', 'filed_at as filedAt'])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('circular_id')
    .orderBy('version', 'desc')
    .execute()

/** Every version of a document that was known then, in the order of filing. */
export const versionsOfDocument = (tx: Tx, circular: string, window: Pick<Held, 'known' | 'zone'>) =>
  tx
    .selectFrom('circular_version')
    .where('circular_id', '=', circular)
    .where(recordedThen(window))
    .select(['version', 'sha256', 'recorded_by as recordedBy', 'filed_at as filedAt'])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('version')
    .execute()

/** Which reading of each open question a bureau had chosen by then. */
export const readingsChosen = (tx: Tx, window: Pick<Held, 'known' | 'zone'>) =>
  tx
    .selectFrom('reading_answer')
    .where(knownThen(window))
    .select(['circular_id', 'question', 'reading', 'answered_by'])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

interface AnswerRow {
  circular_id: string
  question: string
  reading: string
  answered_by: string
  recorded: string | null
  /** When it was answered at a desk; null: it came with the document. */
  entered_at: string | null
}

export const addReading = (tx: Tx, { recorded, ...row }: AnswerRow) =>
  tx
    .insertInto('reading_answer')
    .values({
      ...row,
      region_id: sql`current_setting('piket.region')`,
      recorded_at: sql<string>`${momentOf(sql`${recorded}::text`)}`,
    })
    .execute()
