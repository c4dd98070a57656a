import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface PhotoRow {
  inspection_id: string
  photo_id: string
  sha256: Buffer
  type: string
  content: Buffer
  caption: string
  inspector: string
  taken_at: string
  received_at: string
}

export const addPhoto = (tx: Tx, row: PhotoRow) =>
  tx
    .insertInto('inspection_photo')
    .values({ ...row, region_id: sql<string>`current_setting('piket.region')` })
    .execute()

/** The photos of an inspection without their bytes, the oldest first. */
export const photoRows = (tx: Tx, inspection: string) =>
  tx
    .selectFrom('inspection_photo')
    .where('inspection_id', '=', inspection)
    .select(['photo_id as id', 'caption', 'inspector', 'taken_at as takenAt', 'received_at as receivedAt'])
    .select(sql<string>`encode(sha256, 'hex')`.as('sha256'))
    .orderBy('taken_at')
    .orderBy('photo_id')
    .execute()

/** The bytes of a photo, and of whose office it is. */
export const photoBytes = (tx: Tx, inspection: string, photo: string) =>
  tx
    .selectFrom('inspection_photo as photo')
    .innerJoin('inspection', (join) =>
      join
        .onRef('inspection.region_id', '=', 'photo.region_id')
        .onRef('inspection.inspection_id', '=', 'photo.inspection_id'),
    )
    .where('photo.inspection_id', '=', inspection)
    .where('photo.photo_id', '=', photo)
    .select(['photo.type', 'photo.content', 'inspection.agency_id as agency'])
    .executeTakeFirst()
