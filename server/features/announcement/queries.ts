import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

interface AnnouncementRow {
  announcement_id: string
  agencies: readonly string[]
  title: string
  text: string
  announced_by: string
  announced_at: string
}

/** Adds an announcement; nothing when its id is taken. */
export const addAnnouncementRow = (tx: Tx, { agencies, ...row }: AnnouncementRow) =>
  tx
    .insertInto('announcement')
    .values({ ...row, region_id: region, agencies: sql`${agencies}::text[]` })
    .onConflict((conflict) => conflict.doNothing())
    .returning('announcement_id as announcement')
    .executeTakeFirst()

const columns = [
  'announcement_id as announcement',
  'agencies',
  'title',
  'text',
  'announced_by as announcedBy',
  sql<number>`(extract(epoch from announced_at) * 1000)::float8`.as('announcedAt'),
] as const

const most = 50

/** What somebody of an agency was told up to a moment, the newest first, with when they read it. */
export const toldTo = (tx: Tx, agency: string, employee: string, until: Date) =>
  tx
    .selectFrom('announcement')
    .leftJoin('announcement_receipt as receipt', (join) =>
      join
        .onRef('receipt.region_id', '=', 'announcement.region_id')
        .onRef('receipt.announcement_id', '=', 'announcement.announcement_id')
        .on('receipt.employee_id', '=', employee),
    )
    .where(sql<boolean>`(cardinality(agencies) = 0 or ${agency} = any(agencies))`)
    .where('announced_at', '<=', until)
    .select([
      'announcement.announcement_id as announcement',
      'agencies',
      'title',
      'text',
      'announced_by as announcedBy',
      sql<number>`(extract(epoch from announced_at) * 1000)::float8`.as('announcedAt'),
      sql<number | null>`(extract(epoch from receipt.read_at) * 1000)::float8`.as('readAt'),
    ])
    .orderBy('announced_at', 'desc')
    .limit(most)
    .execute()

export const announcementOf = (tx: Tx, announcement: string) =>
  tx.selectFrom('announcement').where('announcement_id', '=', announcement).select(columns).executeTakeFirst()

/** Announcements made to some agencies, or by somebody, the newest first. */
export const announcedTo = (tx: Tx, agencies: readonly string[], by: string) =>
  tx
    .selectFrom('announcement')
    .where(sql<boolean>`(agencies && ${agencies}::text[] or announced_by = ${by})`)
    .select(columns)
    .orderBy('announced_at', 'desc')
    .limit(most)
    .execute()

/** Says that somebody has read it; what was said before stays. */
export const addReceipt = (tx: Tx, announcement: string, employee: string, at: Date) =>
  tx
    .insertInto('announcement_receipt')
    .values({ region_id: region, announcement_id: announcement, employee_id: employee, read_at: at.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('employee_id')
    .executeTakeFirst()

export const receiptsOf = (tx: Tx, announcement: string) =>
  tx
    .selectFrom('announcement_receipt')
    .where('announcement_id', '=', announcement)
    .select(['employee_id as employee', sql<number>`(extract(epoch from read_at) * 1000)::float8`.as('readAt')])
    .orderBy('read_at')
    .execute()
