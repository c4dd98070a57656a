import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

/**
 * Writes that the server is well, and where it was silent for so long before, an outage.
 * @returns the outage
 */
export const beat = async (tx: Tx, at: string, gapInSeconds: number) => {
  const { rows } = await sql<{ id: number }>`
    with before as (
      select beat_at from pulse where region_id = current_setting('piket.region')
    ), beaten as (
      insert into pulse (region_id, beat_at) values (current_setting('piket.region'), ${at})
      on conflict (region_id) do update set beat_at = greatest(pulse.beat_at, excluded.beat_at)
    )
    insert into outage (region_id, cause, starts_at, ends_at)
    select current_setting('piket.region'), 'silence', beat_at, ${at} from before
    where ${at}::timestamptz - beat_at >= make_interval(secs => ${gapInSeconds})
    on conflict do nothing
    returning id`.execute(tx)
  return rows[0]
}

/** Writes that people have been turned away since a moment; told again, the same outage lasts longer. */
export const overloaded = (tx: Tx, since: string, until: string) =>
  tx
    .insertInto('outage')
    .values({
      region_id: sql`current_setting('piket.region')`,
      cause: 'overload',
      starts_at: since,
      ends_at: until,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'cause', 'starts_at'])
        .where('cause', '<>', sql.lit('declared'))
        .doUpdateSet({ ends_at: until }),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('isNew')])
    .executeTakeFirstOrThrow()

/** Outages that credit somebody, from one moment to another; one that lasts has no end. */
export const outagesBetween = (tx: Tx, from: Date, until: Date) =>
  tx
    .selectFrom('outage')
    .where('withdrawn_at', 'is', null)
    .where(({ eb, or }) => or([eb('cause', '<>', 'declared'), eb('confirmed_by', 'is not', null)]))
    .where('starts_at', '<=', until)
    .where(({ eb, or }) => or([eb('ends_at', 'is', null), eb('ends_at', '>=', from)]))
    .select(['id', 'cause', 'starts_at', 'ends_at', 'district', 'reason'])
    .orderBy('starts_at')
    .orderBy('id')
    .execute()

/** Every outage since a moment, also those that credit nobody, the newest first. */
export const outagesSince = (tx: Tx, since: string) =>
  tx
    .selectFrom('outage')
    .where(sql<boolean>`(ends_at is null or ends_at >= ${since}::timestamptz)`)
    .select(['id', 'cause', 'starts_at', 'ends_at', 'district', 'reason', 'declared_by', 'confirmed_by'])
    .select('withdrawn_at')
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

interface DeclaredRow {
  form_id: string
  starts_at: string
  ends_at: string | null
  district: string | null
  reason: string
  declared_by: string
}

/** Adds a declared outage; nothing when its form was sent before. */
export const addDeclared = (tx: Tx, row: DeclaredRow) =>
  tx
    .insertInto('outage')
    .values({ ...row, cause: 'declared', region_id: sql<string>`current_setting('piket.region')` })
    .onConflict((conflict) => conflict.columns(['region_id', 'form_id']).doNothing())
    .returning('id')
    .executeTakeFirst()

/** What somebody declared by a form. */
export const declaredBy = (tx: Tx, by: string, form: string) =>
  tx
    .selectFrom('outage')
    .where('form_id', '=', form)
    .where('declared_by', '=', by)
    .select(['starts_at', 'ends_at', 'district', 'reason'])
    .executeTakeFirst()

const declared = (tx: Tx, id: number) =>
  tx
    .updateTable('outage')
    .where('id', '=', id)
    .where('cause', '=', 'declared')
    .where('withdrawn_at', 'is', null)
    .returning('id')

/** The second person's word; nothing where there is no such outage, or the same person declared it. */
export const confirmRow = (tx: Tx, id: number, by: string) =>
  declared(tx, id)
    .set({ confirmed_by: by })
    .where('confirmed_by', 'is', null)
    .where('declared_by', '<>', by)
    .executeTakeFirst()

/** Ends a declared outage that lasts. */
export const endRow = (tx: Tx, id: number, at: string) =>
  declared(tx, id)
    .set({ ends_at: at })
    .where('ends_at', 'is', null)
    .where('starts_at', '<', new Date(at))
    .executeTakeFirst()

/**
 * Takes a declaration back that nobody has confirmed, or that has not begun: one person alone takes no credit away, and
 * before it begins there is none.
 */
export const withdrawRow = (tx: Tx, id: number, at: string) =>
  declared(tx, id)
    .set({ withdrawn_at: at })
    .where(({ eb, or }) => or([eb('confirmed_by', 'is', null), eb('starts_at', '>', new Date(at))]))
    .executeTakeFirst()

/** Whether a declared outage that nobody took back begins after a moment. */
export const isAheadOf = async (tx: Tx, id: number, at: string): Promise<boolean> =>
  (await tx
    .selectFrom('outage')
    .where('id', '=', id)
    .where('cause', '=', 'declared')
    .where('withdrawn_at', 'is', null)
    .where('starts_at', '>=', new Date(at))
    .select('id')
    .executeTakeFirst()) !== undefined
