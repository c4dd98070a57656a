import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface ScreenRow {
  screen_id: string
  unit_id: string
  name: string
  token_hash: Buffer
  opened_by: string
  opened_at: string
}

/** Adds a screen; nothing when its id is known. */
export const addScreen = (tx: Tx, row: ScreenRow) =>
  tx
    .insertInto('office_screen')
    .values({ ...row, region_id: sql`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.columns(['region_id', 'screen_id']).doNothing())
    .returning('screen_id')
    .executeTakeFirst()

/** A screen that an account opened, also one that was closed. */
export const screenBy = (tx: Tx, by: string, screen: string) =>
  tx
    .selectFrom('office_screen')
    .where('screen_id', '=', screen)
    .where('opened_by', '=', by)
    .select(['unit_id as unit', 'name'])
    .executeTakeFirst()

/** Screens of an agency that are open, the newest first. */
export const openScreens = (tx: Tx, agency: string) =>
  tx
    .selectFrom('office_screen')
    .where('agency_id', '=', agency)
    .where('closed_at', 'is', null)
    .select(['screen_id as screen', 'unit_id as unit', 'name', 'opened_at as opened'])
    .orderBy('opened_at', 'desc')
    .orderBy('screen_id')
    .execute()

/** The open screen of a token. */
export const screenOfToken = (tx: Tx, token: Buffer) =>
  tx
    .selectFrom('office_screen')
    .where('token_hash', '=', token)
    .where('closed_at', 'is', null)
    .select(['screen_id as screen', 'unit_id as unit', 'name'])
    .executeTakeFirst()

/** Closes a screen of an agency; nothing when there is none of that id. */
export const closeScreenRow = (tx: Tx, agency: string, screen: string, by: string, at: string) =>
  tx
    .updateTable('office_screen')
    .set({ closed_by: by, closed_at: at })
    .where('agency_id', '=', agency)
    .where('screen_id', '=', screen)
    .where('closed_at', 'is', null)
    .returning('screen_id')
    .executeTakeFirst()

/** Whether an agency has a screen of an id, open or closed. */
export const isScreenOf = async (tx: Tx, agency: string, screen: string): Promise<boolean> =>
  (await tx
    .selectFrom('office_screen')
    .where('agency_id', '=', agency)
    .where('screen_id', '=', screen)
    .select('screen_id')
    .executeTakeFirst()) !== undefined
