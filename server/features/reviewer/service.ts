/** Who reviews whose reports: the superior, the head, or who acts for one of them. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import type { Day, Period } from '@piket/domain/calendar/day.ts'
import { reviewersOf } from '@piket/domain/report/report.ts'
import { as, type Tx } from '#platform/db.ts'
import type { Source } from '#platform/source.ts'
import { businessDay } from '../knowledge/service.ts'
import { actedFor } from '../leader/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import type { Posting } from '../staff/service.ts'

/** Somebody whose reports are reviewed. */
export interface Reviewed {
  readonly employee: string
  readonly posting: Pick<Posting, 'agency' | 'supervisor'>
}

/** The reviewers of a person, as far as it matters to somebody who may be one: superior, head, acting for either. */
export function reviewersFor(
  viewer: Viewer,
  { employee, posting }: Reviewed,
  day: Day,
  acting: readonly Acting[],
): string[] {
  const head = agenciesLed(viewer).includes(posting.agency) ? (viewer.employee ?? null) : null
  return reviewersOf(employee, { supervisor: posting.supervisor, head }, acting, day)
}

/** An acting post and whose place it takes. */
export interface Acting extends Period {
  readonly employee: string
  readonly inPlaceOf: string
}

/** In whose place somebody acts today. */
export async function actingOf(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { employee }: Viewer,
): Promise<Acting[]> {
  if (employee === undefined) return []
  const posts = await actedFor(tx, employee, roleWindow(source, region))
  return posts.map((post) => ({ ...post, employee }))
}

/** Whether somebody reviews the reports of a person today, as superior, as head, or acting for one of them. */
export const isReviewer = (source: Source, region: RegionAsListed, viewer: Viewer, whom: Reviewed): Promise<boolean> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const acting = await actingOf(tx, source, region, viewer)
    const reviewers = reviewersFor(viewer, whom, businessDay(source, region), acting)
    return viewer.employee !== undefined && reviewers.includes(viewer.employee)
  })
