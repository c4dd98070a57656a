import { type ExpressionBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { DB } from '#platform/schema.gen.ts'

const notGraded = ({ not, exists, selectFrom }: ExpressionBuilder<DB & { one: DB['check_in'] }, 'one'>) =>
  not(
    exists(
      selectFrom('check_in_grade as grade')
        .whereRef('grade.region_id', '=', 'one.region_id')
        .whereRef('grade.day', '=', 'one.day')
        .whereRef('grade.employee_id', '=', 'one.employee_id')
        .whereRef('grade.check_in_id', '=', 'one.check_in_id')
        .select('grade.check_in_id'),
    ),
  )

/** Days on which a check-in has its position still and was never graded. */
export const daysUngraded = (tx: Tx, { from, until }: { from: string; until: string }) =>
  tx
    .selectFrom('check_in as one')
    .where('one.day', '>=', from)
    .where('one.day', '<=', until)
    .where('one.position', 'is not', null)
    .where(notGraded)
    .select('one.day')
    .distinct()
    .orderBy('one.day')
    .execute()

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
    .where(notGraded)
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

const withGrade = (tx: Tx) =>
  tx
    .selectFrom('check_in as one')
    .innerJoin('check_in_grade as grade', (join) =>
      join
        .onRef('grade.region_id', '=', 'one.region_id')
        .onRef('grade.day', '=', 'one.day')
        .onRef('grade.employee_id', '=', 'one.employee_id')
        .onRef('grade.check_in_id', '=', 'one.check_in_id'),
    )

/** Days on which a check-in that was graded has its position still: the signature covers the position too. */
export const daysWithPositions = (tx: Tx, { from, until }: { from: string; until: string }) =>
  withGrade(tx)
    .where('one.day', '>=', from)
    .where('one.day', '<=', until)
    .where('one.position', 'is not', null)
    .select('one.day')
    .distinct()
    .orderBy('one.day')
    .execute()

/** Graded check-ins of a day with their positions, at most so many. */
export const withPositions = (tx: Tx, day: string, limit: number) =>
  withGrade(tx)
    .where('one.day', '=', day)
    .where('one.position', 'is not', null)
    .select(['one.employee_id as employee', 'one.check_in_id as id', 'one.record', 'one.position'])
    .orderBy('one.employee_id')
    .orderBy('one.check_in_id')
    .limit(limit)
    .execute()

/** What is kept of a position; without a place it said nothing. */
export interface KeptPlaceRow {
  readonly employee: string
  readonly id: string
  readonly to: string | null
  readonly band: string | null
  readonly within: number | null
  readonly accuracy: number | null
}

/** Drops positions of a day and keeps where they lay, in one statement. */
export const dropPositions = (tx: Tx, day: string, rows: readonly KeptPlaceRow[]) =>
  sql`with found as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as found
        (employee text, id uuid, "to" uuid, band text, "within" integer, accuracy double precision)
    ), kept as (
      update check_in_grade as grade set near_to = found."to", near_band = found.band, near_within = found."within",
        near_accuracy = found.accuracy
      from found where grade.region_id = current_setting('piket.region') and grade.day = ${day}
        and grade.employee_id = found.employee and grade.check_in_id = found.id
    )
    update check_in as one set position = null
      from found where one.region_id = current_setting('piket.region') and one.day = ${day}
        and one.employee_id = found.employee and one.check_in_id = found.id`.execute(tx)

interface GradedAsked {
  readonly from: string
  readonly until: string
  readonly employees?: readonly string[]
  readonly around?: Around
  readonly aside?: boolean
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
  const { from, until, employees, around, aside = false } = asked
  return tx
    .selectFrom('check_in as one')
    .leftJoin('check_in_grade as grade', (join) =>
      join
        .onRef('grade.region_id', '=', 'one.region_id')
        .onRef('grade.day', '=', 'one.day')
        .onRef('grade.employee_id', '=', 'one.employee_id')
        .onRef('grade.check_in_id', '=', 'one.check_in_id'),
    )
    .innerJoin('device', (join) =>
      join
        .onRef('device.region_id', '=', 'one.region_id')
        .onRef('device.employee_id', '=', 'one.employee_id')
        .onRef('device.device_id', '=', 'one.device_id'),
    )
    .where('one.day', '>=', from)
    .where('one.day', '<=', until)
    .where('one.set_aside', '=', aside)
    .$if(employees !== undefined, (query) =>
      query.where(sql<boolean>`one.employee_id = any(${employees ?? []}::text[])`),
    )
    .$if(around !== undefined, (query) => query.where(isAround(asked, around ?? { employees: [], agencies: [] })))
    .select(['one.record', 'one.position', 'one.sha256', 'one.received_at', 'one.sent_mono', 'one.sent_wall'])
    .select(['device.registered_at', 'one.sent_session', 'grade.signature_holds', 'grade.anchor_holds'])
    .select(['grade.near_to', 'grade.near_band', 'grade.near_within', 'grade.near_accuracy'])
    .orderBy('one.received_at')
    .orderBy('one.check_in_id')
    .execute()
}
