import type { Instant } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { type Columns, insertRows, momentOf } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { clockColumns, type Held, held, period, recordedIn, recordedThen } from '#platform/two-clocks.ts'

/** Versions of units held in the window, those recorded last behind. */
export const unitVersions = (tx: Tx, window: Held) =>
  tx
    .selectFrom('unit_version')
    .where(held(window))
    .select(['unit_id as unit', 'name', 'kind', 'class', 'sector', 'functions', 'top_echelons as topEchelons'])
    .select(['workplace_in as workplaceIn', 'employer', 'building', 'room', 'room_capacity as roomCapacity'])
    .select(['head_id as head', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('unit_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Versions of employees held in the window, those of one person together and those recorded last behind. */
export const employeeVersions = (tx: Tx, window: Held) =>
  tx
    .selectFrom('employee_version')
    .where(held(window))
    .select(['employee_id as employee', 'name', 'nip', 'employment', 'birth_on as birth', 'sex', 'unit_id as unit'])
    .select(['position', 'title', 'echelon', 'job', 'rank', 'supervisor_id as supervisor'])
    .select(['workplace_in as workplaceIn', 'employer', 'work_pattern as workPattern', 'phone', 'email', ...period])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

/** Who somebody is and where they are posted in the window, by the record made last. */
export const postingHeld = (tx: Tx, employee: string, window: Held) =>
  tx
    .selectFrom('employee_version')
    .where('employee_id', '=', employee)
    .where(held(window))
    .select(['name', 'nip', 'birth_on as birth', 'unit_id as unit', 'agency_id as agency', 'position', 'title'])
    .select(['supervisor_id as supervisor', 'phone', 'email'])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** What people are called, by the record made last. */
export const namesHeld = (tx: Tx, employees: readonly string[], then?: Pick<Held, 'known' | 'zone'>) =>
  tx
    .selectFrom('employee_version')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .$if(then !== undefined, (query) => query.where(recordedThen(then as Held)))
    .distinctOn('employee_id')
    .select(['employee_id as employee', 'name'])
    .orderBy('employee_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Addresses for mail in the window, by the record made last. */
export const mailHeld = (tx: Tx, employees: readonly string[], window: Held) =>
  tx
    .selectFrom('employee_version')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where(held(window))
    .distinctOn('employee_id')
    .select(['employee_id as employee', 'email as mail'])
    .orderBy('employee_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

const unitColumns = {
  unit_id: 'text',
  ...clockColumns,
  name: 'text',
  kind: 'text',
  class: 'texts',
  sector: 'text',
  functions: 'texts',
  top_echelons: 'texts',
  workplace_in: 'text',
  employer: 'text',
  building: 'text',
  room: 'text',
  room_capacity: 'count',
  head_id: 'text',
} as const satisfies Columns

export const addUnitVersions = (tx: Tx, rows: readonly Readonly<Record<keyof typeof unitColumns, unknown>>[]) =>
  insertRows(tx, 'unit_version', unitColumns, rows)

const employeeColumns = {
  employee_id: 'text',
  ...clockColumns,
  name: 'text',
  nip: 'text',
  employment: 'text',
  birth_on: 'day',
  sex: 'text',
  unit_id: 'text',
  position: 'text',
  title: 'text',
  echelon: 'text',
  job: 'text',
  rank: 'text',
  supervisor_id: 'text',
  workplace_in: 'text',
  employer: 'text',
  work_pattern: 'text',
  phone: 'text',
  email: 'text',
} as const satisfies Columns

export const addEmployeeVersions = (tx: Tx, rows: readonly Readonly<Record<keyof typeof employeeColumns, unknown>>[]) =>
  insertRows(tx, 'employee_version', employeeColumns, rows)

/** Makes people known by their id; who is known already stays. */
export const addEmployees = (tx: Tx, ids: Iterable<string>) =>
  insertRows(
    tx,
    'employee',
    { employee_id: 'text' },
    Array.from(ids, (employee_id) => ({ employee_id })),
    {
      skipKnown: true,
    },
  )

/** The last day on which somebody, or something, is still there. */
export interface Ending {
  readonly id: string
  readonly lastDay: string
}

/** Withdraws what is held of these people for days after their last one. */
export const withdrawEmployees = (tx: Tx, endings: readonly Ending[], at: Instant) =>
  sql`update employee_version set withdrawn_at = ${momentOf(sql`${at}::text`)}
    from json_to_recordset(${JSON.stringify(endings)}) as ending (id text, "lastDay" date)
    where region_id = current_setting('piket.region') and employee_id = ending.id and withdrawn_at is null
      and (valid_until is null or valid_until > ending."lastDay")`.execute(tx)

/** Withdraws what is held of these units for days after their last one. */
export const withdrawUnits = (tx: Tx, endings: readonly Ending[], at: Instant) =>
  sql`update unit_version set withdrawn_at = ${momentOf(sql`${at}::text`)}
    from json_to_recordset(${JSON.stringify(endings)}) as ending (id text, "lastDay" date)
    where region_id = current_setting('piket.region') and unit_id = ending.id and withdrawn_at is null
      and (valid_until is null or valid_until > ending."lastDay")`.execute(tx)
