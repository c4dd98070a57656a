import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const here = sql<string>`current_setting('piket.region')`

/** Makes whoever plans visits of the same day wait until the transaction ends. */
export const lockVisits = (tx: Tx, day: string) => hold(tx, 'inspection', day)

/** Makes whoever gives minutes of the same year a number wait until the transaction ends. */
export const lockNumbers = (tx: Tx, day: string) => hold(tx, 'inspection-number', day.slice(0, 4))

/** Makes whoever writes on the same inspection wait until the transaction ends. */
export const lockInspection = (tx: Tx, inspection: string) =>
  tx.selectFrom('inspection').where('inspection_id', '=', inspection).select('inspection_id').forUpdate().execute()

/** How many visits of each agency were closed since a day, and the last of them. */
export const closedSince = (tx: Tx, day: string) =>
  tx
    .selectFrom('inspection')
    .where('closed_at', 'is not', null)
    .where('day', '>=', day)
    .groupBy('agency_id')
    .select([
      'agency_id as agency',
      sql<number>`count(*)::int`.as('visits'),
      sql<string>`max(day)::text`.as('lastVisit'),
    ])
    .execute()

interface PlannedRow {
  inspection_id: string
  day: string
  agency_id: string
  draw_id: string | null
  reason: string | null
  planned_by: string
  planned_at: string
}

/** Plans a visit; nothing when the agency has one that day already, or its form was sent before. */
export const addInspection = (tx: Tx, row: PlannedRow) =>
  tx
    .insertInto('inspection')
    .values({ ...row, region_id: here })
    .onConflict((conflict) => conflict.doNothing())
    .returning('inspection_id')
    .executeTakeFirst()

const inspections = (tx: Tx) =>
  tx
    .selectFrom('inspection')
    .select([
      'inspection_id as id',
      'day',
      'agency_id as agency',
      'draw_id as draw',
      'reason',
      'planned_by as plannedBy',
    ])
    .select(['begun_by as begunBy', 'begun_at as begunAt', 'number', 'remark', 'office_name as officeName'])
    .select(['office_word as officeWord', 'closed_by as closedBy', 'closed_at as closedAt'])
    .select(['team_signature as teamSignature', 'office_signature as officeSignature'])
    .select(['reply', 'replied_by as repliedBy', 'replied_at as repliedAt'])

/** An inspection with the list of its visit. */
export const inspectionById = (tx: Tx, inspection: string) =>
  inspections(tx).select('list').where('inspection_id', '=', inspection).executeTakeFirst()

/** Inspections since a day, the newest first. */
export const inspectionsSince = (tx: Tx, day: string) =>
  inspections(tx)
    .where('day', '>=', day)
    .orderBy('day', 'desc')
    .orderBy('planned_at', 'desc')
    .orderBy('agency_id')
    .limit(200)
    .execute()

/** The agencies that are visited on a day. */
export const agenciesOn = (tx: Tx, day: string) =>
  tx.selectFrom('inspection').where('day', '=', day).select(['agency_id as agency', 'inspection_id as id']).execute()

/** Begins a visit with its list; nothing when it has begun. */
export const beginRow = (tx: Tx, inspection: string, row: { list: string; begun_by: string; begun_at: string }) =>
  tx
    .updateTable('inspection')
    .set(row)
    .where('inspection_id', '=', inspection)
    .where('begun_at', 'is', null)
    .returning('inspection_id')
    .executeTakeFirst()

interface MarkRow {
  inspection_id: string
  mark_id: string
  employee_id: string
  kind: string
  note: string
  inspector: string
  marked_at: string
  received_at: string
}

/** Keeps a mark, once however often it comes. */
export const addMark = (tx: Tx, row: MarkRow) =>
  tx
    .insertInto('inspection_mark')
    .values({ ...row, region_id: here })
    .onConflict((conflict) => conflict.doNothing())
    .returning('mark_id')
    .executeTakeFirst()

/** A mark by its id. */
export const markById = (tx: Tx, inspection: string, mark: string) =>
  tx
    .selectFrom('inspection_mark')
    .where('inspection_id', '=', inspection)
    .where('mark_id', '=', mark)
    .select(['employee_id as person', 'kind', 'note', 'inspector', 'received_at as receivedAt'])
    .executeTakeFirst()

export const marksOf = (tx: Tx, inspection: string) =>
  tx
    .selectFrom('inspection_mark')
    .where('inspection_id', '=', inspection)
    .select([
      'mark_id as id',
      'employee_id as person',
      'kind',
      'note',
      'inspector',
      'marked_at as at',
      'received_at as receivedAt',
    ])
    .orderBy('marked_at')
    .orderBy('mark_id')
    .execute()

/** The last number of minutes within the year of a day. */
export const lastNumber = async (tx: Tx, day: string): Promise<number> => {
  const row = await tx
    .selectFrom('inspection')
    .where(sql<boolean>`extract(year from day) = extract(year from ${day}::date)`)
    .select(sql<number>`coalesce(max(number), 0)::int`.as('last'))
    .executeTakeFirstOrThrow()
  return row.last
}

interface ClosingRow {
  number: number
  remark: string | null
  office_name: string | null
  office_word: string
  team_signature: string | null
  office_signature: string | null
  closed_by: string
  closed_at: string
}

export const closeRow = (tx: Tx, inspection: string, row: ClosingRow) =>
  tx.updateTable('inspection').set(row).where('inspection_id', '=', inspection).execute()

interface FindingRow {
  finding_no: number
  kind: string
  circular: string | null
  clause: string[]
  people: string[]
}

export const addFindings = async (tx: Tx, inspection: string, rows: readonly FindingRow[]): Promise<void> => {
  if (rows.length === 0) return
  await tx
    .insertInto('inspection_finding')
    .values(rows.map((row) => ({ ...row, region_id: here, inspection_id: inspection })))
    .execute()
}

export const findingRows = (tx: Tx, inspection: string) =>
  tx
    .selectFrom('inspection_finding')
    .where('inspection_id', '=', inspection)
    .select(['kind', 'circular', 'clause', 'people'])
    .orderBy('finding_no')
    .execute()

/** Keeps what the office says of its minutes; nothing when it has said so. */
export const replyRow = (tx: Tx, inspection: string, row: { reply: string; replied_by: string; replied_at: string }) =>
  tx
    .updateTable('inspection')
    .set(row)
    .where('inspection_id', '=', inspection)
    .where('replied_at', 'is', null)
    .returning('inspection_id')
    .executeTakeFirst()
