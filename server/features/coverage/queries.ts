import type { Instant } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { insertRows, momentOf } from '#platform/bulk.ts'
import { hold, type Tx } from '#platform/db.ts'
import { type Held, knownThen } from '#platform/two-clocks.ts'

const region = sql<string>`current_setting('piket.region')`
const doses = ['target', 'first_dose as first', 'second_dose as second'] as const

const statements = (tx: Tx) =>
  tx
    .selectFrom('coverage')
    .select(['coverage_id as id', 'day', 'target_group as group', ...doses, 'source', 'corrected_for as correctedFor'])
    .select(['told', 'told_districts as toldDistricts', 'merged', 'withdrawn_at as withdrawnAt'])

/** What held as known at an instant, the newest day first. */
export const statementsHeld = (tx: Tx, window: Pick<Held, 'known' | 'zone'>) =>
  statements(tx).where(knownThen(window)).orderBy('day', 'desc').orderBy('number', 'desc').execute()

/** Of each group the last statement up to a day of which something is told, of the whole region or of its districts. */
export const lastTold = (
  tx: Tx,
  window: Pick<Held, 'known' | 'zone'>,
  { until, of }: { readonly until: string; readonly of: 'told' | 'told_districts' },
) =>
  statements(tx)
    .distinctOn('target_group')
    .where(knownThen(window))
    .where('day', '<=', until)
    .where(of, '>', 0)
    .orderBy('target_group')
    .orderBy('day', 'desc')
    .execute()

/** All that was ever stated of a group, in that order, whatever the clock says. */
export const statementsMade = (tx: Tx, group: string) =>
  statements(tx).where('target_group', '=', group).orderBy('number').execute()

/** One of all that were ever made. */
export const anyStatement = (tx: Tx) =>
  tx.selectFrom('coverage').select('coverage_id as id').limit(1).executeTakeFirst()

/** What a form has written before. */
export const statementOfForm = (tx: Tx, form: string) =>
  statements(tx).where('coverage_id', '=', form).executeTakeFirst()

/** The districts of some statements, in order of code. */
export const districtsOf = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('coverage_district')
    .where('coverage_id', 'in', [...ids])
    .select(['coverage_id as id', 'district_code as district', ...doses])
    .orderBy('district_code')
    .execute()

export interface CoverageRow {
  coverage_id: string
  day: string
  target_group: string
  target: number
  first_dose: number | null
  second_dose: number | null
  source: string
  told: number
  told_districts: number
  merged: string[]
  corrects: string | null
  corrected_for: string | null
  recorded_by: string
}

/** Keeps a statement, as known since an instant. */
export const addStatement = (tx: Tx, row: CoverageRow, known: Instant) =>
  tx
    .insertInto('coverage')
    .values({
      ...row,
      region_id: region,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from coverage)`,
      recorded_at: sql<string>`${momentOf(sql`${known}`)}`,
    })
    .execute()

interface DistrictRow {
  coverage_id: string
  district_code: string
  target: number
  first_dose: number | null
  second_dose: number | null
}

export const addDistricts = (tx: Tx, rows: readonly DistrictRow[]) =>
  insertRows(
    tx,
    'coverage_district',
    { coverage_id: 'id', district_code: 'text', target: 'count', first_dose: 'count', second_dose: 'count' },
    rows,
  )

/** Says that another statement has taken the place of one. */
export const replaceStatement = (tx: Tx, id: string, known: Instant) =>
  tx
    .updateTable('coverage')
    .set({ withdrawn_at: sql<string>`${momentOf(sql`${known}`)}` })
    .where('coverage_id', '=', id)
    .execute()

/** One statement of a region is written after the other: each is held against all that were made before. */
export const holdCoverage = (tx: Tx) => hold(tx, 'coverage')
