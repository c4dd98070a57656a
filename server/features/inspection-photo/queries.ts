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
    .select(sql<boolean>`content is not null`.as('kept'))
    .orderBy('taken_at')
    .orderBy('photo_id')
    .execute()

/** The bytes of a photo that is kept, and of whose office it is. */
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
    .where('photo.content', 'is not', null)
    .select(['photo.type', 'photo.content', 'inspection.agency_id as agency'])
    .executeTakeFirst()

/** Drops the bytes of photos that came before a moment to visits of which minutes and cases were closed by then. */
export const dropPhotos = (tx: Tx, before: Date) =>
  tx
    .updateTable('inspection_photo as photo')
    .from('inspection')
    .whereRef('inspection.region_id', '=', 'photo.region_id')
    .whereRef('inspection.inspection_id', '=', 'photo.inspection_id')
    .where('photo.content', 'is not', null)
    .where('photo.received_at', '<', before)
    .where('inspection.closed_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('case_file as one')
            .whereRef('one.region_id', '=', 'photo.region_id')
            .whereRef('one.inspection_id', '=', 'photo.inspection_id')
            .where(({ or, eb }) => or([eb('one.closed_at', 'is', null), eb('one.closed_at', '>=', before)]))
            .select('one.case_id'),
        ),
      ),
    )
    .set({ content: null })
    .returning(['photo.photo_id as photo', 'photo.inspection_id as inspection', 'inspection.agency_id as agency'])
    .execute()
