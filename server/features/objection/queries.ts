import { type RawBuilder, sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`
const milliseconds = <Value = number>(column: RawBuilder<unknown>) =>
  sql<Value>`(extract(epoch from ${column}) * 1000)::float8`

interface ObjectionRow {
  employee_id: string
  objection_id: string
  kind: string
  day: string
  standing: boolean
  staff_column: string | null
  reason: string
  clause: string | null
  /** JSON text, as the next one. */
  receipt: string
  seen_receipt: string
  asked_at: string
}

/** Adds what somebody objects to. Its caller holds the lock of the person. */
export const addObjection = (tx: Tx, row: ObjectionRow) =>
  tx
    .insertInto('objection')
    .values({ ...row, region_id: region })
    .execute()

/** Makes whoever writes about the objections of the same person wait until the transaction ends. */
export const lockObjections = (tx: Tx, employee: string) => hold(tx, 'objection', employee)

const objections = (tx: Tx) =>
  tx
    .selectFrom('objection as one')
    .leftJoin('objection_decision as first', (join) =>
      join
        .onRef('first.region_id', '=', 'one.region_id')
        .onRef('first.employee_id', '=', 'one.employee_id')
        .onRef('first.objection_id', '=', 'one.objection_id')
        .on('first.round', '=', 1),
    )
    .leftJoin('objection_decision as second', (join) =>
      join
        .onRef('second.region_id', '=', 'one.region_id')
        .onRef('second.employee_id', '=', 'one.employee_id')
        .onRef('second.objection_id', '=', 'one.objection_id')
        .on('second.round', '=', 2),
    )
    .select(['one.objection_id as id', 'one.employee_id as employee', 'one.kind', 'one.day'])
    .select(['one.standing as everyDay', 'one.staff_column as column', 'one.reason', 'one.clause'])
    .select(['one.receipt', 'one.seen_receipt as seenReceipt'])
    .select([milliseconds(sql.ref('one.asked_at')).as('askedAt'), 'one.appealed_for as appealedFor'])
    .select(milliseconds<number | null>(sql.ref('one.appealed_at')).as('appealedAt'))
    .select(milliseconds<number | null>(sql.ref('one.withdrawn_at')).as('withdrawnAt'))
    .select([answer('first').as('decision'), answer('second').as('appealDecision')])

/** The answer of a round, as one value; null: there is none. */
const answer = (round: 'first' | 'second') => {
  const of = (column: string) => sql.ref(`${round}.${column}`)
  return sql<AnswerHeld | null>`case when ${of('round')} is not null then jsonb_build_object(
    'outcome', ${of('outcome')}, 'reason', ${of('reason')}, 'clause', ${of('clause')},
    'changedAt', ${of('changed_at')}, 'rightFrom', ${of('right_from')}, 'by', ${of('decided_by')},
    'level', ${of('decided_as')}, 'at', ${milliseconds(of('decided_at'))}) end`
}

interface AnswerHeld {
  readonly outcome: string
  readonly reason: string
  readonly clause: string | null
  readonly changedAt: string | null
  readonly rightFrom: string | null
  readonly by: string
  readonly level: string
  readonly at: number
}

/** Objections of somebody, the newest first. */
export const objectionsOf = (tx: Tx, employee: string) =>
  objections(tx)
    .where('one.employee_id', '=', employee)
    .orderBy('one.asked_at', 'desc')
    .orderBy('one.objection_id')
    .execute()

export const objectionById = (tx: Tx, employee: string, objection: string) =>
  objections(tx).where('one.employee_id', '=', employee).where('one.objection_id', '=', objection).executeTakeFirst()

/** Objections that wait for an answer, the one that has waited longest first. */
export const unanswered = (tx: Tx) =>
  objections(tx)
    .where('one.withdrawn_at', 'is', null)
    .where(({ eb, or, and }) =>
      or([
        eb('first.outcome', 'is', null),
        and([eb('one.appealed_at', 'is not', null), eb('second.outcome', 'is', null)]),
      ]),
    )
    .orderBy('one.asked_at')
    .orderBy('one.objection_id')
    .execute()

/** Those of whom an objection that bears on a day is not closed. @param since a refusal from after it can still be appealed */
export const openAbout = (tx: Tx, day: string, since: string, employees: readonly string[]) =>
  objections(tx)
    .clearSelect()
    .select('one.employee_id as employee')
    .where(sql<boolean>`(one.day = ${day}::date or (one.standing and one.day < ${day}::date))`)
    .where(sql<boolean>`one.employee_id = any(${employees}::text[])`)
    .where('one.withdrawn_at', 'is', null)
    .where('second.outcome', 'is', null)
    .where(
      sql<boolean>`(first.outcome is null or (first.outcome = 'refused'
        and (one.appealed_at is not null or first.decided_at > ${since}::timestamptz)))`,
    )
    .execute()

interface DecisionRow {
  employee_id: string
  objection_id: string
  round: number
  outcome: string
  reason: string
  clause: string | null
  changed_at: string | null
  right_from: string | null
  decided_by: string
  decided_as: string
  decided_at: string
}

export const addDecision = (tx: Tx, row: DecisionRow) =>
  tx
    .insertInto('objection_decision')
    .values({ ...row, region_id: region })
    .execute()

/** Writes down the appeal, or that it was withdrawn. */
export const markObjection = (
  tx: Tx,
  employee: string,
  objection: string,
  mark: { readonly appealed_at: string; readonly appealed_for: string } | { readonly withdrawn_at: string },
) =>
  tx
    .updateTable('objection')
    .set(mark)
    .where('employee_id', '=', employee)
    .where('objection_id', '=', objection)
    .execute()
