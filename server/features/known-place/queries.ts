import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface PlaceRow {
  readonly place_id: string
  readonly unit_id: string
  readonly kind: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly radius: number
  readonly known_by: string
  readonly known_at: string
}

/** Adds a place; nothing when its id is taken. */
export const addPlace = (tx: Tx, row: PlaceRow) =>
  tx
    .insertInto('known_place')
    .values({ ...row, region_id: sql`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('place_id as id')
    .executeTakeFirst()

/** Places that are in use, or were at a moment and later; of one agency or of all in reach. */
export const placesOf = (tx: Tx, agency?: string, since?: string) =>
  tx
    .selectFrom('known_place')
    .$if(since === undefined, (query) => query.where('closed_at', 'is', null))
    .$if(since !== undefined, (query) =>
      query.where(sql<boolean>`(closed_at is null or closed_at > ${since}::timestamptz)`),
    )
    .$if(agency !== undefined, (query) => query.where('agency_id', '=', agency as string))
    .select(['place_id as id', 'unit_id as unit', 'kind', 'name', 'latitude', 'longitude', 'radius'])
    .orderBy('name')
    .orderBy('place_id')
    .execute()

export const closePlaceRow = (tx: Tx, agency: string, id: string, by: string, at: string) =>
  tx
    .updateTable('known_place')
    .set({ closed_by: by, closed_at: at })
    .where('agency_id', '=', agency)
    .where('place_id', '=', id)
    .where('closed_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
