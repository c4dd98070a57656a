/** Which rows speak of a window of days, as known at an instant. */
import type { Instant } from '@piket/domain/calendar/day.ts'
import { type RawBuilder, sql } from 'kysely'

/** A window of days seen from one instant of knowledge, all in a region's own time. */
export interface Held {
  readonly from: string
  readonly until: string
  readonly known: Instant
  readonly zone: string
}

// An instant is a minute, or a day: what was recorded within it was known by then.
const afterKnown = ({ known, zone }: Pick<Held, 'known' | 'zone'>): RawBuilder<unknown> => {
  const lastMinute = known.length === 10 ? `${known}T23:59` : known
  return sql`(${lastMinute}::timestamp at time zone ${zone} + interval '1 minute')`
}

/** Recorded by then: for rows that nobody withdraws. */
export const recordedThen = (window: Pick<Held, 'known' | 'zone'>): RawBuilder<boolean> =>
  sql<boolean>`recorded_at < ${afterKnown(window)}`

/** Recorded by then and not yet withdrawn. */
export function knownThen(window: Pick<Held, 'known' | 'zone'>): RawBuilder<boolean> {
  const after = afterKnown(window)
  return sql<boolean>`recorded_at < ${after} and (withdrawn_at is null or withdrawn_at >= ${after})`
}

/** Known then, and speaking of a day of the window. */
export const held = (window: Held): RawBuilder<boolean> =>
  sql<boolean>`${knownThen(window)}
    and (valid_from is null or valid_from <= ${window.until}) and (valid_until is null or valid_until >= ${window.from})`

/** Published by then and not yet superseded. */
export function publishedThen(window: Pick<Held, 'known' | 'zone'>): RawBuilder<boolean> {
  const after = afterKnown(window)
  return sql<boolean>`published_at < ${after} and (superseded_at is null or superseded_at >= ${after})`
}

/** Since when a row is known, as text in the region's own time; null: always. */
export const recordedIn = (zone: string): RawBuilder<Instant | null> =>
  sql<Instant | null>`case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone ${zone}, 'YYYY-MM-DD"T"HH24:MI') end`
