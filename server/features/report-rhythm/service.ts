/** How often heads want reports, beside what clauses ask for. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Time } from '@piket/domain/calendar/day.ts'
import type { Rhythm } from '@piket/domain/report/report.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Source } from '#platform/source.ts'
import type { RegionAsListed } from '../region/service.ts'
import { addSetting, settingsOf } from './queries.ts'

/** What their heads have set for some agencies; absent: they ask for none. */
export async function rhythmsOf(tx: Tx, agencies: readonly string[]): Promise<Map<string, Rhythm>> {
  const rows = await settingsOf(tx, agencies)
  return new Map(
    rows
      .filter(({ every }) => every !== 'never')
      .map(({ agency, every, time }) => [agency, { every, ...(time !== null && { time }) } as Rhythm]),
  )
}

/** How often the head of an agency wants reports, and until when. `never`: only where a clause asks. */
export interface ReportRhythm {
  readonly every: Rhythm['every'] | 'never'
  /** null: until the end of the hours. */
  readonly time: Time | null
}

/** What the heads of some agencies have set; absent: nothing. */
export const reportRhythms = async (tx: Tx, agencies: readonly string[]): Promise<ReadonlyMap<string, ReportRhythm>> =>
  new Map((await settingsOf(tx, agencies)).map(({ agency, ...rhythm }) => [agency, rhythm as ReportRhythm]))

/** Sets when the reports of an agency are due. What a clause says goes before it. */
export const setReportRhythm = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  agency: string,
  { every, time }: ReportRhythm,
): Promise<void> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const by = viewer.employee ?? viewer.account
    await addSetting(tx, {
      agency_id: agency,
      every,
      due_time: every === 'never' ? null : time,
      set_by: by,
      recorded_at: new Date(source.clock.moment()).toISOString(),
    })
    await recordEvent(tx, { actor: by, kind: 'report-rhythm-set', subject: agency, agency, body: { every, time } })
  })
