/** Which rows speak of a window of days, as known at an instant. */
import type { Instant, Period } from '@piket/domain/calendar/day.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Columns } from './bulk.ts'

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

/** A column, of one table where a query joins several. */
const column = (name: string, table: string | undefined) =>
  table === undefined ? sql.raw(name) : sql.ref(`${table}.${name}`)

/** Recorded by then and not yet withdrawn. */
export function knownThen(window: Pick<Held, 'known' | 'zone'>, table?: string): RawBuilder<boolean> {
  const after = afterKnown(window)
  const withdrawn = column('withdrawn_at', table)
  return sql<boolean>`${column('recorded_at', table)} < ${after} and (${withdrawn} is null or ${withdrawn} >= ${after})`
}

/** Known then, and speaking of a day of the window. */
export function held(window: Held, table?: string): RawBuilder<boolean> {
  const [from, until] = [column('valid_from', table), column('valid_until', table)]
  return sql<boolean>`${knownThen(window, table)}
    and (${from} is null or ${from} <= ${window.until}) and (${until} is null or ${until} >= ${window.from})`
}

/** Published by then and not yet superseded. */
export function publishedThen(window: Pick<Held, 'known' | 'zone'>): RawBuilder<boolean> {
  const after = afterKnown(window)
  return sql<boolean>`published_at < ${after} and (superseded_at is null or superseded_at >= ${after})`
}

/** Since when a row is known, as text in the region's own time; null: always. */
export const recordedIn = (zone: string): RawBuilder<Instant | null> =>
  sql<Instant | null>`case when recorded_at > '-infinity'
    then to_char(recorded_at at time zone ${zone}, 'YYYY-MM-DD"T"HH24:MI') end`

/** The days a row speaks of, as records name them. */
export const period = ['valid_from as from', 'valid_until as until'] as const

/** The columns of both clocks. */
export const clockColumns = {
  valid_from: 'day',
  valid_until: 'day',
  recorded_at: 'instant',
} as const satisfies Columns

/** What a record holds in the columns of both clocks. */
export const clocks = ({ from, until, recorded }: Period & { readonly recorded: Instant | null }) => ({
  valid_from: from,
  valid_until: until,
  recorded_at: recorded,
})

/** The end of what a permit made: from an instant on it is held true no longer, but for the days that have passed. */
export interface PermitEnding {
  readonly permit: string
  readonly at: Instant
  /** The last day on which it held; null: it never began. */
  readonly lastDay: string | null
}
