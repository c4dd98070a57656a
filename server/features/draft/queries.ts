import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Makes whoever writes a draft wait until the transaction ends. */
export const lockDraft = (tx: Tx, draft: string) => hold(tx, 'draft', draft)

/** Makes whoever begins a draft in the region wait until the transaction ends: no two have one name. */
export const lockBeginning = (tx: Tx) => hold(tx, 'draft-beginning')

interface DraftRow {
  draft_id: string
  begun_from: string
  amends: string | null
  source: string
  begun_by: string
  begun_at: string
}

/** Adds a draft; nothing where its id is taken. */
export const addDraft = (tx: Tx, row: DraftRow) =>
  tx
    .insertInto('circular_draft')
    .values({ region_id: region, ...row })
    .onConflict((conflict) => conflict.columns(['region_id', 'draft_id']).doNothing())
    .returning('draft_id')
    .executeTakeFirst()

const drafts = (tx: Tx) =>
  tx
    .selectFrom('circular_draft')
    .select([
      'draft_id as id',
      'begun_from as begunFrom',
      'amends',
      'source',
      'begun_by as begunBy',
      'begun_at as begunAt',
    ])
    .select(['ended_as as endedAs', 'ended_by as endedBy', 'ended_at as endedAt', 'ended_for as endedFor'])

export const draftRow = (tx: Tx, draft: string) => drafts(tx).where('draft_id', '=', draft).executeTakeFirst()

/** Drafts, the newest first: those that are open, and the last that were ended. */
export const draftRows = (tx: Tx, mostEnded: number) =>
  drafts(tx)
    .where((one) =>
      one.or([
        one('ended_at', 'is', null),
        one(
          'draft_id',
          'in',
          tx
            .selectFrom('circular_draft')
            .where('ended_at', 'is not', null)
            .select('draft_id')
            .orderBy('ended_at', 'desc')
            .limit(mostEnded),
        ),
      ]),
    )
    .orderBy('begun_at', 'desc')
    .orderBy('draft_id')
    .execute()

/** Edits of some drafts, in the order in which they count. */
export const editRows = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('draft_edit')
    .where(sql<boolean>`draft_id = any(${ids}::uuid[])`)
    .select(['draft_id as draft', 'edit_no as number', 'form_id as form', 'changes', 'back', 'takes_back as takesBack'])
    .select(['edited_by as by', 'edited_at as at'])
    .orderBy('draft_id')
    .orderBy('edit_no')
    .execute()

export const endDraft = (
  tx: Tx,
  draft: string,
  end: { ended_as: string; ended_by: string; ended_at: string; ended_for: string | null },
) => tx.updateTable('circular_draft').set(end).where('draft_id', '=', draft).where('ended_at', 'is', null).execute()
