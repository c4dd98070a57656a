import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

interface ReturnRow {
  day: string
  agency_id: string
  return_id: string
  stated_by: string
  acting: boolean
  stated_at: string
  due_at: string
  figures: string
  deviations: string
  note: string | null
}

/** Adds a statement as the next version of its day; nothing when it was added before. */
export const addReturn = (tx: Tx, row: ReturnRow) =>
  tx
    .insertInto('attendance_return')
    .values({
      ...row,
      region_id: sql`current_setting('piket.region')`,
      version: sql<number>`1 + coalesce((select max(version) from attendance_return
        where region_id = current_setting('piket.region') and day = ${row.day} and agency_id = ${row.agency_id}), 0)`,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'return_id']).doNothing())
    .returning('version')
    .executeTakeFirst()

/** Makes whoever states the same day of the same agency wait until the transaction ends. */
export const lockReturns = (tx: Tx, day: string, agency: string) => hold(tx, 'return', day, agency)

/** The newest statement of each agency on a day; of one agency where it is named. */
export const newestReturns = (tx: Tx, day: string, agency?: string) =>
  tx
    .selectFrom('attendance_return')
    .where('day', '=', day)
    .$if(agency !== undefined, (query) => query.where('agency_id', '=', agency as string))
    .distinctOn('agency_id')
    .select(['agency_id as agency', 'version', 'return_id as id', 'stated_by as by', 'acting', 'figures', 'deviations'])
    .select(['note', 'stated_at as stated', 'due_at as due'])
    .orderBy('agency_id')
    .orderBy('version', 'desc')
    .execute()

/** Agencies and days of which the newest statement says that a limit was broken, from one day to another. */
export const breachesBetween = async (tx: Tx, { from, until }: { readonly from: string; readonly until: string }) =>
  (
    await sql<{ agency: string; day: string }>`
      select agency_id as agency, day from (
        select distinct on (day, agency_id) day, agency_id, figures from attendance_return
        where day between ${from} and ${until} order by day, agency_id, version desc) as newest
      where (figures->>'tooFull')::int > 0 or (figures->>'tooEmpty')::int > 0
        or jsonb_array_length(figures->'lacking') > 0`.execute(tx)
  ).rows

/** Days stated by each agency, from one to another, and those whose first statement came late. */
export const statedDays = async (tx: Tx, { from, until }: { readonly from: string; readonly until: string }) =>
  (
    await sql<{ agency: string; days: number; late: number }>`
      select agency_id as agency, count(*)::int as days, (count(*) filter (where stated_at > due_at))::int as late
      from attendance_return where version = 1 and day between ${from} and ${until} group by agency_id`.execute(tx)
  ).rows
