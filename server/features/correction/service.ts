/** Corrections of what is on record of a day: asked, decided by whoever has the word, appealed once. */
import { appealableSince, type Levels, type Round, roundNow, standingOf } from '@piket/domain/access/recourse.ts'
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import type { CheckInPlace } from '@piket/domain/attendance/check-in-record.ts'
import {
  type CorrectionCourse,
  type CorrectionDecision,
  type CorrectionKind,
  type CorrectionLevel,
  type CorrectionStanding,
  levelsFor,
} from '@piket/domain/attendance/correction.ts'
import { dayRefused } from '@piket/domain/attendance/vouched.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import { tellDeciders } from '../decider/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { leadingOf, subordinatesOf } from '../leader/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type CheckedFile, fileHash, keepFile } from '../report-file/service.ts'
import { actingOf, reviewersFor } from '../reviewer/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, type Posting, postingOf } from '../staff/service.ts'
import { keepVouchers, momentOn } from '../voucher/service.ts'
import {
  addCorrection,
  addDecision,
  appeal,
  correctionById,
  correctionsAsked,
  correctionsOf,
  lockCorrections,
  openAbout,
  undecided,
} from './queries.ts'

/** A decision with the name of who made it; empty where they have no staff record. */
export interface NamedDecision extends CorrectionDecision {
  readonly reason: string | null
  readonly byName: string
}

/** A correction with how it stands now. */
export interface Correction extends CorrectionCourse {
  readonly id: string
  readonly employee: string
  readonly name: string
  readonly agency: string
  readonly day: Day
  readonly kind: CorrectionKind
  readonly moment: 'in' | 'out'
  readonly place: CheckInPlace
  readonly at: number
  readonly reason: string
  /** SHA-256 of a file of the person, in hexadecimal digits. */
  readonly file: string | null
  readonly appealedFor: string | null
  readonly decision: NamedDecision | null
  readonly appealDecision: NamedDecision | null
  readonly standing: CorrectionStanding
}

type Row = Awaited<ReturnType<typeof undecided>>[number]

/** The levels there are for somebody today. */
async function levelsOf(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  employee: string,
  posting: Posting | undefined,
) {
  const window = roleWindow(source, region)
  const leads = async (one: string) => {
    const own = one === employee ? posting : await postingOf(tx, one, window)
    const led = own && posting && (await leadingOf(tx, one, own, window)).agencies
    return posting !== undefined && (led?.includes(posting.agency) ?? false)
  }
  const superior = posting?.supervisor ?? null
  return levelsFor({
    superior: superior !== null,
    head: await leads(employee),
    superiorIsHead: superior !== null && (await leads(superior)),
  })
}

async function known(tx: Tx, source: Source, region: RegionAsListed, rows: readonly Row[]): Promise<Correction[]> {
  const name = await namesOf(
    tx,
    rows.flatMap(({ employee, decidedBy, appealDecidedBy }) =>
      [employee, decidedBy, appealDecidedBy].filter((one) => one !== null),
    ),
  )
  const people = new Map<string, { readonly posting: Posting | undefined; readonly levels: Levels<CorrectionLevel> }>()
  for (const employee of new Set(rows.map((row) => row.employee))) {
    const posting = await postingOf(tx, employee, roleWindow(source, region))
    people.set(employee, { posting, levels: await levelsOf(tx, source, region, employee, posting) })
  }
  const nameOf = (by: string | null) => (by === null || name(by) === by ? '' : name(by))
  return rows.map(({ outcome, decidedFor, decidedBy, decidedAs, decidedAt, ...row }) => {
    const { appealOutcome, appealDecidedFor, appealDecidedBy, appealDecidedAs, appealDecidedAt, ...asked } = row
    const decided = (
      what: string | null,
      by: string | null,
      level: string | null,
      at: number,
      reason: string | null,
    ) => (what === null ? null : ({ outcome: what, level, at, reason, byName: nameOf(by) } as NamedDecision))
    const course = {
      askedAt: asked.askedAt,
      decision: decided(outcome, decidedBy, decidedAs, decidedAt, decidedFor),
      appealedAt: asked.appealedAt,
      appealDecision: decided(appealOutcome, appealDecidedBy, appealDecidedAs, appealDecidedAt, appealDecidedFor),
    }
    const person = people.get(row.employee)
    return {
      ...asked,
      ...course,
      name: name(row.employee),
      agency: person?.posting?.agency ?? '',
      day: row.day as Day,
      kind: row.kind as CorrectionKind,
      moment: row.moment as Correction['moment'],
      place: row.place as CheckInPlace,
      file: row.file?.toString('hex') ?? null,
      standing: standingOf(course, person?.levels ?? ['personnel_agency'], source.clock.moment()),
    }
  })
}

/** What somebody asks. */
export interface NewCorrection extends Pick<Correction, 'id' | 'day' | 'kind' | 'moment' | 'place' | 'reason'> {
  readonly time: Time
  readonly file: CheckedFile | undefined
}

/**
 * Asks for a correction of one's own day. Sent twice it is one; under the id of another one it is refused.
 * @returns a refusal where it is not whole, too late, or asked already
 */
export const askCorrection = (
  source: Source,
  region: RegionAsListed,
  employee: string,
  { id, day, kind, moment, place, time, reason, file }: NewCorrection,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const [now, at] = [source.clock.moment(), momentOn(source, region, day, time)]
    const refused = dayRefused(at, now)
    if (refused) return { refused }
    if (reason.trim() === '') return { refused: 'correction-reason-missing' }
    await lockCorrections(tx, employee)
    const own = await known(tx, source, region, await correctionsOf(tx, employee))
    const kept = own.find((one) => one.id === id)
    if (kept) {
      const isWhen = kept.day === day && kept.moment === moment && kept.at === at
      const isWhy = kept.kind === kind && kept.place === place && kept.reason === reason.trim()
      const isFile = kept.file === (file === undefined ? null : fileHash(file))
      return isWhen && isWhy && isFile ? undefined : { refused: 'form-used' }
    }
    if (own.some((one) => one.day === day && one.moment === moment && one.standing.open))
      return { refused: 'correction-open-already' }
    const asked = { by: employee, at: new Date(now) }
    const hash = file && (await keepFile(tx, employee, file, asked))
    await addCorrection(tx, {
      employee_id: employee,
      correction_id: id,
      day,
      kind,
      moment,
      place,
      at: new Date(at).toISOString(),
      reason: reason.trim(),
      file: hash === undefined ? null : Buffer.from(hash, 'hex'),
      asked_at: asked.at.toISOString(),
    })
    await recordEvent(tx, { actor: employee, kind: 'correction-asked', subject: employee, body: { id, day, kind } })
    await tellWhoDecides(tx, source, region, employee, id)
    return undefined
  })

/** Tells whoever has the word on a correction now. */
async function tellWhoDecides(tx: Tx, source: Source, region: RegionAsListed, employee: string, correction: string) {
  const row = await correctionById(tx, employee, correction)
  const [one] = row ? await known(tx, source, region, [row]) : []
  const level = one?.standing.level
  if (!level) return
  await tellDeciders(tx, source, region, { kind: 'correction_to_decide', employee, posts: [level], by: employee })
}

/** What somebody has asked, the newest first. */
export const ownCorrections = (source: Source, region: RegionAsListed, employee: string): Promise<Correction[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) =>
    known(tx, source, region, await correctionsOf(tx, employee)),
  )

/** Whether the word on a correction is somebody's now. Nobody decides their own. */
async function isTheirs(tx: Tx, source: Source, region: RegionAsListed, viewer: Viewer, one: Correction) {
  const { level } = one.standing
  if (level === null || viewer.employee === one.employee) return false
  if (level === 'personnel_agency') return viewer.roles.some(({ role }) => role === level)
  if (level === 'head') return agenciesLed(viewer).includes(one.agency)
  const posting = await postingOf(tx, one.employee, roleWindow(source, region))
  const acting = await actingOf(tx, source, region, viewer)
  const whom = { employee: one.employee, posting: { agency: '', supervisor: posting?.supervisor ?? null } }
  const superiors = reviewersFor(viewer, whom, businessDay(source, region), acting)
  return viewer.employee !== undefined && superiors.includes(viewer.employee)
}

/** Those who answer to somebody: as superior, as head, or acting for one of them. */
const reachedBy = async (tx: Tx, source: Source, region: RegionAsListed, viewer: Viewer): Promise<string[]> =>
  viewer.employee === undefined
    ? []
    : (await subordinatesOf(tx, viewer.employee, agenciesLed(viewer), roleWindow(source, region))).map(
        ({ employee }) => employee,
      )

/** Corrections whose word is somebody's now, the oldest first. */
export const waitingCorrections = (source: Source, region: RegionAsListed, viewer: Viewer): Promise<Correction[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const theirs: Correction[] = []
    const isForAll = viewer.roles.some(({ role }) => role === 'personnel_agency')
    const reach = isForAll ? undefined : await reachedBy(tx, source, region, viewer)
    for (const one of await known(tx, source, region, await undecided(tx, reach)))
      if (await isTheirs(tx, source, region, viewer, one)) theirs.push(one)
    return theirs
  })

export interface Verdict {
  /** The round it was given for: sent again it decides no other one. */
  readonly round: Round
  readonly outcome: CorrectionDecision['outcome']
  readonly reason: string
}

/** What was decided in a round; of one that was not, everything is null. */
const rulingIn = (row: Row, round: Round) =>
  round === 1
    ? { by: row.decidedBy, outcome: row.outcome, reason: row.decidedFor }
    : { by: row.appealDecidedBy, outcome: row.appealOutcome, reason: row.appealDecidedFor }

/**
 * Decides a correction; sent again, it is decided once. One that is accepted becomes a word of whoever accepts it, beside
 * the records of the day.
 */
export const decideCorrection = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { employee, correction }: { readonly employee: string; readonly correction: string },
  { round, outcome, reason }: Verdict,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockCorrections(tx, employee)
    const row = await correctionById(tx, employee, correction)
    const [one] = row ? await known(tx, source, region, [row]) : []
    const level = one?.standing.level ?? null
    const [now, by] = [source.clock.moment(), viewer.employee ?? viewer.account]
    const why = reason.trim() || null
    const made = row && rulingIn(row, round)
    const isRepeated = made?.by === by && made.outcome === outcome && made.reason === why
    if (isRepeated) return undefined
    const isOpen = one !== undefined && made?.outcome === null && round === roundNow(one)
    // Of somebody out of reach nothing is told, not even that there is nothing.
    if (!isOpen || level === null || !(await isTheirs(tx, source, region, viewer, one)))
      return { refused: 'correction-not-yours-to-decide' }
    if (outcome === 'refused' && why === null) return { refused: 'correction-reason-missing' }
    await addDecision(tx, {
      employee_id: employee,
      correction_id: correction,
      round,
      outcome,
      reason: why,
      decided_by: by,
      decided_as: level,
      decided_at: new Date(now).toISOString(),
    })
    const { agency, day, moment, place, at } = one
    const body = { id: correction, day, outcome, as: level, round }
    await recordEvent(tx, { actor: by, kind: 'correction-decided', subject: employee, agency, body })
    const word = { id: correction, employee, agency, day, moment, place, at, reason: one.reason, seenBy: null }
    if (outcome === 'accepted') await keepVouchers(tx, [word], { kind: 'superior_word', by, now })
    await tellOfArrival(tx, source, region, 'correction_answered', [employee])
    return undefined
  })

/** Appeals a refusal, once; sent again, it is the same appeal. */
export const appealCorrection = (
  source: Source,
  region: RegionAsListed,
  employee: string,
  correction: string,
  why: string,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockCorrections(tx, employee)
    const row = await correctionById(tx, employee, correction)
    const [one] = row ? await known(tx, source, region, [row]) : []
    if (!one) return { refused: 'not-found' }
    if (one.appealedFor !== null && one.appealedFor === why.trim()) return undefined
    if (!one.standing.appealable) return { refused: 'correction-not-appealable' }
    if (why.trim() === '') return { refused: 'correction-reason-missing' }
    await appeal(tx, employee, correction, why.trim(), new Date(source.clock.moment()).toISOString())
    const body = { id: correction, day: one.day }
    await recordEvent(tx, { actor: employee, kind: 'correction-appealed', subject: employee, agency: one.agency, body })
    await tellWhoDecides(tx, source, region, employee, correction)
    return undefined
  })

/** Those whose day is open: a correction of it is not closed, and the day counts against nobody. */
export async function openOn(
  tx: Tx,
  source: Pick<Source, 'clock'>,
  day: Day,
  employees: readonly string[],
): Promise<ReadonlySet<string>> {
  const since = new Date(appealableSince(source.clock.moment())).toISOString()
  return new Set((await openAbout(tx, day, since, employees)).map((one) => one.employee))
}

/** How many corrections people asked for about days from one to another. */
export const correctionsBetween = (
  db: Db,
  { code }: RegionAsListed,
  period: { readonly from: Day; readonly until: Day },
): Promise<ReadonlyMap<string, number>> =>
  as(db, { region: code, reach: 'region' }, async (tx) => {
    const rows = await correctionsAsked(tx, period)
    return new Map(rows.map(({ employee, times }) => [employee, times]))
  })
