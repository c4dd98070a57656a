/**
 * What is found: that an official activity was carried out against clauses which demand coordination. A finding is about
 * an activity and nobody in particular; it warns, and pronounces nothing.
 */
import type { Day } from '@piket/domain/calendar/day.ts'
import { unitOn } from '@piket/domain/decision/world.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { uuidOf } from '#platform/uuid.ts'
import { peopleWithRole } from '../account/service.ts'
import { type Law, lawOf, rulesOf } from '../activity/service.ts'
import { ownersOf } from '../activity-step/service.ts'
import type { Ground } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { addFinding, carriedOutAgainst, findingAbout, findingById, findingsHeld } from './queries.ts'

/** A finding with the activity that it is about. */
export interface Finding {
  readonly finding: string
  readonly activity: string
  readonly agency: string
  readonly agencyName: string
  readonly unit: string
  readonly day: Day
  /** Against which it was carried out, as `circular/clause`. */
  readonly clauses: readonly string[]
  readonly foundAt: Date
  readonly purpose: string
  readonly place: string | null
  readonly villageName: string | null
  /** Employee id, or the account of somebody without a staff record. */
  readonly registeredBy: string
}

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

/**
 * Makes a finding of every activity that was carried out against clauses, once, and tells its owners and the task force.
 * @returns how many are new
 */
export async function findUncoordinated(source: Source, region: RegionAsListed): Promise<number> {
  const rows = await as(source.db, inRegion(region), carriedOutAgainst)
  let made = 0
  for (const row of rows) if (await as(source.db, inRegion(region), (tx) => find(tx, source, region, row))) made++
  return made
}

type Uncoordinated = Awaited<ReturnType<typeof carriedOutAgainst>>[number]

async function find(tx: Tx, source: Source, region: RegionAsListed, row: Uncoordinated): Promise<boolean> {
  const { activity, agency, unit, day, clauses } = row
  const finding = uuidOf(`${region.code} finding ${activity}`)
  const added = await addFinding(tx, {
    finding_id: finding,
    activity_id: activity,
    agency_id: agency,
    unit_id: unit,
    day,
    clauses,
    found_at: new Date(source.clock.moment()).toISOString(),
  })
  if (!added) return false
  const event = { actor: 'finding', kind: 'finding-made', subject: finding, agency, clause: clauses[0] as string }
  await recordEvent(tx, { ...event, body: { activity, clauses } })
  const taskForce = await peopleWithRole(tx, 'task_force', roleWindow(source, region))
  const told = new Set([...(await ownersOf(tx, source, region, row)), ...taskForce])
  await tellOfArrival(tx, source, region, 'finding_made', [...told])
  return true
}

/** A page shows so many at most. */
const mostShown = 200

export interface Findings {
  readonly law: Law
  readonly findings: readonly Finding[]
}

/** The newest findings first. */
export async function findingsOf(source: Source, region: RegionAsListed): Promise<Findings | Refusal> {
  const today = businessDay(source, region)
  const rules = await rulesOf(source, region, today, today)
  if (isRefusal(rules)) return rules
  const rows = await as(source.db, inRegion(region), (tx) => findingsHeld(tx, mostShown))
  return { law: lawOf(rules, today), findings: rows.map((row) => named(row, rules, today)) }
}

/** One finding. */
export async function findingOf(
  source: Source,
  region: RegionAsListed,
  id: string,
): Promise<{ readonly finding: Finding; readonly law: Law } | Refusal> {
  const today = businessDay(source, region)
  const rules = await rulesOf(source, region, today, today)
  if (isRefusal(rules)) return rules
  const row = await as(source.db, inRegion(region), (tx) => findingById(tx, id))
  if (!row) return { refused: 'not-found' }
  return { finding: named(row, rules, today), law: lawOf(rules, today) }
}

type Row = NonNullable<Awaited<ReturnType<typeof findingById>>>

const named = (row: Row, { book }: Ground, today: Day): Finding => ({
  ...row,
  day: row.day as Day,
  agencyName: unitOn(book.world, row.agency, today)?.name ?? row.agency,
})

/** The finding of an activity; undefined: nothing is found. */
export const findingAboutActivity = async (
  source: Pick<Source, 'db'>,
  region: RegionAsListed,
  activity: string,
): Promise<string | undefined> => (await as(source.db, inRegion(region), (tx) => findingAbout(tx, activity)))?.finding
