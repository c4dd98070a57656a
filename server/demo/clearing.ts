/**
 * Clears what visitors and the demonstration's own life left of dates before: a demonstration has one fixed day, and
 * starts it anew each morning, without what a working day leaves; accounts, phones, rosters, documents, events and reads
 * stay; an address, a photo or a law of a visitor does not. One on the real clock goes on, but for such law.
 */
import { dayAt, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import { type Db, openDb } from '#platform/db.ts'
import { isDemonstration, listRegions, type RegionAsListed } from '../features/region/service.ts'

/** Tables of a working day with the column that says of which date a row is, those first on which others hang. */
export const cleared = [
  ['case_file', 'opened_at'],
  ['finding', 'found_at'],
  ['activity', 'registered_at'],
  ['announcement', 'announced_at'],
  ['answer', 'entered_at'],
  ['attendance_return', 'stated_at'],
  ['check_in', 'received_at'],
  ['complaint', 'received_at'],
  ['circular_attention', 'told_at'],
  ['circular_draft', 'begun_at'],
  ['correction', 'asked_at'],
  ['declared_event', 'entered_at'],
  ['escort_team_absence', 'stated_at'],
  ['fingerprint', 'imported_at'],
  ['fingerprint_file', 'kept_at'],
  ['inspection', 'planned_at'],
  ['inspection_draw', 'drawn_at'],
  ['instruction', 'given_at'],
  ['meeting', 'planned_at'],
  ['notice', 'told_at'],
  ['notice_address', 'stated_at'],
  ['objection', 'asked_at'],
  ['paper_list', 'kept_at'],
  ['permit', 'asked_at'],
  ['push_subscription', 'subscribed_at'],
  ['reading_answer', 'entered_at'],
  ['recall', 'ordered_at'],
  ['signal_answer', 'answered_at'],
  ['status', 'entered_at'],
  ['voucher', 'vouched_at'],
  ['work_report', 'sent_at'],
  ['report_file', 'kept_at'],
] as const

/** What visitors make of the law: drafts with what was signed of them, answers, declarations. */
const law: ReadonlySet<string> = new Set(['answer', 'circular_draft', 'declared_event', 'reading_answer', 'status'])

/** What hangs on a row of another table and goes with it. */
export const goesWith = [
  ['activity_demand', 'activity', ['activity_id']],
  ['activity_member', 'activity', ['activity_id']],
  ['activity_step', 'activity', ['activity_id']],
  ['escort', 'activity', ['activity_id']],
  ['announcement_receipt', 'announcement', ['announcement_id']],
  ['case_step', 'case_file', ['employee_id', 'case_id']],
  ['check_in_grade', 'check_in', ['day', 'employee_id', 'check_in_id']],
  ['draft_edit', 'circular_draft', ['draft_id']],
  ['signed_letter', 'circular_draft', ['draft_id']],
  // A visitor's signature makes no law of the next day.
  ['circular_version', 'circular_draft', ['draft_id']],
  ['correction_decision', 'correction', ['employee_id', 'correction_id']],
  ['delivery', 'notice', ['notice_id']],
  ['objection_decision', 'objection', ['employee_id', 'objection_id']],
  ['inspection_finding', 'inspection', ['inspection_id']],
  ['inspection_mark', 'inspection', ['inspection_id']],
  ['inspection_photo', 'inspection', ['inspection_id']],
  ['instruction_receiver', 'instruction', ['instruction_id']],
  ['meeting_correction', 'meeting', ['meeting_id']],
  ['meeting_participant', 'meeting', ['meeting_id']],
  ['resolution', 'meeting', ['meeting_id']],
  ['health_claim', 'permit', ['permit_id']],
  // What a granted permit became.
  ['attribute', 'permit', ['permit_id']],
  ['health_attribute', 'permit', ['permit_id']],
  ['leave', 'permit', ['permit_id']],
  ['letter', 'permit', ['permit_id']],
  // A word that stands on a list, of an earlier date or of this one.
  ['voucher', 'paper_list', ['list_id']],
] as const

/**
 * Clears every demonstration: one with a fixed day of all that a day leaves, one on the real clock of what visitors made law.
 * @param ownerUrl address of the owner of the database, who alone may delete. Where row security binds the owner too,
 * nothing is deleted, and earlier dates are only passed over
 */
export async function clearDemonstrations(ownerUrl: string, clock: Clock): Promise<void> {
  const owner = openDb(ownerUrl)
  try {
    for (const region of await listRegions(owner)) {
      if (region.demoDay !== null) await clear(owner, region, clock, () => true)
      // One on the real clock keeps its days; a visitor's law it does not keep.
      else if (isDemonstration(region)) await clear(owner, region, clock, (table) => law.has(table))
    }
  } finally {
    await owner.destroy()
  }
}

const clear = (
  owner: Db,
  { code, zone }: RegionAsListed,
  clock: Clock,
  isCleared: (table: string) => boolean,
): Promise<void> =>
  owner.transaction().execute(async (tx) => {
    const now = clock.moment()
    const midnight = new Date(momentOf(dayAt(now, zoneOffset[zone]), 0, zoneOffset[zone])).toISOString()
    const old = (table: string, column: string): RawBuilder<unknown> =>
      sql`${sql.table(table)} where region_id = ${code} and ${sql.ref(column)} < ${midnight}::timestamptz`
    let gone = 0n
    const remove = async (statement: RawBuilder<unknown>) => {
      gone += (await statement.execute(tx)).numAffectedRows ?? 0n
    }
    for (const [table, of, key] of goesWith) {
      if (!isCleared(of)) continue
      const columns = sql.join(key.map((name) => sql.ref(name)))
      const [, column] = cleared.find(([name]) => name === of) as (typeof cleared)[number]
      await remove(
        sql`delete from ${sql.table(table)} where region_id = ${code}
          and (${columns}) in (select ${columns} from ${old(of, column)})`,
      )
    }
    for (const [table, column] of cleared) if (isCleared(table)) await remove(sql`delete from ${old(table, column)}`)
    if (gone > 0n) await sql`update region set revision = revision + 1 where region_id = ${code}`.execute(tx)
  })
