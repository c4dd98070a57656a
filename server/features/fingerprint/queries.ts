import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`
const milliseconds = (column: RawBuilder<unknown>) => sql<number>`(extract(epoch from ${column}) * 1000)::float8`

interface MachineRow {
  readonly machine_id: string
  readonly agency_id: string
  readonly name: string
  readonly added_by: string
  readonly added_at: string
}

/** Adds a machine; one whose id is known stays as it was. */
export const addMachineRow = (tx: Tx, row: MachineRow) =>
  tx
    .insertInto('fingerprint_machine')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .returning('machine_id')
    .executeTakeFirst()

/** Machines in reach, by agency and name. */
export const machines = (tx: Tx) =>
  tx
    .selectFrom('fingerprint_machine')
    .select(['machine_id as machine', 'agency_id as agency', 'name'])
    .orderBy('agency_id')
    .orderBy('name')
    .orderBy('machine_id')
    .execute()

export const numbersOf = (tx: Tx, machine: string) =>
  tx
    .selectFrom('machine_number')
    .where('machine_id', '=', machine)
    .select(['number', 'employee_id as employee'])
    .orderBy('number')
    .execute()

interface NumberRow {
  readonly machine_id: string
  readonly number: string
  readonly employee_id: string
  readonly entered_by: string
  readonly entered_at: string
}

/** Says whom a number means; the last word holds. */
export const putNumber = (tx: Tx, { machine_id, number, ...said }: NumberRow) =>
  tx
    .insertInto('machine_number')
    .values({ region_id: region, machine_id, number, ...said })
    .onConflict((conflict) => conflict.columns(['region_id', 'machine_id', 'number']).doUpdateSet(said))
    .execute()

interface FileRow {
  readonly machine_id: string
  readonly sha256: string
  readonly content: Buffer
  readonly kept_by: string
  readonly kept_at: string
}

/** Keeps a file; the same one is there already. */
export const addFile = (tx: Tx, row: FileRow) =>
  tx
    .insertInto('fingerprint_file')
    .values({ ...row, region_id: region })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const fileOf = (tx: Tx, machine: string, sha256: string) =>
  tx
    .selectFrom('fingerprint_file')
    .where('machine_id', '=', machine)
    .where('sha256', '=', sha256)
    .select(['content', 'imported_at as imported'])
    .executeTakeFirst()

/** Files of a machine that were imported, the last one first. */
export const filesImported = (tx: Tx, machine: string, most: number) =>
  tx
    .selectFrom('fingerprint_file')
    .where('machine_id', '=', machine)
    .where('imported_at', 'is not', null)
    .select('sha256')
    .select(milliseconds(sql`imported_at`).as('imported'))
    .orderBy('imported_at', 'desc')
    .orderBy('sha256')
    .limit(most)
    .execute()

export const markImported = (tx: Tx, machine: string, sha256: string, at: string) =>
  tx
    .updateTable('fingerprint_file')
    .set({ imported_at: at })
    .where('machine_id', '=', machine)
    .where('sha256', '=', sha256)
    .execute()

export interface TapRow {
  readonly day: string
  readonly employee_id: string
  readonly machine_id: string
  readonly at: string
  readonly direction: string
  readonly imported_at: string
}

/** Adds taps; those that are known stay as they were. @returns those that are new */
export const addTaps = (tx: Tx, rows: readonly TapRow[]) =>
  tx
    .insertInto('fingerprint')
    .columns(['region_id', 'day', 'employee_id', 'machine_id', 'at', 'direction', 'imported_at'])
    .expression(
      sql`select current_setting('piket.region'), day, employee_id, machine_id, at, direction, imported_at
        from json_to_recordset(${JSON.stringify(rows)}::json) as given(
          day date, employee_id text, machine_id uuid, at timestamptz, direction text, imported_at timestamptz)`,
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['employee_id as employee', 'day'])
    .execute()

/** Taps of a day, of some people. */
export const tapsOn = (tx: Tx, day: string, employees: readonly string[]) =>
  tx
    .selectFrom('fingerprint as tap')
    .innerJoin('fingerprint_machine as machine', (join) =>
      join.onRef('machine.region_id', '=', 'tap.region_id').onRef('machine.machine_id', '=', 'tap.machine_id'),
    )
    .where('day', '=', day)
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .select(['employee_id as employee', 'tap.machine_id as machine', 'machine.name', 'direction'])
    .select([milliseconds(sql`at`).as('at'), milliseconds(sql`imported_at`).as('importedAt')])
    .orderBy('at')
    .orderBy('tap.machine_id')
    .execute()
