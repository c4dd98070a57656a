/** Days that are over, as the night has closed them. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'

interface Absence {
  readonly employee: string
  readonly agency: string
  readonly employment?: string
  readonly openFor?: readonly string[]
}

/** Keeps somebody's absence on some days of Sungai Uji. */
export async function keepAbsences(
  owner: Db,
  { employee, agency, employment = 'pns', openFor = [] }: Absence,
  days: readonly Day[],
): Promise<void> {
  for (const day of days) {
    await sql`insert into day_closing (region_id, day, closed_at, derived_at, revision, people)
      values ('63.98', ${day}, ${`${day}T22:00:00Z`}, ${`${day}T22:00:00Z`}, 1, 15) on conflict do nothing`.execute(
      owner,
    )
    await sql`insert into day_record (region_id, day, employee_id, version, agency_id, employment, planned, clause, state,
        deviation, standing, minutes_late, minutes_early, evidence, open_for, derived_at)
      values ('63.98', ${day}, ${employee}, 1, ${agency}, ${employment}, 'office', 'uji-2021-07/c2', 'not_recorded',
        'not_recorded', 'unexcused', 0, 0, 0, ${openFor as string[]}, ${`${day}T22:00:00Z`})`.execute(owner)
  }
}
