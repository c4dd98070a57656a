import { sql } from 'kysely'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Lets complaints of the region come one after the other, until the transaction ends. */
export const holdComplaints = (tx: Tx) => hold(tx, 'complaint')

interface ComplaintRow {
  complaint_id: string
  code_hash: string
  kind: string
  unit_id: string
  day: string
  words: string
  contact: string | null
  received_at: string
}

/** Keeps a complaint under the next number. */
export const addComplaint = (tx: Tx, row: ComplaintRow) =>
  tx
    .insertInto('complaint')
    .values({
      ...row,
      region_id: region,
      number: sql`(select coalesce(max(one.number), 0) + 1 from complaint as one)`,
    })
    .execute()

const complaints = (tx: Tx) =>
  tx
    .selectFrom('complaint')
    .select([
      'complaint_id as id',
      'number',
      'kind',
      'unit_id as unit',
      'agency_id as agency',
      'day',
      'words',
      'contact',
    ])
    .select(['received_at as receivedAt', 'taken_by as takenBy', 'taken_at as takenAt'])
    .select(['answer', 'answered_by as answeredBy', 'answered_at as answeredAt'])

export const complaintByCode = (tx: Tx, hash: string) => complaints(tx).where('code_hash', '=', hash).executeTakeFirst()

export const complaintRow = (tx: Tx, id: string) => complaints(tx).where('complaint_id', '=', id).executeTakeFirst()

/** The same, which nobody else changes until the transaction ends. */
export const holdComplaint = (tx: Tx, id: string) =>
  complaints(tx).where('complaint_id', '=', id).forUpdate().executeTakeFirst()

/** Ids of complaints, the newest first, of one state or of all. */
export const complaintIds = (tx: Tx, state: 'received' | 'taken_up' | 'answered' | undefined) =>
  tx
    .selectFrom('complaint')
    .select('complaint_id as id')
    .$if(state === 'answered', (all) => all.where('answered_at', 'is not', null))
    .$if(state === 'taken_up' || state === 'received', (all) =>
      all.where('answered_at', 'is', null).where('taken_at', state === 'taken_up' ? 'is not' : 'is', null),
    )
    .orderBy('number', 'desc')
    .execute()

/** Some complaints, the newest first. */
export const complaintRows = (tx: Tx, ids: readonly string[]) =>
  complaints(tx).where(sql<boolean>`complaint_id = any(${ids}::uuid[])`).orderBy('number', 'desc').execute()

/** How many came since a moment, and when the first of them did. */
export const receivedSince = (tx: Tx, since: Date) =>
  tx
    .selectFrom('complaint')
    .where('received_at', '>', since)
    .select((one) => [one.fn.countAll<number>().as('count'), one.fn.min('received_at').as('first')])
    .executeTakeFirstOrThrow()

export const setTaken = (tx: Tx, id: string, by: string, at: string) =>
  tx.updateTable('complaint').where('complaint_id', '=', id).set({ taken_by: by, taken_at: at }).execute()

export const setAnswer = (tx: Tx, id: string, row: { answer: string; answered_by: string; answered_at: string }) =>
  tx.updateTable('complaint').where('complaint_id', '=', id).set(row).execute()

/** Drops the contacts of complaints that were answered before a moment. */
export const dropContacts = (tx: Tx, answeredBefore: Date) =>
  tx
    .updateTable('complaint')
    .where('contact', 'is not', null)
    .where('answered_at', '<', answeredBefore)
    .set({ contact: null })
    .returning('complaint_id as id')
    .execute()
