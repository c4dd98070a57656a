/** Teams of the task force that go along with activities: where they serve, who is in them, and when they cannot come. */
import { isDeepStrictEqual } from 'node:util'
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { farDays } from '#platform/far-days.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { accountByLogin, accountNames, loginOf } from '../account/service.ts'
import { type Areas, areasOf } from '../area/service.ts'
import { businessDay } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, unitNamesOf } from '../staff/service.ts'
import {
  absencesFrom,
  absentTeams,
  addAbsenceRow,
  addMemberRow,
  addTeamRow,
  allTeams,
  changeTeamRow,
  memberRows,
  removeAbsenceRow,
  removeMemberRow,
  staffOfTeams,
  teamRow,
  teamsOfMember,
} from './queries.ts'

/** A team as it is kept. */
export interface Team {
  readonly team: string
  readonly name: string
  /** Code of its district or village; null: the joint team, which serves the whole region. */
  readonly area: string | null
  /** Codes and names; of a district's own team the village is null, of the joint team both. */
  readonly district: string | null
  readonly districtName: string | null
  readonly village: string | null
  readonly villageName: string | null
  /** Units of the region, and bodies outside it. */
  readonly bodies: readonly string[]
  /** Employee id of who leads it; null: nobody on the staff list. */
  readonly leader: string | null
  /** Activities a day at most. */
  readonly capacity: number
  readonly from: Day | null
  readonly until: Day | null
  /** How many of it sign in. */
  readonly members: number
}

const inRegion = <T>({ db }: Pick<Source, 'db'>, region: RegionAsListed, work: (tx: Tx) => Promise<T>): Promise<T> =>
  as(db, { region: region.code, reach: 'region' }, work)

/** Every team: those of the whole region first, then district by district. */
export const teamsOf = async (tx: Tx): Promise<Team[]> => (await allTeams(tx)) as Team[]

/** Whether there is the team on a day. */
export const serves = ({ from, until }: Pick<Team, 'from' | 'until'>, day: Day): boolean =>
  (from ?? day) <= day && day <= (until ?? day)

/** The teams that cannot come on a day, each with the reason. */
export const absencesOn = async (tx: Tx, day: Day): Promise<ReadonlyMap<string, string>> =>
  new Map((await absentTeams(tx, day)).map(({ team, reason }) => [team, reason]))

/** The teams that somebody is in. */
export const ownTeams = async (tx: Tx, { account }: Pick<Viewer, 'account'>): Promise<ReadonlySet<string>> =>
  new Set((await teamsOfMember(tx, account)).map(({ team }) => team))

/** People of the staff list in some teams: who can be told. */
export const peopleOfTeams = async (tx: Tx, teams: readonly string[]): Promise<string[]> =>
  (await staffOfTeams(tx, teams)).flatMap(({ employee }) => employee ?? [])

/** Every team, and the areas that a new one can serve. */
export const listTeams = (
  source: Source,
  region: RegionAsListed,
): Promise<{ readonly teams: readonly Team[]; readonly areas: Areas; readonly today: Day }> =>
  inRegion(source, region, async (tx) => ({
    teams: await teamsOf(tx),
    areas: await areasOf(tx),
    today: businessDay(source, region),
  }))

/** A team with the names of those in it. */
export interface TeamAtLength extends Team {
  readonly bodyNames: readonly string[]
  readonly leaderName: string | null
  readonly people: readonly { readonly account: string; readonly name: string }[]
  readonly absences: readonly { readonly day: Day; readonly reason: string }[]
  readonly today: Day
}

/** One team; undefined: there is none. */
export const teamAtLength = (source: Source, region: RegionAsListed, id: string): Promise<TeamAtLength | undefined> =>
  inRegion(source, region, async (tx) => {
    const team = (await teamRow(tx, id)) as Team | undefined
    if (!team) return undefined
    const today = businessDay(source, region)
    const accounts = (await memberRows(tx, id)).map(({ account }) => account)
    const nameOf = await accountNames(tx, accounts)
    const unitName = await unitNamesOf(tx, roleWindow(source, region))
    return {
      ...team,
      bodyNames: team.bodies.map(unitName),
      leaderName: team.leader === null ? null : (await namesOf(tx, [team.leader]))(team.leader),
      people: accounts.map((account) => ({ account, name: nameOf(account) })),
      absences: (await absencesFrom(tx, id, today)).map(({ day, reason }) => ({ day: day as Day, reason })),
      today,
    }
  })

export interface NewTeam extends Pick<Team, 'name' | 'area' | 'bodies' | 'capacity' | 'from' | 'until'> {
  /** Given by the form: sent twice, it is one. */
  readonly id: string
}

/** Adds a team. */
export async function addTeam(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { id, name, area, bodies, capacity, from, until }: NewTeam,
): Promise<Refusal | undefined> {
  if (name.trim() === '' || bodies.length === 0)
    return lacking('escort-team-incomplete', {
      nama: name.trim() === '' && { id: 'namanya belum ditulis', en: 'it has no name yet' },
      unsur: bodies.length === 0 && { id: 'unsurnya belum disebut', en: 'no body is named yet' },
    })
  if (from !== null && until !== null && until < from) return { refused: 'escort-team-dates-reversed' }
  const far = farDays(businessDay(source, region), { mulai: from, sampai: until })
  if (far) return far
  return inRegion(source, region, async (tx) => {
    const { districts, villages } = await areasOf(tx)
    if (area !== null && ![...districts, ...villages].some(({ code }) => code === area))
      return { refused: 'escort-team-area-unknown' }
    const row = { name: name.trim(), area_code: area, agencies: bodies, capacity, valid_from: from, valid_until: until }
    if (await addTeamRow(tx, { team_id: id, ...row })) {
      await recordEvent(tx, { actor: viewer.account, kind: 'escort-team-added', subject: id, body: { area, capacity } })
      return undefined
    }
    const kept = await teamRow(tx, id)
    const sent = { name: row.name, area, bodies, capacity, from, until }
    return kept && isDeepStrictEqual(statedOf(kept as Team), sent) ? undefined : { refused: 'form-used' }
  })
}

/** What the form of a team says. */
const statedOf = ({ name, area, bodies, capacity, from, until }: Team) => ({
  name,
  area,
  bodies,
  capacity,
  from,
  until,
})

/** Does something to a team that is there, and leaves an event where it changed something. */
const inTeam = (
  source: Source,
  region: RegionAsListed,
  { viewer, team }: { readonly viewer: Viewer; readonly team: string },
  change: (
    tx: Tx,
    kept: Team,
  ) => Promise<Refusal | { readonly kind: string; readonly body: Readonly<Record<string, unknown>> } | undefined>,
): Promise<Refusal | undefined> =>
  inRegion(source, region, async (tx) => {
    const kept = (await teamRow(tx, team)) as Team | undefined
    if (!kept) return { refused: 'not-found' }
    const done = await change(tx, kept)
    if (done === undefined) return undefined
    if ('refused' in done) return done
    await recordEvent(tx, { actor: viewer.account, subject: team, ...done })
    return undefined
  })

/** Whose team it is about. */
export type OfTeam = Parameters<typeof inTeam>[2]

/** How many activities a day a team takes from now on, and its last day. */
export const changeTeam = (
  source: Source,
  region: RegionAsListed,
  of: OfTeam,
  { capacity, until }: Pick<Team, 'capacity' | 'until'>,
) =>
  inTeam(source, region, of, async (tx, { from, until: last }) => {
    const far = until === last ? undefined : farDays(businessDay(source, region), { sampai: until })
    if (far) return far
    if (from !== null && until !== null && until < from) return { refused: 'escort-team-dates-reversed' }
    const changed = await changeTeamRow(tx, of.team, capacity, until)
    return changed && { kind: 'escort-team-changed', body: { capacity, until } }
  })

/** Takes somebody into a team, by what they sign in with. */
export const addMember = (source: Source, region: RegionAsListed, of: OfTeam, login: string) =>
  inTeam(source, region, of, async (tx) => {
    const account = await accountByLogin(tx, loginOf(login))
    if (!account || account.state === 'ended') return { refused: 'escort-member-unknown' }
    const at = new Date(source.clock.moment()).toISOString()
    const row = { team_id: of.team, account_id: account.account, added_by: of.viewer.account, added_at: at }
    const added = await addMemberRow(tx, row)
    return added && { kind: 'escort-member-added', body: added }
  })

/** Takes somebody out of a team. */
export const removeMember = (source: Source, region: RegionAsListed, of: OfTeam, account: string) =>
  inTeam(source, region, of, async (tx) => {
    const removed = await removeMemberRow(tx, of.team, account)
    return removed && { kind: 'escort-member-removed', body: removed }
  })

/** Says that a team cannot come on a day. */
export const stateAbsence = (
  source: Source,
  region: RegionAsListed,
  of: OfTeam,
  { day, reason }: { readonly day: Day; readonly reason: string },
) =>
  inTeam(source, region, of, async (tx) => {
    const today = businessDay(source, region)
    if (day < today) return { refused: 'escort-absence-past' }
    const far = farDays(today, { hari: day })
    if (far) return far
    if (reason.trim() === '') return { refused: 'escort-reason-missing' }
    const at = new Date(source.clock.moment()).toISOString()
    const row = { team_id: of.team, day, reason: reason.trim(), stated_by: of.viewer.account, stated_at: at }
    const added = await addAbsenceRow(tx, row)
    const kept = added ? undefined : (await absencesFrom(tx, of.team, day)).find((one) => one.day === day)
    if (kept && kept.reason !== row.reason) return { refused: 'escort-absence-there' }
    return added && { kind: 'escort-team-absent', body: added }
  })

/** Says that a team can come on a day after all. */
export const withdrawAbsence = (source: Source, region: RegionAsListed, of: OfTeam, day: Day) =>
  inTeam(source, region, of, async (tx) => {
    const removed = await removeAbsenceRow(tx, of.team, day)
    return removed && { kind: 'escort-team-present', body: removed }
  })
