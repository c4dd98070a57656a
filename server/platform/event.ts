/** What every write of facts leaves behind: a line that says who did what, and a new revision of the region. */
import { sql } from 'kysely'
import { insertRows } from './bulk.ts'
import type { Tx } from './db.ts'

export interface Event {
  /** Internal id of who did it, or the name of the part of Piket that did. */
  readonly actor: string
  /** What happened, in kebab-case: `facts-saved`. */
  readonly kind: string
  /** What it happened to: an employee id, a unit, a table, a circular. */
  readonly subject: string
  /** Whose head may read it; absent: the region's own. */
  readonly agency?: string
  /** The clause it rests on, as `circular/clause`. */
  readonly clause?: string
  /** Internal ids and counts only, never a name or a number of a person. */
  readonly body?: Readonly<Record<string, unknown>>
}

/** Writes the event in the same transaction as what it tells of. */
export const recordEvent = (tx: Tx, { actor, kind, subject, agency, clause, body = {} }: Event) =>
  tx
    .insertInto('event')
    .values({
      region_id: sql`current_setting('piket.region')`,
      actor,
      kind,
      subject,
      agency_id: agency ?? null,
      clause: clause ?? null,
      body: JSON.stringify(body),
    })
    .execute()

/** Whether somebody did the same before, with all that a body says. */
export const wasRecorded = async (
  tx: Tx,
  { actor, kind, subject, body = {} }: Pick<Event, 'actor' | 'kind' | 'subject' | 'body'>,
): Promise<boolean> =>
  (await tx
    .selectFrom('event')
    .where('subject', '=', subject)
    .where('kind', '=', kind)
    .where('actor', '=', actor)
    .where(sql<boolean>`body @> ${JSON.stringify(body)}::jsonb`)
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Writes one event for each of many subjects. */
export const recordEvents = (
  tx: Tx,
  { actor, kind }: Pick<Event, 'actor' | 'kind'>,
  subjects: readonly string[],
): Promise<void> =>
  insertRows(
    tx,
    'event',
    { actor: 'text', kind: 'text', subject: 'text', body: 'json' },
    subjects.map((subject) => ({ actor, kind, subject, body: {} })),
  )

/** Lets one writer at a time compare what is known with what it brings; held until the transaction ends. */
export const lockRegion = (tx: Tx) =>
  tx
    .selectFrom('region')
    .select('region_id')
    .where('region_id', '=', sql<string>`current_setting('piket.region')`)
    .forUpdate()
    .execute()

/** Says that facts of the region have changed: what was derived from the revision before is stale. */
export const touchRegion = (tx: Tx) =>
  tx
    .updateTable('region')
    .set({ revision: sql`revision + 1` })
    .where('region_id', '=', sql<string>`current_setting('piket.region')`)
    .execute()
