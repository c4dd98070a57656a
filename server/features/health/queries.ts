import { sql } from 'kysely'
import { type Columns, insertRows, momentOf } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { type Held, held, type PermitEnding, recordedIn } from '#platform/two-clocks.ts'

export const purposes = ['decision', 'record', 'own', 'review'] as const
export type Purpose = (typeof purposes)[number]

/** Opens the protected table for the rest of the transaction, or until it is closed with null. */
export const setPurpose = (tx: Tx, purpose: Purpose | null) =>
  sql`set local piket.purpose = ${sql.lit(purpose ?? '')}`.execute(tx)

/** The health attributes held in a window, of everybody or of one person. */
export const healthAttributesHeld = (tx: Tx, window: Held, subject: string | null) =>
  tx
    .selectFrom('health_attribute')
    .where(held(window))
    .$if(subject !== null, (query) => query.where('employee_id', '=', subject))
    .select(['employee_id as employee', 'attribute', 'value', 'valid_from as from', 'valid_until as until', 'issuer'])
    .select(recordedIn(window.zone).as('recorded'))
    .orderBy('employee_id')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()

const columns = {
  employee_id: 'text',
  attribute: 'text',
  value: 'text',
  valid_from: 'day',
  valid_until: 'day',
  issuer: 'text',
  recorded_at: 'instant',
  permit_id: 'id',
} as const satisfies Columns

export const addHealthAttributes = (tx: Tx, rows: readonly Record<keyof typeof columns, unknown>[]) =>
  insertRows(tx, 'health_attribute', columns, rows)

/** Withdraws what a permit made; days up to the last one held are kept in a new row. */
export const endHealthAttributes = (tx: Tx, { permit, at, lastDay }: PermitEnding) =>
  sql`with ended as (
      update health_attribute set withdrawn_at = ${momentOf(sql`${at}::text`)}
      where region_id = current_setting('piket.region') and permit_id = ${permit} and withdrawn_at is null returning *)
    insert into health_attribute
      (region_id, employee_id, valid_from, valid_until, recorded_at, attribute, value, issuer, permit_id)
    select region_id, employee_id, valid_from, ${lastDay}::date, withdrawn_at, attribute, value, issuer, permit_id
    from ended where valid_from <= ${lastDay}::date`.execute(tx)

/** The category that a version of a permit asks for. */
export interface HealthClaim {
  readonly employee: string
  readonly permit: string
  readonly version: number
  readonly attribute: string
}

export const addHealthClaim = (tx: Tx, { employee, permit, version, attribute }: HealthClaim) =>
  tx
    .insertInto('health_claim')
    .values({
      region_id: sql`current_setting('piket.region')`,
      employee_id: employee,
      permit_id: permit,
      version,
      attribute,
    })
    .execute()

export const healthClaims = (tx: Tx, employee: string, permits: readonly string[] | null) =>
  tx
    .selectFrom('health_claim')
    .where('employee_id', '=', employee)
    .$if(permits !== null, (query) => query.where(sql<boolean>`permit_id = any(${permits}::uuid[])`))
    .select(['employee_id as employee', 'permit_id as permit', 'version', 'attribute'])
    .orderBy('permit_id')
    .orderBy('version')
    .execute()
