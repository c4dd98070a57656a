import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Lets one writer at a time add a version to the reports of somebody; held until the transaction ends. */
export const lockReports = (tx: Tx, employee: string) => hold(tx, 'report', employee)

const columns = [
  'report_id as id',
  'employee_id as employee',
  sql<Day>`day`.as('day'),
  'version',
  'sha256',
  'done',
  'main_duty as mainDuty',
  'amount',
  'target',
  'counted',
  sql<string[]>`array(select encode(file, 'hex') from unnest(files) as file)`.as('files'),
  'instructions',
  'entered_by as enteredBy',
  'channel',
  'clause',
  'late',
  sql<number | null>`(extract(epoch from written_at) * 1000)::float8`.as('writtenAt'),
  sql<number>`(extract(epoch from sent_at) * 1000)::float8`.as('sentAt'),
  'state',
  'reviewed_by as reviewedBy',
  sql<number | null>`(extract(epoch from reviewed_at) * 1000)::float8`.as('reviewedAt'),
  'returned_for as returnedFor',
] as const

export const reportOfId = (tx: Tx, employee: string, id: string) =>
  tx
    .selectFrom('work_report')
    .where('employee_id', '=', employee)
    .where('report_id', '=', id)
    .select(columns)
    .executeTakeFirst()

/** The last version of each report of some people within some days, the newest day first. */
export const lastReports = (
  tx: Tx,
  employees: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
) =>
  tx
    .selectFrom('work_report')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .distinctOn(['day', 'employee_id'])
    .select(columns)
    .orderBy('day', 'desc')
    .orderBy('employee_id')
    .orderBy('version', 'desc')
    .execute()

/** Reports of some people that wait for a review, the oldest first. */
export const waitingReports = (tx: Tx, employees: readonly string[]) =>
  tx
    .selectFrom('work_report')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where('state', '=', 'sent')
    .select(columns)
    .orderBy('day')
    .orderBy('employee_id')
    .execute()

/** Every version of the report of one day, the first one first. */
export const versionsOf = (tx: Tx, employee: string, day: string) =>
  tx
    .selectFrom('work_report')
    .where('employee_id', '=', employee)
    .where('day', '=', day)
    .select(columns)
    .orderBy('version')
    .execute()

interface ReportRow {
  employee_id: string
  day: string
  version: number
  report_id: string
  sha256: Buffer
  done: string
  main_duty: string | null
  amount: number | null
  target: number | null
  counted: string | null
  files: readonly Buffer[]
  instructions: readonly string[]
  entered_by: string
  channel: string
  clause: string | null
  late: boolean
  written_at: string | null
  sent_at: string
}

export const addReport = (tx: Tx, { files, instructions, ...row }: ReportRow) =>
  tx
    .insertInto('work_report')
    .values({
      ...row,
      region_id: region,
      files: sql`${files}::bytea[]`,
      instructions: sql`${instructions}::uuid[]`,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()

interface Verdict {
  state: 'approved' | 'returned'
  reviewed_by: string
  reviewed_at: string
  returned_for: string | null
}

/** Writes a verdict on a report that waits for one. */
export const reviewRow = (
  tx: Tx,
  { employee, id }: { readonly employee: string; readonly id: string },
  verdict: Verdict,
) =>
  tx
    .updateTable('work_report')
    .set(verdict)
    .where('employee_id', '=', employee)
    .where('report_id', '=', id)
    .where('state', '=', 'sent')
    .returning('version')
    .executeTakeFirst()
