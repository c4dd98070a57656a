/** Official activities as they are kept, and how the coordination of each stands under the rules as known now. */
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import {
  type ActivityMove,
  type ActivityState,
  type Hand,
  moveRefused,
  moves,
  type Setting,
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
import { as, type Tx } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Areas, areasOf } from '../area/service.ts'
import { type Ground, groundOf, unitNames } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf } from '../staff/service.ts'
import {
  activitiesBetween,
  activityHeld,
  activityRow,
  continuationOf,
  lastTold,
  membersOf,
  openFrom,
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
  readonly series: string | null
  /** The activity that was postponed to this one. */
  readonly continues: string | null
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

/** How the people of each unit work on a day. */
type Patterns = ReturnType<typeof patternsOf>

const withStanding = ({ book }: Ground, row: Row, patterns: Patterns): Activity => {
  const { day, from, unit, ...rest } = row
  const activity = {
    ...rest,
    unit,
    day: day as Day,
    from: from as Time,
    until: row.until as Time,
    setting: row.setting as Setting,
    state: row.state as ActivityState,
    isOfSeries: row.series !== null,
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
  const days = [...new Set(rows.map(({ day }) => day as Day))]
  const patterns = new Map<string, Patterns>(days.map((day) => [day, patternsOf(ground.book.world, day)]))
  return rows.map((row) => withStanding(ground, row, patterns.get(row.day) as Patterns))
}

/** What the clauses that are cited read, and how the units in them are called. */
export interface Law {
  readonly documents: ReadonlyMap<string, Circular>
  readonly unitName: (unit: string) => string
}

/** What the documents of a ground read on a day. */
export const lawOf = (ground: Ground, day: Day): Law => ({
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

/** Everything on the calendar from today on that is to be coordinated, because it was there before its clause or not. */
export interface Ahead {
  readonly law: Law
  readonly areas: Areas
  readonly activities: readonly (Activity & {
    /** When its owners were told; null: they knew when they registered it. */
    readonly toldAt: Date | null
  })[]
}

/** Activities from a day on that are to be coordinated, in the order of their days, and the rules that ask for it. */
async function toCoordinate(source: Source, region: RegionAsListed, from: Day) {
  const rows = await activitiesOpenFrom(source, region, from)
  const ground = await rulesOf(source, region, from, (rows.at(-1)?.day as Day | undefined) ?? from)
  if (isRefusal(ground)) return ground
  const activities = listed(ground, rows).filter(({ standing }) => standing === 'again' || standing === 'due')
  return { ground, activities }
}

/** How many activities from today on are to be coordinated. */
export async function countToCoordinate(
  source: Source,
  region: RegionAsListed,
): Promise<{ readonly count: number } | Refusal> {
  const found = await toCoordinate(source, region, businessDay(source, region))
  return isRefusal(found) ? found : { count: found.activities.length }
}

/** What the rules as known now ask of activities on the calendar, in the order of their days. */
export async function activitiesToCoordinate(source: Source, region: RegionAsListed): Promise<Ahead | Refusal> {
  const today = businessDay(source, region)
  const found = await toCoordinate(source, region, today)
  if (isRefusal(found)) return found
  const { ground, activities } = found
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const ids = activities.map(({ activity }) => activity)
    const told = new Map((await lastTold(tx, ids)).map(({ activity, at }) => [activity, at]))
    return {
      law: lawOf(ground, today),
      areas: await areasOf(tx),
      activities: activities.map((one) => ({ ...one, toldAt: told.get(one.activity) ?? null })),
    }
  })
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
  /** The activity to which it was postponed. */
  readonly postponedTo: { readonly activity: string; readonly day: Day } | null
  readonly today: Day
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
      today,
      postponedTo: ((await continuationOf(tx, id)) as ActivityAtLength['postponedTo'] | undefined) ?? null,
      open: (Object.keys(moves) as ActivityMove[]).filter(
        (move) => moves[move].by.some((hand) => hands.has(hand)) && !moveRefused(move, activity, 'ya', today),
      ),
    }
  })
}

/** As what somebody may move an activity: those of its agency own it. */
export function handsOf({ code }: RegionAsListed, viewer: Viewer, { agency }: Pick<Activity, 'agency'>) {
  const hands = new Set<Hand>()
  if (may(viewer, 'register-activity', { region: code, agency })) hands.add('owner')
  if (may(viewer, 'clear-activities', { region: code })) hands.add('task_force')
  return hands
}

/** The activities of a day in a transaction, with how they stand under the rules of a ground. */
export const activitiesOn = async (tx: Tx, ground: Ground, day: Day): Promise<Activity[]> =>
  listed(ground, await activitiesBetween(tx, day, day))

/** An activity as it is kept; undefined: there is none of that id. */
export const findActivity = (
  source: Pick<Source, 'db'>,
  region: RegionAsListed,
  id: string,
): Promise<Row | undefined> => as(source.db, { region: region.code, reach: 'region' }, (tx) => activityRow(tx, id))

/** The same, which nobody else moves until the transaction ends. */
export const holdActivity = async (tx: Tx, id: string): Promise<Row> => (await activityHeld(tx, id)) as Row

/** The same, in a transaction. */
export const activityKept = (tx: Tx, id: string): Promise<Row | undefined> => activityRow(tx, id)

/** Activities from a day on that can still be moved, in the order of their days. */
export const activitiesOpenFrom = (source: Pick<Source, 'db'>, region: RegionAsListed, day: Day): Promise<Row[]> =>
  as(source.db, { region: region.code, reach: 'region' }, (tx) => openFrom(tx, day))

/** What was done with an activity, in order. */
export const stepsTaken = (tx: Tx, id: string) => stepsOf(tx, id)

/** Who goes. */
export const membersGoing = (tx: Tx, id: string) => membersOf(tx, id)
