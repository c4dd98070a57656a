import type { Instant } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { momentOf } from '#platform/bulk.ts'
import { hold, type Tx } from '#platform/db.ts'
import { type Held, knownThen } from '#platform/two-clocks.ts'

const columns = ['day', 'confirmed', 'recovered', 'died', 'in_care'] as const

const counts = (tx: Tx) =>
  tx
    .selectFrom('case_count')
    .select(['count_id as id', ...columns, 'source', 'corrected_for as correctedFor'])
    .orderBy('day')

/** The counts that held as known at an instant, the oldest first. */
export const countsHeld = (tx: Tx, window: Pick<Held, 'known' | 'zone'>) =>
  counts(tx).where(knownThen(window)).execute()

/** The counts whose place no other has taken, the oldest first: what a new one is held against, whatever the clock says. */
export const countsStanding = (tx: Tx) => counts(tx).where('withdrawn_at', 'is', null).execute()

interface CountRow {
  count_id: string
  day: string
  confirmed: number
  recovered: number
  died: number
  in_care: number
  source: string
  corrects: string | null
  corrected_for: string | null
  recorded_by: string
}

/** Keeps a count, as known since an instant. */
export const addCount = (tx: Tx, row: CountRow, known: Instant) =>
  tx
    .insertInto('case_count')
    .values({
      ...row,
      region_id: sql<string>`current_setting('piket.region')`,
      recorded_at: sql<string>`${momentOf(sql`${known}`)}`,
    })
    .execute()

/** A count, whether it stands or not: the one that a form has written before, too. */
export const countById = (tx: Tx, id: string) =>
  counts(tx)
    .select(['withdrawn_for as withdrawnFor', sql<boolean>`withdrawn_at is null`.as('stands')])
    .where('count_id', '=', id)
    .executeTakeFirst()

/** The counts that should not have been there, the oldest day first. */
export const countsWithdrawn = (tx: Tx) =>
  counts(tx)
    .select(sql<string>`withdrawn_for`.as('withdrawnFor'))
    .where('withdrawn_for', 'is not', null)
    .orderBy('withdrawn_at')
    .execute()

interface Withdrawal {
  readonly withdrawn_for: string
  readonly withdrawn_by: string
}

/** Says that a count should not be there. */
export const withdrawCountRow = (tx: Tx, id: string, withdrawal: Withdrawal, known: Instant) =>
  tx
    .updateTable('case_count')
    .set({ ...withdrawal, withdrawn_at: sql<string>`${momentOf(sql`${known}`)}` })
    .where('count_id', '=', id)
    .execute()

/** Says that another count has taken the place of one. */
export const replaceCount = (tx: Tx, id: string, known: Instant) =>
  tx
    .updateTable('case_count')
    .set({ withdrawn_at: sql<string>`${momentOf(sql`${known}`)}` })
    .where('count_id', '=', id)
    .execute()

/** One count of a region is written after the other: each is held against its neighbours. */
export const holdCounts = (tx: Tx) => hold(tx, 'case count')
