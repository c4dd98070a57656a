/** Whom a superior may call to the office, and the recalls that are theirs to follow. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import { as, type Tx } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Attendance, attendanceOf } from '../attendance/service.ts'
import { type Ground, groundsFor } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { type Subordinate, subordinatesOf } from '../leader/service.ts'
import { type Change, type ChangeOfMany, holdRecall, holdRecallsBeside } from '../recall/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'

/** Somebody in reach, on the day, with what the rules say of them now. */
export interface Reached {
  readonly person: Subordinate
  readonly attendance: Attendance
  readonly row: Row
  /** Clauses that oblige the person to come when called. */
  readonly clauses: readonly { readonly id: string; readonly for: readonly string[] | undefined }[]
}

export interface Scene {
  readonly region: RegionAsListed
  readonly day: Day
  readonly people: ReadonlyMap<string, Subordinate>
  readonly reached: ReadonlyMap<string, Reached>
}

/** Everybody whom somebody may call on the region's business day. */
export async function sceneOf(source: Source, name: string, viewer: Viewer): Promise<Scene | Refusal> {
  const asked = await askedOf(source, name, {})
  if (isRefusal(asked)) return asked
  const { region, day } = asked
  const people = await reachOf(source, region, viewer)
  const grounds = await groundsFor(source.db, asked, people)
  if (isRefusal(grounds)) return grounds
  const byId = new Map(people.map((one) => [one.employee, one]))
  const time = source.clock.now(region.zone, region.demoDay).slice(11)
  const reached = new Map<string, Reached>()
  for (const { ground, people: own } of grounds) {
    const ids = own.map((one) => one.employee)
    for (const attendance of await attendanceOf(source, ground, day, ids)) {
      const person = byId.get(attendance.person.employee)
      const row = attendance.rows.find(({ span }) => span.slice(0, 5) <= time && time < span.slice(6))
      if (person && row) reached.set(person.employee, { person, attendance, row, clauses: clausesOf(ground, row) })
    }
  }
  return { region, day, people: byId, reached }
}

const reachOf = (source: Source, region: RegionAsListed, viewer: Viewer): Promise<Subordinate[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) =>
    viewer.employee === undefined
      ? []
      : subordinatesOf(tx, viewer.employee, agenciesLed(viewer), roleWindow(source, region)),
  )

/** What circulars call the duty to come when called. */
const comeWhenCalled = 'come_when_called'

const clausesOf = ({ book }: Ground, { duties }: Row): Reached['clauses'] =>
  duties
    .filter((duty) => duty.do === comeWhenCalled)
    .flatMap(({ circular, clause: id }) => {
      const clause = book.versions.find(({ doc }) => doc.id === circular)?.doc.clauses.find((one) => one.id === id)
      return clause?.kind === 'duty' ? [{ id: `${circular}/${id}`, for: clause.for }] : []
    })

/** Whether somebody is at the office by their own record. */
export const isThere = ({ attendance: { day } }: Reached) => day.state === 'at_office' && day.leftAt === null

/** What a superior does to a recall in reach. */
type Work = (tx: Tx, change: Change & { readonly by: string }) => Promise<Refusal | undefined>

/** Holds a recall in somebody's reach for what they do to it. */
export async function holdInReach(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  work: Work,
): Promise<Refusal | undefined> {
  const people = new Set((await reachOf(source, region, viewer)).map(({ employee }) => employee))
  const by = viewer.employee ?? ''
  return holdRecall(source, region, id, async (tx, change) =>
    people.has(change.recall.person) ? work(tx, { ...change, by }) : { refused: 'not-found' },
  )
}

/** What a superior does to several recalls in reach. */
type WorkOnMany = (tx: Tx, change: ChangeOfMany & { readonly by: string }) => Promise<Refusal | undefined>

/** Holds a recall in somebody's reach, and beside it those of the same day, for what they do to several at once. */
export async function holdBesideInReach(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  work: WorkOnMany,
): Promise<Refusal | undefined> {
  const employees = (await reachOf(source, region, viewer)).map(({ employee }) => employee)
  const by = viewer.employee ?? ''
  return holdRecallsBeside(source, region, { id, employees }, (tx, change) => work(tx, { ...change, by }))
}
