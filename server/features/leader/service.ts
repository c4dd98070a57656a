/** Who leads: by the own post, by an acting one, or as a unit names its head; and who answers to whom. */
import type { Instant, Period } from '@piket/domain/calendar/day.ts'
import { type ActingRecord, type Echelon, highestEchelon } from '@piket/domain/staff/facts.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { clocks, type Held } from '#platform/two-clocks.ts'
import { settingsOf } from '../region/service.ts'
import { listEmployees, listUnits, type Posting, type Window } from '../staff/service.ts'
import {
  actingFromElsewhere,
  actingInPlaceOf,
  actingPosts,
  actingPostsOf,
  addActingPosts,
  agencyHeadsHeld,
  holdersActedFor,
  peopleUnder,
  ranksHeld,
  supervisesAnybody,
  unitsHeadedBy,
} from './queries.ts'

/** Acting posts held in the window, those of one person together. */
export const listActing = async (tx: Tx, window: Held): Promise<ActingRecord[]> =>
  (await actingPosts(tx, window)) as ActingRecord[]

/** Adds acting posts. @param recorded since when they are known; null: always */
export const addActing = (tx: Tx, acting: readonly ActingRecord[], recorded: Instant | null): Promise<void> =>
  addActingPosts(
    tx,
    acting.map((post) => ({
      ...clocks({ ...post, recorded }),
      employee_id: post.employee,
      position: post.position,
      echelon: post.echelon,
      unit_id: post.unit,
      kind: post.kind,
      letter: post.letter,
    })),
  )

/** An acting post in a unit, or below, whose holder is posted outside of it. */
export interface ActingHere extends ActingRecord {
  readonly name: string
  readonly postedIn: string
}

/** Those who hold an acting post in a unit and are posted elsewhere: its own people do not include them. */
export const listActingHere = (db: Db, region: string, unit: string, window: Held): Promise<ActingHere[]> =>
  as(db, { region, reach: 'region' }, async (tx) => (await actingFromElsewhere(tx, unit, window)) as ActingHere[])

/** What the staff list says of somebody's part in leading. */
export interface Leading {
  /** Agencies led, by the own post or by an acting one. */
  readonly agencies: readonly string[]
  /** Whether anybody answers to them. */
  readonly supervises: boolean
}

// Posts that lead an agency when they stand at its top: the heads of the region's settings, and the regional secretary,
// who leads the secretariat.
const regionalSecretary = 'sekda'

const leadingPosts = async (tx: Tx, window: Held): Promise<readonly string[]> => [
  ...(await settingsOf(tx, window)).heads,
  regionalSecretary,
]

/** Everybody who leads an agency of the region by the own post. */
export const agencyHeads = async (tx: Tx, window: Held): Promise<string[]> =>
  agencyHeadsHeld(tx, await leadingPosts(tx, window), window)

/** The agencies somebody leads in the window, and whether anybody answers to them. */
export async function leadingOf(tx: Tx, employee: string, { unit, position }: Posting, window: Held): Promise<Leading> {
  const heads = await leadingPosts(tx, window)
  const posts = [{ unit, position }, ...(await actingPostsOf(tx, employee, window))]
  const byPost = posts.flatMap((post) => (post.unit !== null && heads.includes(post.position) ? [post.unit] : []))
  const byUnit = (await unitsHeadedBy(tx, employee, window)).map(({ unit: headed }) => headed)
  return {
    agencies: [...new Set([...byPost, ...byUnit])].filter((one) => !one.includes('/')),
    supervises: (await supervisesAnybody(tx, await selfAndActedFor(tx, employee, window), window)) !== undefined,
  }
}

/** Who leads each agency in the window, by the own post, by an acting one, or as the unit names its head. */
export async function headsOfAgencies(tx: Tx, window: Window): Promise<ReadonlyMap<string, readonly string[]>> {
  const posts = await leadingPosts(tx, window)
  const units = await listUnits(tx, window)
  const leading = [
    ...(await listEmployees(tx, window)).filter(({ position }) => posts.includes(position)),
    ...(await listActing(tx, window)).filter(({ position }) => posts.includes(position)),
    ...units.flatMap(({ unit, head }) => (head === null ? [] : [{ unit, employee: head }])),
  ]
  const heads = new Map<string, readonly string[]>()
  for (const { unit, employee } of leading)
    if (unit !== null && !unit.includes('/')) heads.set(unit, [...new Set([...(heads.get(unit) ?? []), employee])])
  return heads
}

/** Who leads one agency in the window, by the own post, by an acting one, or as the unit names its head. */
export async function headsOf(tx: Tx, agency: string, window: Held): Promise<string[]> {
  const posts = await leadingPosts(tx, window)
  const acting = (await actingPosts(tx, window)).filter((one) => one.unit === agency && posts.includes(one.position))
  const own = await agencyHeadsHeld(tx, posts, window, agency)
  return [...new Set([...own, ...acting.map(({ employee }) => employee)])]
}

/** Who acts for somebody in the window: in the post that they hold. */
export const actingFor = async (tx: Tx, employee: string, window: Held): Promise<string[]> =>
  (await actingInPlaceOf(tx, employee, window)).map((one) => one.employee)

/** The highest structural rank of somebody in the window, by the own post or an acting one. */
export const rankOf = async (tx: Tx, employee: string, window: Held): Promise<Echelon> =>
  highestEchelon((await ranksHeld(tx, employee, window)) as Echelon[])

/** Somebody whose post is held for them by an acting one. */
export interface ActedFor extends Period {
  readonly inPlaceOf: string
}

/** Whom somebody acts for in the window: the holders of posts in which they act. */
export const actedFor = async (tx: Tx, employee: string, window: Held): Promise<ActedFor[]> =>
  (await holdersActedFor(tx, employee, window)) as ActedFor[]

const selfAndActedFor = async (tx: Tx, employee: string, window: Held): Promise<string[]> => [
  employee,
  ...(await actedFor(tx, employee, window)).map(({ inPlaceOf }) => inPlaceOf),
]

/** Somebody who answers to a superior, as lists show them. */
export interface Subordinate {
  readonly employee: string
  readonly nip: string | null
  readonly name: string
  readonly title: string | null
  readonly position: string
  readonly unit: string
  readonly agency: string
  readonly supervisor: string | null
  readonly phone: string | null
}

/** Who answers to somebody, or to whom they act for; with `agencies`, everybody posted there too. By name. */
export const subordinatesOf = async (
  tx: Tx,
  employee: string,
  agencies: readonly string[],
  window: Held,
): Promise<Subordinate[]> => {
  const supervisors = await selfAndActedFor(tx, employee, window)
  const people = (await peopleUnder(tx, { supervisors, agencies }, window)) as Subordinate[]
  return people.filter((one) => one.employee !== employee)
}

/** Everybody posted in some agencies, by name. */
export const peopleOfAgencies = async (tx: Tx, agencies: readonly string[], window: Held): Promise<Subordinate[]> =>
  (await peopleUnder(tx, { supervisors: [], agencies }, window)) as Subordinate[]
