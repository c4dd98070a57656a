import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

/** Devices of a person, the newest first. */
export const devicesOf = (tx: Tx, employee: string) =>
  tx
    .selectFrom('device')
    .where('employee_id', '=', employee)
    .select(['device_id as device', 'slot', 'public_key', 'label', 'registered_at', 'usable_from'])
    .select(['approved_by as approvedBy', 'revoked_at'])
    .orderBy('registered_at', 'desc')
    .orderBy('device_id')
    .execute()

/** Live devices that do not count yet, of some people; null: of everybody. */
export const waitingRows = (tx: Tx, employees: readonly string[] | null, at: string) =>
  tx
    .selectFrom('device')
    .where('revoked_at', 'is', null)
    .where('usable_from', '>', sql<Date>`${at}::timestamptz`)
    .$if(employees !== null, (query) => query.where(sql<boolean>`employee_id = any(${employees ?? []}::text[])`))
    .select(['employee_id as employee', 'device_id as device', 'label'])
    .select(['registered_at as registered', 'usable_from as usableFrom'])
    .orderBy('registered_at')
    .orderBy('device_id')
    .execute()

/** Makes whoever registers a device for the same person wait until the transaction ends. */
export const lockDevicesOf = (tx: Tx, employee: string) => hold(tx, 'device', employee)

interface NewDevice {
  employee_id: string
  slot: number
  public_key: Buffer
  label: string
  registered_at: string
  usable_from: string
}

/** Adds a device; undefined when its key is known in the region already. */
export const addDevice = (tx: Tx, device: NewDevice) =>
  tx
    .insertInto('device')
    .values({ ...device, region_id: sql`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.columns(['region_id', 'public_key']).doNothing())
    .returning('device_id as device')
    .executeTakeFirst()

/** Makes a live device usable at once. */
export const approve = (tx: Tx, employee: string, device: string, by: string, at: string) =>
  tx
    .updateTable('device')
    .set({ approved_by: by, usable_from: sql<string>`least(usable_from, ${at}::timestamptz)` })
    .where('employee_id', '=', employee)
    .where('device_id', '=', device)
    .where('revoked_at', 'is', null)
    .returning('device_id')
    .executeTakeFirst()

/** Ends a live device. */
export const revoke = (tx: Tx, employee: string, device: string, by: string, at: string) =>
  tx
    .updateTable('device')
    .set({ revoked_at: at, revoked_by: by })
    .where('employee_id', '=', employee)
    .where('device_id', '=', device)
    .where('revoked_at', 'is', null)
    .returning('device_id')
    .executeTakeFirst()
