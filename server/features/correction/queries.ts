import { type RawBuilder, sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`
const milliseconds = <Value = number>(column: RawBuilder<unknown>) =>
  sql<Value>`(extract(epoch from ${column}) * 1000)::float8`

interface CorrectionRow {
  employee_id: string
  correction_id: string
  day: string
  kind: string
  moment: string
  place: string
  at: string
  reason: string
  file: Buffer | null
  asked_at: string
}

/** Adds what somebody asks for; nothing when its id is known. */
export const addCorrection = (tx: Tx, row: CorrectionRow) =>
  tx
    .insertInto('correction')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('correction_id')
    .executeTakeFirst()

/** Makes whoever writes about the corrections of the same person wait until the transaction ends. */
export const lockCorrections = (tx: Tx, employee: string) => hold(tx, 'correction', employee)

const corrections = (tx: Tx) =>
  tx
    .selectFrom('correction as one')
    .leftJoin('correction_decision as first', (join) =>
      join
        .onRef('first.region_id', '=', 'one.region_id')
        .onRef('first.employee_id', '=', 'one.employee_id')
        .onRef('first.correction_id', '=', 'one.correction_id')
        .on('first.round', '=', 1),
    )
    .leftJoin('correction_decision as second', (join) =>
      join
        .onRef('second.region_id', '=', 'one.region_id')
        .onRef('second.employee_id', '=', 'one.employee_id')
        .onRef('second.correction_id', '=', 'one.correction_id')
        .on('second.round', '=', 2),
    )
    .select(['one.correction_id as id', 'one.employee_id as employee', 'one.day', 'one.kind', 'one.moment'])
    .select(['one.place', 'one.reason', 'one.file', 'one.appealed_for as appealedFor'])
    .select([milliseconds(sql.ref('one.at')).as('at'), milliseconds(sql.ref('one.asked_at')).as('askedAt')])
    .select(milliseconds<number | null>(sql.ref('one.appealed_at')).as('appealedAt'))
    .select(['first.outcome', 'first.reason as decidedFor', 'first.decided_by as decidedBy'])
    .select(['first.decided_as as decidedAs', milliseconds<number>(sql.ref('first.decided_at')).as('decidedAt')])
    .select(['second.outcome as appealOutcome', 'second.reason as appealDecidedFor'])
    .select(['second.decided_by as appealDecidedBy', 'second.decided_as as appealDecidedAs'])
    .select(milliseconds<number>(sql.ref('second.decided_at')).as('appealDecidedAt'))

/** Corrections of somebody, the newest first. */
export const correctionsOf = (tx: Tx, employee: string) =>
  corrections(tx)
    .where('one.employee_id', '=', employee)
    .orderBy('one.asked_at', 'desc')
    .orderBy('one.correction_id')
    .execute()

export const correctionById = (tx: Tx, employee: string, correction: string) =>
  corrections(tx).where('one.employee_id', '=', employee).where('one.correction_id', '=', correction).executeTakeFirst()

/** Corrections that wait for somebody's word, of some people where they are named, the oldest first. */
export const undecided = (tx: Tx, employees?: readonly string[]) =>
  corrections(tx)
    .$if(employees !== undefined, (query) =>
      query.where(sql<boolean>`one.employee_id = any(${employees ?? []}::text[])`),
    )
    .where(({ eb, or, and }) =>
      or([
        eb('first.outcome', 'is', null),
        and([eb('one.appealed_at', 'is not', null), eb('second.outcome', 'is', null)]),
      ]),
    )
    .orderBy('one.asked_at')
    .orderBy('one.correction_id')
    .execute()

/** Those of whom a correction of a day is not closed. @param since a refusal from after it can still be appealed */
export const openAbout = (tx: Tx, day: string, since: string, employees: readonly string[]) =>
  corrections(tx)
    .clearSelect()
    .select('one.employee_id as employee')
    .where('one.day', '=', day)
    .where(sql<boolean>`one.employee_id = any(${employees}::text[])`)
    .where('second.outcome', 'is', null)
    .where(
      sql<boolean>`(first.outcome is null or (first.outcome = 'refused'
        and (one.appealed_at is not null or first.decided_at > ${since}::timestamptz)))`,
    )
    .execute()

interface DecisionRow {
  employee_id: string
  correction_id: string
  round: number
  outcome: string
  reason: string | null
  decided_by: string
  decided_as: string
  decided_at: string
}

export const addDecision = (tx: Tx, row: DecisionRow) =>
  tx
    .insertInto('correction_decision')
    .values({ ...row, region_id: region })
    .execute()

export const appeal = (tx: Tx, employee: string, correction: string, why: string, at: string) =>
  tx
    .updateTable('correction')
    .set({ appealed_at: at, appealed_for: why })
    .where('employee_id', '=', employee)
    .where('correction_id', '=', correction)
    .execute()

/** How many corrections each person asked for about days from one to another. */
export const correctionsAsked = (tx: Tx, { from, until }: { readonly from: string; readonly until: string }) =>
  tx
    .selectFrom('correction')
    .where('day', '>=', from)
    .where('day', '<=', until)
    .groupBy('employee_id')
    .select(['employee_id as employee', sql<number>`count(*)::int`.as('times')])
    .orderBy('employee_id')
    .execute()
