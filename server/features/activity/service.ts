/** Official activities: registered by an agency, coordinated with the task force where a clause demands it, carried out. */
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import {
  type ActivityMove,
  type ActivityState,
  daysOfSeries,
  moveRefused,
  moves,
  type Rhythm,
  type Setting,
  type Wish,
  wishRefused,
} from '@piket/domain/activity/activity.ts'
import {
  type Demand,
  demandsOn,
  type Standing,
  standingOf,
  uncoordinated,
} from '@piket/domain/activity/coordination.ts'
import { addDays, type Day, daysBetween, type Time, weekOf } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { patternsOf } from '@piket/domain/decision/board.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { unitOn } from '@piket/domain/decision/world.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { uuidOf } from '#platform/uuid.ts'
import { type Areas, areasOf } from '../area/service.ts'
import { type Ground, groundOf, unitNames } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { peopleOfAgencies, type Subordinate } from '../leader/service.ts'
import type { Source } from '../notice/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf } from '../staff/service.ts'
import {
  activitiesBetween,
  activityHeld,
  activityRow,
  addActivity,
  addMembers,
  membersOf,
  openFrom,
  othersOf,
  stepsOf,
} from './queries.ts'

/** An activity as a list shows it. */
export interface Activity {
  readonly activity: string
  readonly agency: string
  readonly agencyName: string
  readonly unit: string
  readonly unitName: string
  readonly purpose: string
  readonly setting: Setting
  /** Code and name of the village; null: none. */
  readonly village: string | null
  readonly villageName: string | null
  /** Code of the district of the village. */
  readonly district: string | null
  readonly place: string | null
  readonly day: Day
  readonly from: Time
  readonly until: Time
  /** People of the public; null: nobody says. */
  readonly expected: number | null
  readonly isOfSeries: boolean
  /** The day on which it was put on the calendar. */
  readonly registeredOn: Day
  readonly registeredBy: string
  readonly state: ActivityState
  readonly clearedUnder: readonly string[]
  readonly standing: Standing
  /** The clauses against which it goes as it stands. */
  readonly against: readonly Demand[]
}

/** An activity as it is kept. */
export type Row = NonNullable<Awaited<ReturnType<typeof activityRow>>>

const withStanding = ({ book }: Ground, row: Row, patterns: ReturnType<typeof patternsOf>): Activity => {
  const { day, from, unit, series, ...rest } = row
  const activity = {
    ...rest,
    unit,
    day: day as Day,
    from: from as Time,
    until: row.until as Time,
    setting: row.setting as Setting,
    state: row.state as ActivityState,
    isOfSeries: series !== null,
    registeredOn: row.registeredOn as Day,
  }
  const demands = demandsOn(book, unit, activity.day, activity.from, patterns.get(unit))
  const called = (path: string) => unitOn(book.world, path, activity.day)?.name ?? path
  return {
    ...activity,
    agencyName: called(row.agency),
    unitName: called(unit),
    standing: standingOf(activity, demands),
    against: uncoordinated(activity, demands),
  }
}

/** The rules of some days as known now. */
export async function rulesOf(
  source: Source,
  region: RegionAsListed,
  from: Day,
  until: Day,
): Promise<Ground | Refusal> {
  const { known } = roleWindow(source, region)
  const ground = await groundOf(source.db, region, { from, until, known })
  return isRuleRefusal(ground) ? { refused: 'reading-impossible' } : ground
}

/** Activities with how they stand under the rules of a ground. */
export const listed = (ground: Ground, rows: readonly Row[]): Activity[] => {
  const patterns = rows[0] ? patternsOf(ground.book.world, rows[0].day as Day) : new Map()
  return rows.map((row) => withStanding(ground, row, patterns))
}

/** What the clauses that are cited read, and how the units in them are called. */
export interface Law {
  readonly documents: ReadonlyMap<string, Circular>
  readonly unitName: (unit: string) => string
}

const lawOf = (ground: Ground, day: Day): Law => ({
  documents: new Map(ground.register.filed.map(({ id, doc }) => [id, doc])),
  unitName: unitNames(ground, day),
})

export interface Week {
  readonly law: Law
  readonly from: Day
  readonly until: Day
  readonly today: Day
  readonly areas: Areas
  readonly activities: readonly Activity[]
}

/** The activities of the week of a day, with how the coordination of each stands under the rules as known now. */
export async function weekOfActivities(source: Source, region: RegionAsListed, asked?: Day): Promise<Week | Refusal> {
  const today = businessDay(source, region)
  const from = weekOf(asked ?? today)
  const until = addDays(from, 6)
  const ground = await rulesOf(source, region, from, until)
  if (isRefusal(ground)) return ground
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    law: lawOf(ground, from),
    from,
    until,
    today,
    areas: await areasOf(tx),
    activities: listed(ground, await activitiesBetween(tx, from, until)),
  }))
}

/** A program asks about so many days at most. */
const mostDays = 31

const tooManyDays: Refusal = {
  refused: 'invalid-input',
  detail: {
    id: `Minta dari hari pertama sampai hari terakhir, paling banyak ${mostDays} hari.`,
    en: `Ask from a first day to a last one, ${mostDays} days at most.`,
  },
}

/** The activities of some days, as a program asks for them. */
export async function activitiesOf(
  source: Source,
  region: RegionAsListed,
  from: Day,
  until: Day,
): Promise<readonly Activity[] | Refusal> {
  if (until < from || daysBetween(from, until) >= mostDays) return tooManyDays
  const ground = await rulesOf(source, region, from, until)
  if (isRefusal(ground)) return ground
  const actor = { region: region.code, reach: 'region' } as const
  return listed(ground, await as(source.db, actor, (tx) => activitiesBetween(tx, from, until)))
}

/** A step as its page tells it. */
export interface Step {
  readonly move: ActivityMove
  readonly words: string | null
  readonly clauses: readonly string[]
  /** Name of who made it; null: somebody without a staff record. */
  readonly by: string | null
  readonly at: Date
}

/** What somebody may do with an activity now. */
export interface ActivityAtLength extends Activity {
  readonly steps: readonly Step[]
  /** Names of those who go; null: the viewer may not know who. */
  readonly members: readonly string[] | null
  readonly registrant: string | null
  readonly open: readonly ActivityMove[]
  readonly law: Law
}

/** One activity, as far as somebody may see it. */
export async function activityAtLength(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<ActivityAtLength | Refusal> {
  const actor = { region: region.code, reach: 'region' } as const
  const row = await as(source.db, actor, (tx) => activityRow(tx, id))
  if (!row) return { refused: 'not-found' }
  const day = row.day as Day
  const ground = await rulesOf(source, region, day, day)
  if (isRefusal(ground)) return ground
  const [activity] = listed(ground, [row]) as [Activity]
  const today = businessDay(source, region)
  const hands = handsOf(region, viewer, activity)
  return as(source.db, actor, async (tx) => {
    const [steps, members] = [await stepsOf(tx, id), await membersOf(tx, id)]
    const name = await namesOf(tx, [row.registeredBy, ...members, ...steps.map(({ by }) => by)])
    const named = (who: string) => (name(who) === who ? null : name(who))
    return {
      ...activity,
      steps: steps.map((step) => ({ ...step, move: step.move as ActivityMove, by: named(step.by) })),
      members: may(viewer, 'read-people', { region: region.code, agency: row.agency }) ? members.map(name) : null,
      registrant: named(row.registeredBy),
      law: lawOf(ground, day),
      open: (Object.keys(moves) as ActivityMove[]).filter(
        (move) => hands.has(moves[move].by) && moveRefused(move, activity, 'ya', today) === undefined,
      ),
    }
  })
}

/** As what somebody may move an activity: those of its agency own it. */
export function handsOf({ code }: RegionAsListed, viewer: Viewer, { agency }: Pick<Activity, 'agency'>) {
  const hands = new Set<'owner' | 'task_force'>()
  if (may(viewer, 'register-activity', { region: code, agency })) hands.add('owner')
  if (may(viewer, 'clear-activities', { region: code })) hands.add('task_force')
  return hands
}

/** What a form for a new activity offers. */
export interface Offered {
  readonly today: Day
  readonly areas: Areas
  readonly units: readonly { readonly unit: string; readonly name: string }[]
  readonly people: readonly Subordinate[]
}

/** Units and people of the viewer's own agencies, and the villages of the region. */
export async function offeredTo(source: Source, region: RegionAsListed, viewer: Viewer): Promise<Offered | Refusal> {
  const today = businessDay(source, region)
  const ground = await rulesOf(source, region, today, today)
  if (isRefusal(ground)) return ground
  const { world } = ground.book
  const isOwn = (agency: string) => may(viewer, 'register-activity', { region: region.code, agency })
  const units = [...world.units.keys()].filter((unit) => isOwn(agencyOf(unit)))
  const agencies = [...new Set(units.map(agencyOf))]
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    today,
    areas: await areasOf(tx),
    units: units
      .map((unit) => ({ unit, name: unitOn(world, unit, today)?.name ?? unit }))
      .toSorted((a, b) => a.unit.localeCompare(b.unit)),
    people: agencies.length === 0 ? [] : await peopleOfAgencies(tx, agencies, roleWindow(source, region)),
  }))
}

export interface NewActivity extends Wish {
  /** Given by the form: sent twice, it is one. */
  readonly id: string
  readonly unit: string
  readonly expected: number | null
  readonly members: readonly string[]
  readonly rhythm: Rhythm
  /** The last day of a series. */
  readonly repeatsUntil: Day | null
}

/**
 * Registers an activity, or each day of a series of them. Sent twice it is one; under the id of another it is refused.
 * @returns the id of its page
 */
export async function registerActivity(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  wish: NewActivity,
): Promise<{ readonly activity: string } | Refusal> {
  const today = businessDay(source, region)
  const agency = agencyOf(wish.unit)
  if (!may(viewer, 'register-activity', { region: region.code, agency })) return { refused: 'activity-not-yours' }
  const refused = wishRefused(wish, today)
  if (refused) return { refused }
  const days = daysOfSeries(wish.day, wish.rhythm, wish.repeatsUntil ?? wish.day)
  if (days.length === 0) return { refused: 'activity-series-empty' }
  const offered = await offeredTo(source, region, viewer)
  if (isRefusal(offered)) return offered
  if (offered.units.every(({ unit }) => unit !== wish.unit)) return { refused: 'activity-not-yours' }
  const own = new Set(offered.people.map(({ employee }) => employee))
  if (wish.members.some((employee) => !own.has(employee))) return { refused: 'activity-not-yours' }
  const isHere = wish.village === null || offered.areas.villages.some(({ code }) => code === wish.village)
  if (!isHere) return { refused: 'activity-village-elsewhere' }
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    for (const [number, day] of days.entries()) {
      const id = number === 0 ? wish.id : uuidOf(`${wish.id} ${day}`)
      const outcome = await registerDay(
        tx,
        source,
        region,
        viewer,
        { ...wish, id, day },
        days.length > 1 ? wish.id : null,
      )
      if (outcome) return outcome
    }
    return { activity: wish.id }
  })
}

async function registerDay(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  wish: NewActivity,
  series: string | null,
): Promise<Refusal | undefined> {
  const by = viewer.employee ?? viewer.account
  const agency = agencyOf(wish.unit)
  const row = {
    series_id: series,
    agency_id: agency,
    unit_id: wish.unit,
    purpose: wish.purpose.trim(),
    setting: wish.setting,
    village_code: wish.setting === 'village' ? wish.village : null,
    place: wish.place.trim() || null,
    day: wish.day,
    expected: wish.expected,
    registered_by: by,
    registered_on: businessDay(source, region),
  }
  const added = await addActivity(tx, {
    ...row,
    activity_id: wish.id,
    starts_at: wish.from,
    ends_at: wish.until,
    registered_at: new Date(source.clock.moment()).toISOString(),
  })
  if (!added) {
    const kept = await activityRow(tx, wish.id)
    const isThat =
      kept?.purpose === row.purpose &&
      kept.unit === row.unit_id &&
      kept.day === row.day &&
      kept.from === wish.from &&
      kept.until === wish.until &&
      kept.village === row.village_code &&
      kept.place === row.place &&
      kept.registeredBy === by
    return isThat ? undefined : { refused: 'form-used' }
  }
  const clash = await clashOf(tx, wish)
  if (clash) return { refused: 'activity-member-elsewhere', detail: clash }
  await addMembers(tx, wish.id, [...new Set(wish.members)])
  const event = { actor: by, kind: 'activity-registered', subject: wish.id, agency }
  await recordEvent(tx, { ...event, body: { day: wish.day, unit: wish.unit, people: wish.members.length } })
  return undefined
}

/** Who of those who go is at another activity then: nobody is at two places. */
async function clashOf(tx: Tx, { id, day, from, until, members }: NewActivity) {
  const other = (await othersOf(tx, members, id, day)).find((one) => one.from < until && from < one.until)
  if (!other) return undefined
  const name = (await namesOf(tx, [other.employee]))(other.employee)
  return {
    id: `${name}: ${other.purpose}, ${other.from}–${other.until}`,
    en: `${name}: ${other.purpose}, ${other.from}–${other.until}`,
  }
}

/** An activity as it is kept; undefined: there is none of that id. */
export const findActivity = (
  source: Pick<Source, 'db'>,
  region: RegionAsListed,
  id: string,
): Promise<Row | undefined> => as(source.db, { region: region.code, reach: 'region' }, (tx) => activityRow(tx, id))

/** The same, which nobody else moves until the transaction ends. */
export const holdActivity = async (tx: Tx, id: string): Promise<Row> => (await activityHeld(tx, id)) as Row

/** Activities from a day on that can still be moved, in the order of their days. */
export const activitiesOpenFrom = (source: Pick<Source, 'db'>, region: RegionAsListed, day: Day): Promise<Row[]> =>
  as(source.db, { region: region.code, reach: 'region' }, (tx) => openFrom(tx, day))

/** What was done with an activity, in order. */
export const stepsTaken = (tx: Tx, id: string) => stepsOf(tx, id)
