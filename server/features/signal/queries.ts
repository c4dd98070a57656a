import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface AnswerRow {
  employee_id: string
  kind: string
  until_day: string
  answer: string
  words: string
  answered_by: string
  answered_at: string
}

/** Adds what is said about a sign; nothing when it was said before. */
export const addAnswer = (tx: Tx, row: AnswerRow) =>
  tx
    .insertInto('signal_answer')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('answer')
    .executeTakeFirst()

/** What was said first about a sign, of its kind. */
export const answerOf = (
  tx: Tx,
  { employee_id, kind, until_day, answer }: Pick<AnswerRow, 'employee_id' | 'kind' | 'until_day' | 'answer'>,
) =>
  tx
    .selectFrom('signal_answer')
    .where('employee_id', '=', employee_id)
    .where('kind', '=', kind)
    .where('until_day', '=', until_day)
    .where('answer', '=', answer)
    .select(['words', 'answered_by as by'])
    .executeTakeFirst()

/** What was said about signs of some people that rested on days since one. */
export const answersSince = (tx: Tx, employees: readonly string[], since: string) =>
  tx
    .selectFrom('signal_answer')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where('until_day', '>=', since)
    .select(['employee_id as employee', 'kind', 'until_day as until', 'answer', 'words', 'answered_by as by'])
    .orderBy('answered_at')
    .execute()
