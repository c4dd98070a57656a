/** Cases: the person explains, the superior says what they think, a desk decides by the clause, one appeal. */
import { may } from '@piket/domain/access/permission.ts'
import { agenciesLed, sitsAt, type Viewer } from '@piket/domain/access/role.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import {
  type CaseCourse,
  type CaseDesk,
  type CaseKind,
  type CaseOutcome,
  type CasePhase,
  type CaseStanding,
  caseLevels,
  caseStanding,
  measuresFor,
} from '@piket/domain/case/case.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { as, type Tx } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { isUuid } from '#platform/uuid.ts'
import { accountNames } from '../account/service.ts'
import { type ToldAnnouncement, toldAnnouncements } from '../announcement/service.ts'
import { loadRegister } from '../circular/service.ts'
import { complaintById, type Tracked } from '../complaint/service.ts'
import { type Seen, seenOf } from '../inspection/service.ts'
import { actedFor, leadingOf, subordinatesOf } from '../leader/service.ts'
import { everyMeasure, type KeptMeasure, ladderOf } from '../measure/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, postingOf, unitNamesOf } from '../staff/service.ts'
import { type Among, caseById, caseCounts, casesOf, closedCases, lockCases, openCases } from './queries.ts'

/** A step with the name of who made it; empty where they have no staff record. */
export interface CaseStep {
  readonly move: 'clarify' | 'view' | 'decide' | 'appeal' | 'decide_appeal'
  readonly words: string
  readonly outcome: CaseOutcome | null
  readonly clause: string | null
  readonly measure: KeptMeasure | null
  readonly by: string
  readonly byName: string
  readonly as: 'self' | 'superior' | CaseDesk
  readonly at: number
}

/** A case with how it stands now. */
export interface CaseFile {
  readonly id: string
  readonly employee: string
  readonly name: string
  /** Where the person belonged when it was opened. */
  readonly agency: string
  /** Employee id of the direct superior now. */
  readonly superior: string | null
  readonly kind: CaseKind
  readonly finding: string | null
  readonly recall: string | null
  readonly inspection: string | null
  readonly complaint: string | null
  readonly day: Day
  readonly clauses: readonly string[]
  readonly words: string
  readonly openedBy: string
  readonly openerName: string
  readonly openedAt: number
  readonly toldPhase: CasePhase
  readonly toldLevel: CaseDesk | null
  readonly steps: readonly CaseStep[]
  readonly standing: CaseStanding
}

type Row = Awaited<ReturnType<typeof openCases>>[number]

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const

async function known(tx: Tx, source: Source, region: RegionAsListed, rows: readonly Row[]): Promise<CaseFile[]> {
  if (rows.length === 0) return []
  const now = source.clock.moment()
  const spoken = rows.flatMap(({ openedBy, steps }) => [openedBy, ...steps.map(({ by }) => by)])
  const name = await namesOf(tx, [...rows.map(({ employee }) => employee), ...spoken])
  // The person knows who asks: somebody without a staff record is named by their account.
  const accountName = await accountNames(
    tx,
    spoken.filter((by) => name(by) === by && isUuid(by)),
  )
  const nameOf = (by: string) => (name(by) === by ? accountName(by) : name(by))
  const measures = await everyMeasure(tx)
  const people = new Map<string, Awaited<ReturnType<typeof placeOf>>>()
  for (const { employee, agency } of rows)
    if (!people.has(`${employee} ${agency}`))
      people.set(`${employee} ${agency}`, await placeOf(tx, source, region, employee, agency))
  return rows.map(({ steps: held, ...row }) => {
    const steps = held.map(({ measure, version, ...step }) => ({
      ...(step as Omit<CaseStep, 'measure' | 'byName'>),
      byName: nameOf(step.by),
      measure: measures.find((one) => one.measure === measure && one.version === version) ?? null,
    }))
    const place = people.get(`${row.employee} ${row.agency}`) as Awaited<ReturnType<typeof placeOf>>
    const { superior, hasSuperior, leads } = place
    return {
      ...row,
      name: name(row.employee),
      superior,
      kind: row.kind as CaseKind,
      day: row.day as Day,
      openerName: nameOf(row.openedBy),
      toldPhase: row.toldPhase as CasePhase,
      toldLevel: row.toldLevel as CaseDesk | null,
      steps,
      standing: caseStanding(courseOf(row.openedAt, steps, hasSuperior), caseLevels({ leads }), now),
    }
  })
}

/** Who is above somebody. A superior who is the head is asked once: as the head. */
async function placeOf(tx: Tx, source: Source, region: RegionAsListed, employee: string, agency: string) {
  const window = roleWindow(source, region)
  const leadsIt = async (one: string) => {
    const posting = await postingOf(tx, one, window)
    return posting !== undefined && (await leadingOf(tx, one, posting, window)).agencies.includes(agency)
  }
  const superior = (await postingOf(tx, employee, window))?.supervisor ?? null
  const leads = await leadsIt(employee)
  return { superior, leads, hasSuperior: superior !== null && (leads || !(await leadsIt(superior))) }
}

function courseOf(openedAt: number, steps: readonly CaseStep[], hasSuperior: boolean): CaseCourse {
  const step = (move: CaseStep['move']) => steps.find((one) => one.move === move)
  const ruling = (one: CaseStep | undefined) =>
    one?.outcome ? { outcome: one.outcome, level: one.as as CaseDesk, at: one.at } : null
  return {
    openedAt,
    hasSuperior,
    clarifiedAt: step('clarify')?.at ?? null,
    viewedAt: step('view')?.at ?? null,
    decision: ruling(step('decide')),
    appealedAt: step('appeal')?.at ?? null,
    appealDecision: ruling(step('decide_appeal')),
  }
}

/** One case as it stands now. */
export async function caseNow(tx: Tx, source: Source, region: RegionAsListed, employee: string, id: string) {
  const row = await caseById(tx, employee, id)
  return row && (await known(tx, source, region, [row]))[0]
}

/** The cases of somebody, the newest first. */
export const ownCases = (source: Source, region: RegionAsListed, employee: string): Promise<CaseFile[]> =>
  as(source.db, inRegion(region), async (tx) => known(tx, source, region, await casesOf(tx, employee)))

/** How many of somebody's cases ask something of them now. */
export const casesAsking = async (tx: Tx, source: Source, region: RegionAsListed, employee: string): Promise<number> =>
  (await known(tx, source, region, await casesOf(tx, employee))).filter(
    ({ standing: { phase } }) => phase === 'clarification' || phase === 'appealable',
  ).length

/** What a case asks of somebody who is not its person: nothing, their view, or a decision. */
export type Turn = 'view' | 'decide' | null

/** Whose subordinates somebody is asked about: their own, and those of whom they act for. */
export async function superiorsBy(tx: Tx, source: Source, region: RegionAsListed, { employee }: Viewer) {
  if (employee === undefined) return new Set<string>()
  const acting = await actedFor(tx, employee, roleWindow(source, region))
  return new Set([employee, ...acting.map(({ inPlaceOf }) => inPlaceOf)])
}

/** What a case asks of somebody now. @param superiors as whom they are asked */
export const turnIn = (viewer: Viewer, superiors: ReadonlySet<string>, file: CaseFile): Turn => {
  const { standing, superior, employee } = file
  if (viewer.employee === employee) return null
  if (standing.level !== null) return sitsAt(viewer, standing.level, file) ? 'decide' : null
  return standing.phase === 'view' && superior !== null && superiors.has(superior) ? 'view' : null
}

/** Whether somebody may read a case of another. */
export const mayFollow = ({ code }: RegionAsListed, viewer: Viewer, superiors: ReadonlySet<string>, file: CaseFile) =>
  viewer.employee !== file.employee &&
  (file.openedBy === (viewer.employee ?? viewer.account) ||
    may(viewer, 'follow-cases', { region: code, agency: file.agency }) ||
    (file.superior !== null && superiors.has(file.superior)))

/** The cases of whom somebody may follow, for the database to narrow; undefined: of everybody. */
async function followable(tx: Tx, source: Source, region: RegionAsListed, viewer: Viewer): Promise<Among | undefined> {
  if (may(viewer, 'follow-cases', { region: region.code })) return undefined
  const { employee, account } = viewer
  const under = employee === undefined ? [] : await subordinatesOf(tx, employee, [], roleWindow(source, region))
  return {
    agencies: agenciesLed(viewer),
    employees: under.map((one) => one.employee),
    openedBy: employee ?? account,
  }
}

/** A page shows so many closed ones at most. */
const mostClosed = 100

/** Cases that somebody follows, those first that wait for their own word; then the other open ones, then the closed. */
export const casesFollowed = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
): Promise<readonly (CaseFile & { readonly turn: Turn })[]> =>
  as(source.db, inRegion(region), async (tx) => {
    const superiors = await superiorsBy(tx, source, region, viewer)
    const among = await followable(tx, source, region, viewer)
    const rows = [...(await openCases(tx, among)), ...(await closedCases(tx, mostClosed, among))]
    const all = await known(tx, source, region, rows)
    return all
      .filter((file) => mayFollow(region, viewer, superiors, file))
      .map((file) => ({ ...file, turn: turnIn(viewer, superiors, file) }))
      .toSorted((a, b) => Number(b.turn !== null) - Number(a.turn !== null))
  })

export interface CaseRead {
  readonly file: CaseFile
  readonly turn: Turn
  /** Measures that the viewer may pronounce now. */
  readonly measures: readonly KeptMeasure[]
  readonly documents: ReadonlyMap<string, Circular>
  /** Of an inspection: what its minutes say of the person. */
  readonly seen: Seen | undefined
  /** What the public complained of, without their words: those could tell who they are. */
  readonly complaint: (Pick<Tracked, 'number' | 'kind'> & { readonly unitName: string }) | undefined
  /** Of a finding: what the person was told in the two weeks before the case, and whether they had read it. */
  readonly told: readonly ToldAnnouncement[]
}

/** How long before a case announcements are of interest. */
const toldWithin = 14 * 86_400_000

async function toldBefore(tx: Tx, { employee, agency, finding, openedAt }: CaseFile): Promise<ToldAnnouncement[]> {
  if (finding === null) return []
  const told = await toldAnnouncements(tx, employee, agency, new Date(openedAt))
  return told.filter(({ announcedAt }) => announcedAt >= openedAt - toldWithin)
}

/** One case, for its person and for whoever follows it. */
export const readCase = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  employee: string,
  id: string,
): Promise<CaseRead | Refusal> =>
  as(source.db, inRegion(region), async (tx) => {
    const file = await caseNow(tx, source, region, employee, id)
    const superiors = await superiorsBy(tx, source, region, viewer)
    if (!file || !(viewer.employee === employee || mayFollow(region, viewer, superiors, file)))
      return { refused: 'not-found' }
    const { filed } = await loadRegister(tx, roleWindow(source, region))
    return {
      file,
      turn: turnIn(viewer, superiors, file),
      measures: await measuresOpen(tx, file),
      documents: new Map(filed.map(({ id: document, doc }) => [document, doc])),
      seen: file.inspection === null ? undefined : await seenOf(tx, file.inspection, employee),
      complaint: file.complaint === null ? undefined : await complainedOf(tx, source, region, file.complaint),
      told: await toldBefore(tx, file),
    }
  })

async function complainedOf(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  id: string,
): Promise<CaseRead['complaint']> {
  const complaint = await complaintById(tx, id)
  if (!complaint) return undefined
  const { number, kind, unit } = complaint
  return { number, kind, unitName: (await unitNamesOf(tx, roleWindow(source, region)))(unit) }
}

/** The measures that may be pronounced in a case now. */
export async function measuresOpen(tx: Tx, { standing: { level, phase }, steps }: CaseFile): Promise<KeptMeasure[]> {
  if (level === null) return []
  const appealed = steps.find(({ move }) => move === 'decide')
  return measuresFor(
    ladderOf(await everyMeasure(tx)),
    level,
    phase === 'appeal' ? (appealed?.measure ?? null) : undefined,
  )
}

/** Makes whoever writes about the cases of the same person wait until the transaction ends. */
export const holdCases = (tx: Tx, employee: string) => lockCases(tx, employee)

/** Cases whose turn has come to somebody who was not told of it yet. */
export const casesDue = (source: Source, region: RegionAsListed): Promise<CaseFile[]> =>
  as(source.db, inRegion(region), async (tx) => (await known(tx, source, region, await openCases(tx))).filter(isDue))

/** Whether a case has come to another turn than people were told of. */
export const isDue = ({ standing: { phase, level }, toldPhase, toldLevel }: CaseFile): boolean =>
  phase !== toldPhase || level !== toldLevel

/** Cases by kind and outcome; null: open, or closed without one. */
export interface CaseFigures {
  readonly from: Day
  readonly until: Day
  readonly counts: readonly { readonly kind: string; readonly outcome: string | null; readonly count: number }[]
}

/** How many cases were opened in the twelve months before this one: months that are over, so that no day shows in them. */
export async function caseFigures(source: Source, region: RegionAsListed): Promise<CaseFigures> {
  const month = `${source.clock.now(region.zone).slice(0, 7)}-01` as Day
  const from = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}` as Day
  const until = addDays(month, -1)
  const zone = region.zone
  return as(source.db, inRegion(region), async (tx) => ({
    from,
    until,
    counts: await caseCounts(tx, from, until, zone),
  }))
}

/** The cases of somebody as they are kept. */
export const casesHeld = (tx: Tx, employee: string) => casesOf(tx, employee)
