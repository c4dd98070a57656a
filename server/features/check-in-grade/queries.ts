import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

/** Check-ins of a day that nobody has graded yet, at most so many, each with the key of its device. */
export const ungraded = (tx: Tx, day: string, limit: number) =>
  tx
    .selectFrom('check_in as one')
    .innerJoin('device', (join) =>
      join
        .onRef('device.region_id', '=', 'one.region_id')
        .onRef('device.employee_id', '=', 'one.employee_id')
        .onRef('device.device_id', '=', 'one.device_id'),
    )
    .where('one.day', '=', day)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('check_in_grade as grade')
            .whereRef('grade.region_id', '=', 'one.region_id')
            .whereRef('grade.day', '=', 'one.day')
            .whereRef('grade.employee_id', '=', 'one.employee_id')
            .whereRef('grade.check_in_id', '=', 'one.check_in_id')
            .select('grade.check_in_id'),
        ),
      ),
    )
    .select(['one.employee_id as employee', 'one.check_in_id as id', 'one.record', 'one.position', 'one.signature'])
    .select('device.public_key as key')
    .limit(limit)
    .execute()

export interface GradeRow {
  readonly employee: string
  readonly id: string
  readonly signatureHolds: boolean
  readonly anchorHolds: boolean
}

/** Writes the grades of a day; one that another process wrote meanwhile stands. */
export const addGrades = (tx: Tx, day: string, grades: readonly GradeRow[]) =>
  sql`insert into check_in_grade (region_id, day, employee_id, check_in_id, signature_holds, anchor_holds)
    select current_setting('piket.region'), ${day}, employee, id, "signatureHolds", "anchorHolds"
    from json_to_recordset(${JSON.stringify(grades)}::json) as grade
      (employee text, id uuid, "signatureHolds" boolean, "anchorHolds" boolean)
    on conflict do nothing`.execute(tx)

interface GradedAsked {
  readonly from: string
  readonly until: string
  readonly employees?: readonly string[]
  readonly around?: Around
}

/** Some people, and whoever of some agencies made a check-in on the same day at exactly the same point. */
export interface Around {
  readonly employees: readonly string[]
  readonly agencies: readonly string[]
}

/** Whether a check-in was made by one of some people, or where and when one of them made theirs. */
const isAround = ({ from, until }: GradedAsked, { employees, agencies }: Around) => sql<boolean>`(
  one.employee_id = any(${employees}::text[])
  or one.employee_id in (select employee_id from employee_version where agency_id = any(${agencies}::text[]))
    and (${point('one')}) in (
      select ${point('own')} from check_in as own
      where own.day between ${from} and ${until} and own.employee_id = any(${employees}::text[])
        and own.position is not null
    )
)`

const point = (alias: string) =>
  sql`${sql.ref(`${alias}.day`)}, ${position(alias)}->>'latitude', ${position(alias)}->>'longitude', ${position(alias)}->>'imprint'`
const position = (alias: string) => sql`${sql.ref(`${alias}.position`)}::json`

/** Check-ins with their grades, from one day to another, of some people or of all in reach, in the order of arrival. */
export const gradedOf = (tx: Tx, asked: GradedAsked) => {
  const { from, until, employees, around } = asked
  return tx
    .selectFrom('check_in as one')
    .leftJoin('check_in_grade as grade', (join) =>
      join
        .onRef('grade.region_id', '=', 'one.region_id')
        .onRef('grade.day', '=', 'one.day')
        .onRef('grade.employee_id', '=', 'one.employee_id')
        .onRef('grade.check_in_id', '=', 'one.check_in_id'),
    )
    .where('one.day', '>=', from)
    .where('one.day', '<=', until)
    .$if(employees !== undefined, (query) =>
      query.where(sql<boolean>`one.employee_id = any(${employees ?? []}::text[])`),
    )
    .$if(around !== undefined, (query) => query.where(isAround(asked, around ?? { employees: [], agencies: [] })))
    .select(['one.record', 'one.position', 'one.sha256', 'one.received_at', 'one.sent_mono', 'one.sent_wall'])
    .select(['one.sent_session', 'grade.signature_holds', 'grade.anchor_holds'])
    .orderBy('one.received_at')
    .orderBy('one.check_in_id')
    .execute()
}
