import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

export interface HeldRow {
  /** Name of the table. */
  readonly source: string
  readonly held: Readonly<Record<string, unknown>>
}

/** Every row about a person, but health attributes, table by table. */
export const rowsAbout = async (tx: Tx, employee: string, account: string): Promise<HeldRow[]> =>
  (await sql<HeldRow>`select source, held from own_data(${employee}, ${account}::uuid)`.execute(tx)).rows
