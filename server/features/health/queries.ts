import { sql } from 'kysely'
import { type Columns, insertRows } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import { type Held, held, recordedIn } from '#platform/two-clocks.ts'

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
} as const satisfies Columns

export const addHealthAttributes = (tx: Tx, rows: readonly Record<keyof typeof columns, unknown>[]) =>
  insertRows(tx, 'health_attribute', columns, rows)
