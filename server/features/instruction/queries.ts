import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface InstructionRow {
  instruction_id: string
  agency_id: string
  text: string
  due_on: string
  channel: string
  note: string | null
  given_by: string
  given_at: string
}

/** Adds a task; nothing when its id is taken. */
export const addInstructionRow = (tx: Tx, row: InstructionRow) =>
  tx
    .insertInto('instruction')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('instruction_id as instruction')
    .executeTakeFirst()

export const addReceivers = (tx: Tx, instruction: string, employees: readonly string[]) =>
  sql`insert into instruction_receiver (region_id, instruction_id, employee_id)
    select current_setting('piket.region'), ${instruction}::uuid, employee
    from unnest(${employees}::text[]) as employee`.execute(tx)

/** A task as it was given, also one that was withdrawn. */
export const instructionRow = (tx: Tx, instruction: string) =>
  tx
    .selectFrom('instruction as task')
    .where('task.instruction_id', '=', instruction)
    .select(['task.text', 'task.due_on as due', 'task.channel', 'task.note', 'task.given_by as givenBy'])
    .select(
      sql<string[]>`array(select employee_id from instruction_receiver as receiver
        where receiver.region_id = task.region_id and receiver.instruction_id = task.instruction_id)`.as('employees'),
    )
    .executeTakeFirst()

const columns = [
  'task.instruction_id as instruction',
  'receiver.employee_id as employee',
  'task.text',
  'task.due_on as due',
  'task.channel',
  'task.note',
  'task.given_by as givenBy',
  sql<number>`(extract(epoch from task.given_at) * 1000)::float8`.as('givenAt'),
  'receiver.answered_by as answeredBy',
  sql<number | null>`(extract(epoch from receiver.answered_at) * 1000)::float8`.as('answeredAt'),
] as const

const tasks = (tx: Tx) =>
  tx
    .selectFrom('instruction as task')
    .innerJoin('instruction_receiver as receiver', (join) =>
      join
        .onRef('receiver.region_id', '=', 'task.region_id')
        .onRef('receiver.instruction_id', '=', 'task.instruction_id'),
    )
    .where('task.withdrawn_at', 'is', null)
    .select(columns)

/** Tasks of somebody that no report has answered, the most urgent first. */
export const openOf = (tx: Tx, employee: string) =>
  tasks(tx)
    .where('receiver.employee_id', '=', employee)
    .where('receiver.answered_at', 'is', null)
    .orderBy('task.due_on')
    .orderBy('task.given_at')
    .execute()

/** Tasks of some people: those that are open, and those that were answered since a day. */
export const tasksOf = (tx: Tx, employees: readonly string[], since: string) =>
  tasks(tx)
    .where(sql<boolean>`receiver.employee_id = any(${employees}::text[])`)
    .where(sql<boolean>`(receiver.answered_at is null or task.due_on >= ${since})`)
    .orderBy('task.due_on')
    .orderBy('task.given_at')
    .orderBy('receiver.employee_id')
    .execute()

/** Says which report answers tasks of somebody; those that are answered or withdrawn stay. */
export const answerRows = (
  tx: Tx,
  { employee, report, at }: { readonly employee: string; readonly report: string; readonly at: Date },
  instructions: readonly string[],
) =>
  tx
    .updateTable('instruction_receiver')
    .set({ answered_by: report, answered_at: at.toISOString() })
    .where('employee_id', '=', employee)
    .where(sql<boolean>`instruction_id = any(${instructions}::uuid[])`)
    .where('answered_at', 'is', null)
    .returning('instruction_id as instruction')
    .execute()

/** Of some tasks that stand, when the last of their receivers answered; null: somebody has not. */
export const answersHeld = (tx: Tx, instructions: readonly string[]) =>
  tx
    .selectFrom('instruction as task')
    .innerJoin('instruction_receiver as receiver', (join) =>
      join
        .onRef('receiver.region_id', '=', 'task.region_id')
        .onRef('receiver.instruction_id', '=', 'task.instruction_id'),
    )
    .where(sql<boolean>`task.instruction_id = any(${instructions}::uuid[])`)
    .where('task.withdrawn_at', 'is', null)
    .groupBy('task.instruction_id')
    .select('task.instruction_id as instruction')
    .select(
      sql<Date | null>`case when bool_and(receiver.answered_at is not null) then max(receiver.answered_at) end`.as(
        'answeredAt',
      ),
    )
    .execute()

/** Withdraws a task that one gave. */
export const withdrawRow = (tx: Tx, instruction: string, by: string, at: Date) =>
  tx
    .updateTable('instruction')
    .set({ withdrawn_at: at.toISOString() })
    .where('instruction_id', '=', instruction)
    .where('given_by', '=', by)
    .where('withdrawn_at', 'is', null)
    .returning('agency_id as agency')
    .executeTakeFirst()
