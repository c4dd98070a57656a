/** Reviewing daily reports: approved, or returned with what needs to be mended. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import { approveReport, returnReport } from '@piket/domain/report/report.ts'
import { as } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { businessDay } from '../knowledge/service.ts'
import { actedFor, type Subordinate, subordinatesOf } from '../leader/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import {
  type KeptReport,
  keepReview,
  type ReportDay,
  type ReportRef,
  recentReports,
  reportById,
  reportsInWait,
} from '../report/service.ts'
import { actingOf, reviewersFor } from '../reviewer/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, postingOf } from '../staff/service.ts'

export type Verdict = { readonly approve: true } | { readonly approve: false; readonly why: string }

/** Reviews some reports, each for itself. @returns what was refused, and why */
export const reviewReports = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  reports: readonly ReportRef[],
  verdict: Verdict,
): Promise<readonly (ReportRef & Refusal)[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const by = viewer.employee ?? ''
    const [day, at] = [businessDay(source, region), source.clock.moment()]
    const acting = await actingOf(tx, source, region, viewer)
    const refused: (ReportRef & Refusal)[] = []
    for (const ref of reports) {
      const report = await reportById(tx, ref)
      const posting = report && (await postingOf(tx, ref.employee, roleWindow(source, region)))
      if (!report || !posting) {
        refused.push({ ...ref, refused: 'not-found' })
        continue
      }
      const reviewers = reviewersFor(viewer, { employee: ref.employee, posting }, day, acting)
      const reviewed = verdict.approve
        ? approveReport(report, by, reviewers, at)
        : returnReport(report, by, reviewers, { why: verdict.why, at })
      if (isRefused(reviewed)) refused.push({ ...ref, refused: reviewed.refused })
      else if (!(await keepReview(tx, report, { by, at, returnedFor: reviewed.returnedFor, agency: posting.agency })))
        refused.push({ ...ref, refused: 'report-reviewed-already' })
    }
    return refused
  })

/** What a superior has to do: reports that wait, and those that are missing. */
export interface ReviewList {
  readonly people: readonly Subordinate[]
  readonly waiting: readonly (KeptReport & { readonly person: Subordinate; readonly enteredByName: string })[]
  readonly overdue: readonly (ReportDay & { readonly person: Subordinate })[]
  /** Names of those in whose place one acts. */
  readonly inPlaceOf: readonly string[]
}

/**
 * The reports somebody reviews.
 * @param whole those of everybody in the agencies led too, and not only of those who answer to them directly
 */
export async function reviewList(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  whole: boolean,
): Promise<ReviewList> {
  const { employee } = viewer
  if (employee === undefined) return { people: [], waiting: [], overdue: [], inPlaceOf: [] }
  const window = roleWindow(source, region)
  const list = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const people = await subordinatesOf(tx, employee, whole ? agenciesLed(viewer) : [], window)
    const byId = new Map(people.map((one) => [one.employee, one]))
    const reports = await reportsInWait(tx, [...byId.keys()])
    const acting = await actedFor(tx, employee, window)
    const name = await namesOf(tx, [
      ...acting.map(({ inPlaceOf }) => inPlaceOf),
      ...reports.map(({ enteredBy }) => enteredBy),
    ])
    const waiting = reports.flatMap((report) => {
      const person = byId.get(report.employee)
      return person ? [{ ...report, person, enteredByName: name(report.enteredBy) }] : []
    })
    return { people, byId, waiting, inPlaceOf: acting.map(({ inPlaceOf }) => name(inPlaceOf)) }
  })
  const { byId, ...rest } = list
  const recent = await recentReports(source, region, list.people)
  const overdue = [...recent.values()].flat().flatMap((one) => {
    const person = byId.get(one.employee)
    return person && one.standing === 'late' ? [{ ...one, person }] : []
  })
  return { ...rest, overdue: overdue.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) }
}
