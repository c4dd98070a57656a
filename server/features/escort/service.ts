/** Who goes along with the activities of a day: the teams that were asked, and whom the engine proposes for the others. */
import { createHash } from 'node:crypto'
import { may } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import type { ActivityState } from '@piket/domain/activity/activity.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import type { ClauseRef } from '@piket/domain/decision/row.ts'
import { proposeEscorts } from '@piket/domain/escort/escort.ts'
import { escortClauses } from '@piket/domain/escort/escort-clause.ts'
import {
  type EscortedActivity,
  type EscortInput,
  type EscortTeam,
  type Minutes,
  usualEscortRules,
} from '@piket/domain/escort/escort-input.ts'
import type { EscortPlan, EscortRefusal, Unescorted } from '@piket/domain/escort/escort-result.ts'
import type { EscortState } from '@piket/domain/escort/standing.ts'
import { as, type Tx } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Activity, activitiesOn, type Law, lawOf, rulesOf } from '../activity/service.ts'
import { areasOf } from '../area/service.ts'
import { absencesOn, ownTeams, serves, type Team, teamsOf } from '../escort-team/service.ts'
import type { Ground } from '../ground/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { activityOfEscort, escortsOfOne, escortsOn, lockDay, waitingDays } from './queries.ts'

/** A team that was asked along with an activity. */
export interface Escort {
  readonly escort: string
  readonly activity: string
  readonly team: string
  readonly teamName: string
  /** Of the form that asked. */
  readonly form: string
  readonly state: EscortState
  /** Why it was handed on, or that the team did not come. */
  readonly reason: string | null
  /** Account id of who said last how it stands. */
  readonly saidBy: string | null
}

/** A day as it is kept: what is to be escorted, by whom, and who could. */
export interface DayKept {
  readonly day: Day
  readonly activities: readonly Activity[]
  readonly escorts: readonly Escort[]
  readonly teams: readonly Team[]
  /** Teams that cannot come, with the reason. */
  readonly absent: ReadonlyMap<string, string>
  /** Pairs of districts that count as neighbours. */
  readonly adjacent: EscortInput['adjacent']
}

/** What the activities of a day are not escorted to any more. */
const off: ReadonlySet<ActivityState> = new Set(['refused', 'postponed', 'cancelled'])

/** Whether a team can be asked along: it takes place in a village, and is cleared under all that demands it. */
export const isToEscort = ({ state, setting, district, against }: Activity): boolean =>
  (state === 'cleared' || state === 'escorted') && setting === 'village' && district !== null && against.length === 0

const holding: ReadonlySet<EscortState> = new Set(['proposed', 'accepted', 'attended'])

/** The escorts that a team still has on its hands. */
export const heldOf = ({ escorts, activities }: DayKept): Escort[] => {
  const on = new Set(activities.filter(({ state }) => !off.has(state)).map(({ activity }) => activity))
  return escorts.filter(({ state, activity }) => holding.has(state) && on.has(activity))
}

/** Reads a day. @param hold nobody else arranges escorts of it until the transaction ends */
export async function dayKept(tx: Tx, ground: Ground, day: Day, { hold = false } = {}): Promise<DayKept> {
  if (hold) await lockDay(tx, day)
  const { districts } = await areasOf(tx)
  return {
    day,
    activities: await activitiesOn(tx, ground, day),
    escorts: (await escortsOn(tx, day)) as Escort[],
    teams: await teamsOf(tx),
    absent: await absencesOn(tx, day),
    // Nobody has given us the borders of districts: every other one counts as next to a team's own.
    adjacent: districts.flatMap(({ code }, at) => districts.slice(at + 1).map((other) => [code, other.code] as const)),
  }
}

const wholeDay: Minutes = { from: 0, until: 24 * 60 }

const minuteOf = (time: Time): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** An activity as the engine asks for it. */
export const asEscorted = ({ activity, district, village, from, until }: Activity): EscortedActivity => ({
  id: activity,
  district: district as string,
  village,
  from: minuteOf(from),
  until: minuteOf(until),
})

/** A team as the engine asks for it: what it handed on, or did not come to, is time that it does not have. */
export const asTeam = ({ day, escorts, activities, absent }: DayKept, team: Team): EscortTeam => {
  const lost = escorts.filter((one) => one.team === team.team && !holding.has(one.state))
  return {
    id: team.team,
    district: team.district,
    village: team.village,
    capacity: team.capacity,
    unavailable: [
      ...(serves(team, day) && !absent.has(team.team) ? [] : [wholeDay]),
      ...activities.filter(({ activity }) => lost.some((one) => one.activity === activity)).map(asEscorted),
    ],
  }
}

/** Branches that are tried at most: a hundred activities of a day are proven best long before, in a quarter of a second. */
const nodeLimit = 100

/** Who should go along with what, beside those who have been asked. */
export function planOf(kept: DayKept): EscortPlan | EscortRefusal {
  const held = heldOf(kept)
  const activities = kept.activities.filter(
    (one) => isToEscort(one) || held.some(({ activity }) => activity === one.activity),
  )
  return proposeEscorts({
    activities: activities.map(asEscorted),
    teams: kept.teams
      .filter((team) => serves(team, kept.day) || held.some((one) => one.team === team.team))
      .map((team) => asTeam(kept, team)),
    adjacent: kept.adjacent,
    accepted: held.map(({ activity, team }) => ({ activity, team })),
    rules: usualEscortRules,
    nodeLimit,
  })
}

/** The escorts of a plan that nobody has been asked for yet. */
export const newOf = ({ escorts }: EscortPlan) => escorts.filter(({ cost }) => cost !== null)

/** Marks a proposal: another one has another mark. */
export const markOf = (plan: EscortPlan): string =>
  createHash('sha256')
    .update(JSON.stringify(newOf(plan).map(({ activity, team }) => [activity, team])))
    .digest('hex')

/** An activity of the day with the teams that were asked along. */
export interface EscortedOn {
  readonly activity: Activity
  readonly escorts: readonly (Escort & {
    /** Whether the viewer answers for the team. */
    readonly own: boolean
  })[]
  /** Whether a team can be asked along still. */
  readonly open: boolean
  /** Why the engine finds no team; undefined: it does, or nobody looks. */
  readonly unescorted: Unescorted | undefined
}

/** A day as its page shows it. */
export interface EscortDay {
  readonly day: Day
  readonly today: Day
  readonly law: Law
  /** The clauses by which teams are sent along on that day. */
  readonly clauses: readonly ClauseRef[]
  readonly activities: readonly EscortedOn[]
  /** Null: the viewer does not arrange escorts. */
  readonly plan: EscortPlan | EscortRefusal | null
  readonly mark: string
  readonly teams: readonly Team[]
  /** Other days on which a team of the viewer has not answered. */
  readonly waitingDays: readonly Day[]
  /** Whether the viewer proposes teams, and reads why they handed on. */
  readonly arranges: boolean
}

/** The escorts of a day. */
export async function escortDay(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  asked?: Day,
): Promise<EscortDay | Refusal> {
  const today = businessDay(source, region)
  const day = asked ?? today
  const ground = await rulesOf(source, region, day, day)
  if (isRefusal(ground)) return ground
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const kept = await dayKept(tx, ground, day)
    const mine = await ownTeams(tx, viewer)
    const arranges = may(viewer, 'arrange-escorts', { region: region.code })
    const plan = arranges && day >= today ? planOf(kept) : null
    const found = plan && !('refused' in plan) ? plan : undefined
    const shown = kept.activities.filter(
      (one) => isToEscort(one) || kept.escorts.some(({ activity }) => activity === one.activity),
    )
    return {
      ...{ day, today, arranges, plan },
      waitingDays: (await waitingDays(tx, [...mine], today)).map((one) => one.day as Day).filter((one) => one !== day),
      law: lawOf(ground, day),
      clauses: escortClauses(ground.book, day),
      mark: found ? markOf(found) : '',
      teams: kept.teams.filter((team) => serves(team, day)),
      activities: shown.map((activity) => ({
        activity,
        open: isToEscort(activity),
        escorts: kept.escorts
          .filter((one) => one.activity === activity.activity)
          .map((one) => ({ ...one, own: mine.has(one.team) })),
        unescorted: found?.unescorted.find((one) => one.activity === activity.activity),
      })),
    }
  })
}

/** The teams that were asked along with an activity. */
export const escortsOf = (source: Pick<Source, 'db'>, region: RegionAsListed, activity: string): Promise<Escort[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => (await escortsOfOne(tx, activity)) as Escort[])

/** The activity of an escort; undefined: there is no such escort. */
export const activityEscorted = (
  source: Pick<Source, 'db'>,
  region: RegionAsListed,
  escort: string,
): Promise<string | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => (await activityOfEscort(tx, escort))?.activity)
