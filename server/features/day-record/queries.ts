import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { insertRows } from '#platform/bulk.ts'
import { hold, type Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

/** Lets one process at a time derive a day; held until the transaction ends. */
export const lockDay = (tx: Tx, day: string) => hold(tx, 'day', day)

/** The first day of which a phone has a record; null: none has. */
export const firstRecordedDay = async (tx: Tx): Promise<Day | null> =>
  (await tx.selectFrom('check_in').select(sql<Day | null>`min(day)`.as('day')).executeTakeFirst())?.day ?? null

/** Days that were derived, from one to another. */
export const closings = (tx: Tx, { from, until }: { readonly from: string; readonly until: string }) =>
  tx
    .selectFrom('day_closing')
    .where('day', '>=', from)
    .where('day', '<=', until)
    .select([sql<Day>`day`.as('day'), 'revision', 'people'])
    .select(sql<number>`(extract(epoch from closed_at) * 1000)::float8`.as('closedAt'))
    .select(sql<number>`(extract(epoch from derived_at) * 1000)::float8`.as('derivedAt'))
    .orderBy('day')
    .execute()

/**
 * Of the days derived, those of which something has come to be known since: on phones and in reports and permits from a
 * day on, and in corrections, objections, words of others and fingerprints of any day.
 */
export const touchedSince = async (tx: Tx, from: string): Promise<Day[]> =>
  (
    await sql<{ day: Day }>`
    select day from day_closing as closing where (day >= ${from} and (
      exists (select from check_in as made where made.region_id = closing.region_id and made.day = closing.day
        and made.received_at > closing.derived_at)
      or exists (select from work_report as sent where sent.region_id = closing.region_id and sent.day = closing.day
        and sent.sent_at > closing.derived_at)
      or exists (select from permit where permit.region_id = closing.region_id
        and closing.day between permit.starts_on and permit.ends_on
        and greatest(permit.asked_at, permit.decided_at, permit.ended_at) > closing.derived_at)
      or exists (select from outage where outage.region_id = closing.region_id
        and outage.starts_at < closing.day + interval '2 days'
        and coalesce(outage.ends_at, now()) > closing.day - interval '1 day'
        and (greatest(outage.recorded_at, outage.withdrawn_at) > closing.derived_at
          or exists (select from event where event.region_id = outage.region_id and event.subject = outage.region_id
            and event.kind in ('outage-confirmed', 'outage-ended') and event.body->>'outage' = outage.id::text
            and event.happened_at > closing.derived_at)))
    ))
    or exists (select from voucher where voucher.region_id = closing.region_id and voucher.day = closing.day
      and greatest(voucher.vouched_at, voucher.withdrawn_at) > closing.derived_at)
    or exists (select from fingerprint as tap where tap.region_id = closing.region_id and tap.day = closing.day
      and tap.imported_at > closing.derived_at)
    or exists (select from correction as one left join correction_decision as decision
        using (region_id, employee_id, correction_id)
      where one.region_id = closing.region_id and one.day = closing.day
      and greatest(one.asked_at, one.appealed_at, decision.decided_at) > closing.derived_at)
    or exists (select from objection as one left join objection_decision as decision
        using (region_id, employee_id, objection_id)
      where one.region_id = closing.region_id
      and (one.day = closing.day or (one.standing and one.day <= closing.day))
      and greatest(one.asked_at, one.appealed_at, one.withdrawn_at, decision.decided_at) > closing.derived_at)
    order by day`.execute(tx)
  ).rows.map(({ day }) => day)

export interface DayRecordRow {
  readonly employee_id: string
  readonly version: number
  readonly agency_id: string
  readonly employment: string
  readonly planned: string
  readonly clause: string | null
  readonly state: string
  readonly deviation: string | null
  readonly standing: string
  readonly arrival: string | null
  readonly leaving: string | null
  readonly minutes_late: number
  readonly minutes_early: number
  readonly evidence: number
  readonly outage: string | null
  readonly report: string | null
  readonly open_for: readonly string[]
}

const columns = [
  'employee_id',
  'version',
  'agency_id',
  'employment',
  'planned',
  'clause',
  'state',
  'deviation',
  'standing',
  'arrival',
  'leaving',
  'minutes_late',
  'minutes_early',
  'evidence',
  'outage',
  'report',
  'open_for',
] as const

/** What stands of a day. */
export const recordsOn = (tx: Tx, day: string): Promise<DayRecordRow[]> =>
  tx.selectFrom('day_record').where('day', '=', day).where('replaced_at', 'is', null).select(columns).execute()

/** What stands of some days: of some people, of those with an agency, or of all in reach. */
export const recordsBetween = (
  tx: Tx,
  { from, until, employees, agency }: { from: string; until: string; employees?: readonly string[]; agency?: string },
) =>
  tx
    .selectFrom('day_record')
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('replaced_at', 'is', null)
    .$if(employees !== undefined, (query) => query.where(sql<boolean>`employee_id = any(${employees}::text[])`))
    .$if(agency !== undefined, (query) => query.where('agency_id', '=', agency as string))
    .select(sql<Day>`day`.as('day'))
    .select(columns)
    .orderBy('employee_id')
    .orderBy('day')
    .execute()

/** Days whose outcome hangs on the time alone: a report that was not due yet, a correction whose term runs. */
export const unsettledDays = async (tx: Tx): Promise<Day[]> =>
  (
    await tx
      .selectFrom('day_record')
      .where('replaced_at', 'is', null)
      .where(sql<boolean>`(report = 'due' or 'correction' = any(open_for))`)
      .distinct()
      .select(sql<Day>`day`.as('day'))
      .execute()
  ).map(({ day }) => day)

/** Absences that stand from one day to another, by person and day. */
export const absencesBetween = (tx: Tx, { from, until }: { readonly from: string; readonly until: string }) =>
  tx
    .selectFrom('day_record')
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('replaced_at', 'is', null)
    .where('standing', '=', 'unexcused')
    .select(sql<Day>`day`.as('day'))
    .select(columns)
    .orderBy('employee_id')
    .orderBy('day')
    .execute()

/** Figures of each agency and day. */
export const agencyDays = (tx: Tx, { from, until, agency }: { from: string; until: string; agency?: string }) =>
  tx
    .selectFrom('day_record')
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('replaced_at', 'is', null)
    .$if(agency !== undefined, (query) => query.where('agency_id', '=', agency as string))
    .groupBy(['agency_id', 'day'])
    .select(['agency_id as agency', sql<Day>`day`.as('day')])
    .select([
      sql<number>`count(*) filter (where standing <> 'none')::int`.as('working'),
      sql<number>`count(*) filter (where state = 'at_office')::int`.as('office'),
      sql<number>`count(*) filter (where state = 'at_home')::int`.as('home'),
      sql<number>`count(*) filter (where state in ('in_field', 'elsewhere'))::int`.as('field'),
      sql<number>`count(*) filter (where standing = 'excused')::int`.as('excused'),
      sql<number>`count(*) filter (where standing = 'unexcused' and open_for = '{}')::int`.as('missing'),
      sql<number>`count(*) filter (where open_for <> '{}')::int`.as('open'),
      sql<number>`count(*) filter (where 'correction' = any(open_for))::int`.as('corrections'),
      sql<number>`count(*) filter (where minutes_late > 0 and open_for = '{}')::int`.as('late'),
      sql<number>`count(*) filter (where report in ('sent', 'late', 'missing'))::int`.as('reportsAsked'),
      sql<number>`count(*) filter (where report in ('sent', 'late'))::int`.as('reportsSent'),
      sql<number>`count(*) filter (where report = 'missing')::int`.as('reportsMissing'),
    ])
    .orderBy('agency_id')
    .orderBy('day')
    .execute()

/** Ends what stood of some people on a day. */
export const replaceRecords = (tx: Tx, day: string, employees: readonly string[], at: string) =>
  tx
    .updateTable('day_record')
    .set({ replaced_at: at })
    .where('day', '=', day)
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .where('replaced_at', 'is', null)
    .execute()

export const addRecords = (tx: Tx, day: string, rows: readonly DayRecordRow[], at: string): Promise<void> =>
  insertRows(
    tx,
    'day_record',
    {
      day: 'day',
      derived_at: 'moment',
      employee_id: 'text',
      version: 'count',
      agency_id: 'text',
      employment: 'text',
      planned: 'text',
      clause: 'text',
      state: 'text',
      deviation: 'text',
      standing: 'text',
      arrival: 'text',
      leaving: 'text',
      minutes_late: 'count',
      minutes_early: 'count',
      evidence: 'count',
      outage: 'text',
      report: 'text',
      open_for: 'texts',
    },
    rows.map((row) => ({ ...row, day, derived_at: at })),
  )

/** Says that a day was derived; the first time is kept. */
export const keepClosing = (
  tx: Tx,
  day: string,
  at: string,
  { revision, people }: { revision: number; people: number },
) =>
  tx
    .insertInto('day_closing')
    .values({ region_id: region, day, closed_at: at, derived_at: at, revision, people })
    .onConflict((conflict) => conflict.columns(['region_id', 'day']).doUpdateSet({ derived_at: at, revision, people }))
    .execute()
