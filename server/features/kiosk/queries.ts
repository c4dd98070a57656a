import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

interface PinRow {
  readonly employee_id: string
  readonly pin_hash: string
  readonly set_by: string
  readonly set_at: string
}

/** Makes whoever gives the same person a number wait until the transaction ends. */
export const lockGiving = (tx: Tx, employee: string) => hold(tx, 'kiosk pin', employee)

/** Keeps a number in the place of the one before; what was guessed wrong is forgotten. */
export const setPin = (tx: Tx, row: PinRow) =>
  tx
    .insertInto('kiosk_pin')
    .values({ ...row, region_id: sql`current_setting('piket.region')` })
    .onConflict((conflict) =>
      conflict.columns(['region_id', 'employee_id']).doUpdateSet((row) => ({
        pin_hash: row.ref('excluded.pin_hash'),
        set_by: row.ref('excluded.set_by'),
        set_at: row.ref('excluded.set_at'),
        failures: 0,
        failed_at: null,
      })),
    )
    .execute()

/** The number of somebody; its row is locked, so that guesses at once are counted one by one. */
export const lockPin = (tx: Tx, employee: string) =>
  tx
    .selectFrom('kiosk_pin')
    .where('employee_id', '=', employee)
    .select(['pin_hash as hash', 'failures'])
    .select(sql<number | null>`(extract(epoch from failed_at) * 1000)::float8`.as('failedAt'))
    .forUpdate()
    .executeTakeFirst()

export const countGuess = (tx: Tx, employee: string, failures: number, at: string | null) =>
  tx.updateTable('kiosk_pin').set({ failures, failed_at: at }).where('employee_id', '=', employee).execute()
