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
