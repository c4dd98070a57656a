import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const here = sql<string>`current_setting('piket.region')`

/** Resolutions with the meeting that made them. */
const resolutions = (tx: Tx) =>
  tx
    .selectFrom('resolution as one')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.region_id', '=', 'one.region_id').onRef('meeting.meeting_id', '=', 'one.meeting_id'),
    )
    .select(['one.resolution_id as id', 'one.meeting_id as meeting', 'one.kind', 'one.words', 'one.position'])
    .select(['one.agency_id as agency', 'one.employee_id as employee', 'one.due_on as due', 'one.given'])
    .select(['one.settled_words as settledWords', 'one.settled_circular as settledCircular'])
    .select(['one.settled_by as settledBy', 'one.settled_at as settledAt', 'one.written_by as writtenBy'])
    .select(['meeting.title', 'meeting.day', 'meeting.number', 'meeting.closed_at as closedAt'])

/** What a meeting resolved, in order. */
export const resolutionRows = (tx: Tx, meeting: string) =>
  resolutions(tx).where('one.meeting_id', '=', meeting).orderBy('one.position').execute()

export const resolutionRow = (tx: Tx, resolution: string) =>
  resolutions(tx).where('one.resolution_id', '=', resolution).executeTakeFirst()

/** The same, and whoever else settles it waits until the transaction ends. */
export const lockedResolution = (tx: Tx, resolution: string) =>
  resolutions(tx).where('one.resolution_id', '=', resolution).forUpdate('one').executeTakeFirst()

/** Whose resolutions a list shows: everybody's, or those of some agencies and of one person. */
export type Owners = 'all' | { readonly agencies: readonly string[]; readonly employee: string }

/** When a resolution was settled, as its owner said or as the report on its task answered; null: it is open. */
const settled = sql<Date | null>`coalesce(one.settled_at, answer.answered_at)`

/** What closed minutes ask of somebody: what is open, the most urgent first, and behind it what was settled since a moment. */
export const owedRows = (tx: Tx, owners: Owners, since: Date) =>
  resolutions(tx)
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('instruction as task')
          .innerJoin('instruction_receiver as receiver', (join) =>
            join
              .onRef('receiver.region_id', '=', 'task.region_id')
              .onRef('receiver.instruction_id', '=', 'task.instruction_id'),
          )
          .where('one.given', '=', true)
          .whereRef('task.region_id', '=', 'one.region_id')
          .whereRef('task.instruction_id', '=', 'one.resolution_id')
          .where('task.withdrawn_at', 'is', null)
          // A task of the minutes has one receiver.
          .select('receiver.answered_at')
          .as('answer'),
      (join) => join.onTrue(),
    )
    .where('meeting.closed_at', 'is not', null)
    .where(sql<boolean>`(${settled} is null or ${settled} >= ${since.toISOString()}::timestamptz)`)
    .$if(owners !== 'all', (query) => {
      const { agencies, employee } = owners as Exclude<Owners, 'all'>
      return query.where(sql<boolean>`(one.agency_id = any(${agencies}::text[]) or one.employee_id = ${employee})`)
    })
    .orderBy(sql`${settled} is not null`)
    .orderBy('one.due_on')
    .orderBy('meeting.day')
    .orderBy('one.meeting_id')
    .orderBy('one.position')
    .limit(500)
    .execute()

export const lastPosition = async (tx: Tx, meeting: string): Promise<number> => {
  const row = await tx
    .selectFrom('resolution')
    .where('meeting_id', '=', meeting)
    .select(sql<number>`coalesce(max(position), 0)::int`.as('last'))
    .executeTakeFirstOrThrow()
  return row.last
}

interface ResolutionRow {
  meeting_id: string
  resolution_id: string
  position: number
  kind: string
  words: string
  agency_id: string | null
  employee_id: string | null
  due_on: string | null
  written_by: string
  written_at: string
}

export const addResolution = (tx: Tx, row: ResolutionRow) =>
  tx
    .insertInto('resolution')
    .values({ ...row, region_id: here })
    .execute()

/** Strikes a resolution out of minutes that are being written. */
export const strikeRow = (tx: Tx, meeting: string, resolution: string) =>
  tx
    .deleteFrom('resolution')
    .where('meeting_id', '=', meeting)
    .where('resolution_id', '=', resolution)
    .returning('resolution_id')
    .executeTakeFirst()

/** Says that resolutions were given as tasks. */
export const markGiven = (tx: Tx, given: readonly string[]) =>
  tx.updateTable('resolution').set({ given: true }).where(sql<boolean>`resolution_id = any(${given}::uuid[])`).execute()

interface Settlement {
  settled_words: string
  settled_circular: string | null
  settled_by: string
  settled_at: string
}

export const settleRow = (tx: Tx, resolution: string, row: Settlement) =>
  tx.updateTable('resolution').set(row).where('resolution_id', '=', resolution).execute()
