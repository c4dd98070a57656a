import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

interface ReadRow {
  /** Employee id; null: of an agency, or of everybody who has a row. */
  readonly subject: string | null
  readonly agency: string | null
  readonly reader: string
  readonly purpose: string
  readonly fields: readonly string[]
}

export const addRead = (tx: Tx, { subject, agency, reader, purpose, fields }: ReadRow) =>
  tx
    .insertInto('sensitive_read')
    .values({
      region_id: sql`current_setting('piket.region')`,
      subject_id: subject,
      agency_id: agency,
      reader,
      purpose,
      fields: [...fields],
    })
    .execute()

const most = 100

/** Who read something of a person or of a list with them, by the days of the zone, the newest first. */
export const readsOf = (tx: Tx, { employee, agency, zone }: { employee: string; agency: string; zone: string }) =>
  tx
    .selectFrom('sensitive_read')
    .where((read) => read.or([read('subject_id', '=', employee), read('agency_id', '=', agency)]))
    .groupBy((read) => [
      'reader',
      'purpose',
      'fields',
      read.ref('agency_id'),
      sql`(read_at at time zone ${zone})::date`,
    ])
    .select((read) => [
      'reader',
      'purpose',
      'fields',
      'agency_id as agency',
      read.fn.countAll<number>().as('times'),
      sql<number>`(extract(epoch from max(read_at)) * 1000)::float8`.as('lastAt'),
    ])
    .orderBy('lastAt', 'desc')
    .limit(most)
    .execute()
