/** Objections to decisions about oneself: made, answered by the desk whose word it is, appealed once, or withdrawn. */
import { appealableSince, type Happening, type Round, type Ruling, roundNow } from '@piket/domain/access/recourse.ts'
import { sitsAt, type Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { Receipt } from '@piket/domain/decision/receipt.ts'
import { type AnswerGiven, answerFault } from '@piket/domain/objection/answer.ts'
import {
  type Desk,
  desksFor,
  isObjectionDay,
  type ObjectionCourse,
  type ObjectionKind,
  type ObjectionStanding,
  objectionHistory,
  objectionStanding,
} from '@piket/domain/objection/objection.ts'
import type { StaffColumn } from '@piket/domain/objection/staff-columns.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { loadRegister } from '../circular/service.ts'
import { tellDeciders } from '../decider/service.ts'
import { receiptsOf } from '../decision/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { leadingOf } from '../leader/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, postingOf } from '../staff/service.ts'
import {
  addDecision,
  addObjection,
  lockObjections,
  markObjection,
  objectionById,
  objectionsOf,
  openAbout,
  unanswered,
} from './queries.ts'

/** An answer with the name of who gave it; empty where they have no staff record. */
export interface NamedAnswer extends Ruling<Desk> {
  readonly reason: string
  /** The clause that a refusal rests on, as circular/clause. */
  readonly clause: string | null
  /** Page of Piket where the change is seen. */
  readonly changedAt: string | null
  /** Day of the staff list from which the record will be right. */
  readonly rightFrom: Day | null
  readonly by: string
  readonly byName: string
}

/** An objection with how it stands now. */
export interface Objection extends ObjectionCourse {
  readonly id: string
  readonly employee: string
  readonly name: string
  readonly agency: string
  readonly kind: ObjectionKind
  readonly day: Day
  /** Against the rule on every later day too. */
  readonly everyDay: boolean
  /** Of the staff record; null: the objection is about something else. */
  readonly column: StaffColumn | null
  readonly reason: string
  /** The clause that decided, as circular/clause; null: none, or one that only the person may know. */
  readonly clause: string | null
  /** Of the decision as it was when the person objected, in full: for the person alone. */
  readonly receipt: Receipt
  /** The same one sealed, for whoever answers. */
  readonly seenReceipt: Receipt
  readonly appealedFor: string | null
  readonly decision: NamedAnswer | null
  readonly appealDecision: NamedAnswer | null
  readonly standing: ObjectionStanding
  /** Everything that has happened, the oldest first. */
  readonly history: readonly Happening<Desk>[]
}

type Row = Awaited<ReturnType<typeof unanswered>>[number]

async function known(tx: Tx, source: Source, region: RegionAsListed, rows: readonly Row[]): Promise<Objection[]> {
  const now = source.clock.moment()
  const window = roleWindow(source, region)
  const people = rows.flatMap((one) => [one.employee, one.decision?.by ?? [], one.appealDecision?.by ?? []].flat())
  const name = await namesOf(tx, people)
  const nameOf = (by: string) => (name(by) === by ? '' : name(by))
  const postings = new Map<string, { readonly agency: string; readonly leads: boolean }>()
  for (const employee of new Set(rows.map((row) => row.employee))) {
    const posting = await postingOf(tx, employee, window)
    const led = posting ? (await leadingOf(tx, employee, posting, window)).agencies : []
    postings.set(employee, { agency: posting?.agency ?? '', leads: led.includes(posting?.agency ?? '') })
  }
  return rows.map(({ decision, appealDecision, receipt, seenReceipt, ...row }) => {
    const { agency, leads } = postings.get(row.employee) ?? { agency: '', leads: false }
    const levels = desksFor(row.kind as ObjectionKind, { leads })
    const named = (one: Row['decision']) => one && ({ ...one, byName: nameOf(one.by) } as NamedAnswer)
    const course = { ...row, decision: named(decision), appealDecision: named(appealDecision) }
    return {
      ...course,
      name: name(row.employee),
      agency,
      kind: row.kind as ObjectionKind,
      day: row.day as Day,
      column: row.column as StaffColumn | null,
      receipt: receipt as unknown as Receipt,
      seenReceipt: seenReceipt as unknown as Receipt,
      standing: objectionStanding(course, levels, now),
      history: objectionHistory(course, levels, now),
    }
  })
}

async function one(tx: Tx, source: Source, region: RegionAsListed, employee: string, objection: string) {
  const row = await objectionById(tx, employee, objection)
  return row && (await known(tx, source, region, [row]))[0]
}

/** What somebody objects to. */
export interface NewObjection extends Pick<Objection, 'id' | 'kind' | 'day' | 'everyDay' | 'column' | 'reason'> {}

/**
 * Objects to a decision about oneself. Sent twice it is one; under the id of another one it is refused.
 * @returns a refusal where it is not whole, too far off, or made already
 */
export async function object(
  source: Source,
  region: RegionAsListed,
  employee: string,
  { id, kind, day, everyDay, column, reason }: NewObjection,
): Promise<Refusal | undefined> {
  if (reason.trim() === '') return { refused: 'objection-reason-missing' }
  if (kind === 'record' && column === null) return { refused: 'objection-column-missing' }
  if (!isObjectionDay(day, businessDay(source, region))) return { refused: 'objection-day-far' }
  const decided = await receiptsOf(source, region, employee, day)
  if (isRefusal(decided)) return decided
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockObjections(tx, employee)
    const own = await known(tx, source, region, await objectionsOf(tx, employee))
    const about = kind === 'record' ? column : null
    const isSame = (other: Objection) => other.kind === kind && other.column === about && other.day === day
    const kept = own.find((other) => other.id === id)
    if (kept) {
      const isRepeated = isSame(kept) && kept.everyDay === everyDay && kept.reason === reason.trim()
      return isRepeated ? undefined : { refused: 'form-used' }
    }
    if (own.some((other) => isSame(other) && other.standing.open)) return { refused: 'objection-open-already' }
    await addObjection(tx, {
      employee_id: employee,
      objection_id: id,
      kind,
      day,
      standing: everyDay,
      staff_column: about,
      reason: reason.trim(),
      clause: decided.clause,
      receipt: JSON.stringify(decided.full),
      seen_receipt: JSON.stringify(decided.sealed),
      asked_at: new Date(source.clock.moment()).toISOString(),
    })
    const made = await one(tx, source, region, employee, id)
    if (made) await record(tx, made, { kind: 'objection-made', actor: employee })
    await tellWhoAnswers(tx, source, region, made)
    return undefined
  })
}

/** Leaves the event of a step. Of health the head of the agency is told nothing. */
const record = (
  tx: Tx,
  { id, employee, agency, kind, clause }: Objection,
  step: { readonly kind: string; readonly actor: string; readonly clause?: string | null; readonly body?: object },
) => {
  const cited = step.clause ?? clause
  return recordEvent(tx, {
    actor: step.actor,
    kind: step.kind,
    subject: employee,
    ...(kind !== 'health' && { agency }),
    ...(cited !== null && { clause: cited }),
    body: { id, kind, ...step.body },
  })
}

/** Tells the desk that has the word now. */
async function tellWhoAnswers(tx: Tx, source: Source, region: RegionAsListed, made: Objection | undefined) {
  const level = made?.standing.level
  if (!level) return
  const { employee } = made
  await tellDeciders(tx, source, region, { kind: 'objection_to_decide', employee, posts: [level], by: employee })
}

/** What somebody has objected to, the newest first. */
export const ownObjections = (source: Source, region: RegionAsListed, employee: string): Promise<Objection[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) =>
    known(tx, source, region, await objectionsOf(tx, employee)),
  )

/** Whether the word on an objection is somebody's now. */
export const isTheirs = (viewer: Viewer, objection: Objection): boolean =>
  objection.standing.level !== null && sitsAt(viewer, objection.standing.level, objection)

const waitingSince = ({ askedAt, appealedAt }: Objection): number => appealedAt ?? askedAt

/** Objections whose word is somebody's now, the one that has waited longest first. */
export const waitingObjections = (source: Source, region: RegionAsListed, viewer: Viewer): Promise<Objection[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) =>
    (await known(tx, source, region, await unanswered(tx)))
      .filter((each) => isTheirs(viewer, each))
      .toSorted((a, b) => waitingSince(a) - waitingSince(b)),
  )

/** An open question that the clause of an objection is part of. */
export interface LinkedQuestion {
  readonly circular: string
  readonly question: string
  readonly text: string
}

export interface ObjectionRead {
  readonly objection: Objection
  readonly questions: readonly LinkedQuestion[]
  /** The documents on file now, by id. */
  readonly documents: ReadonlyMap<string, Circular>
}

/** One objection, for its person and for the desks that have had the word. */
export const readObjection = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  { employee, objection }: { readonly employee: string; readonly objection: string },
): Promise<ObjectionRead | Refusal> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const found = await one(tx, source, region, employee, objection)
    const mayRead = (each: Objection) =>
      viewer.employee === each.employee || each.history.some(({ level }) => sitsAt(viewer, level, each))
    if (!found || !mayRead(found)) return { refused: 'not-found' }
    const { filed } = await loadRegister(tx, roleWindow(source, region))
    const documents = new Map(filed.map(({ id, doc }) => [id, doc]))
    const [circular = '', clause] = found.kind === 'clause' ? (found.clause?.split('/') ?? []) : []
    if (clause === undefined) return { objection: found, questions: [], documents }
    const doc = documents.get(circular)
    const about = `clauses.${clause}`
    const questions = (doc?.open_questions ?? [])
      .filter((question) => question.about.some((path) => path === about || path.startsWith(`${about}.`)))
      .map(({ id, text }) => ({ circular, question: id, text }))
    return { objection: found, questions, documents }
  })

/** Where answers come in, which knows its own pages. */
interface Site extends Source {
  hasPage(path: string): boolean
}

/**
 * Answers an objection whose word is one's own now; sent again, it is answered once. The page of the change comes as an
 * address, as it was typed.
 */
export const answerObjection = (
  source: Site,
  region: RegionAsListed,
  viewer: Viewer,
  { employee, objection }: { readonly employee: string; readonly objection: string },
  given: AnswerGiven & {
    /** The round it was given for: sent again it answers no other one. */
    readonly round: Round
    /** The address at which Piket was asked. */
    readonly site: string
  },
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockObjections(tx, employee)
    const by = viewer.employee ?? viewer.account
    const found = await one(tx, source, region, employee, objection)
    const level = found?.standing.level ?? null
    const address = given.changedAt?.trim() || null
    const changedAt = address && pageOf(source, region, given.site, address)
    const answer: AnswerGiven = {
      outcome: given.outcome,
      reason: given.reason.trim(),
      clause: given.clause?.trim() || null,
      changedAt: changedAt ?? null,
      rightFrom: given.rightFrom,
    }
    const { round } = given
    const made = round === 1 ? found?.decision : found?.appealDecision
    if (made?.by === by && saidIn(made) === saidIn(answer)) return undefined
    const isOpen = found !== undefined && made === null && round === roundNow(found)
    // Of an objection out of reach nothing is told, not even that there is none.
    if (!isOpen || level === null || !isTheirs(viewer, found)) return { refused: 'objection-not-yours-to-answer' }
    if (changedAt === undefined) return { refused: 'objection-change-elsewhere' }
    const fault = answerFault(found, answer, await filedClauses(tx, source, region, answer.clause))
    if (fault) return { refused: fault }
    const { outcome, reason, clause, rightFrom } = answer
    await addDecision(tx, {
      employee_id: employee,
      objection_id: objection,
      ...{ round, outcome, reason, clause },
      changed_at: answer.changedAt,
      right_from: rightFrom,
      decided_by: by,
      decided_as: level,
      decided_at: new Date(source.clock.moment()).toISOString(),
    })
    const body = { outcome, as: level, round }
    await record(tx, found, { kind: 'objection-answered', actor: by, clause, body })
    await tellOfArrival(tx, source, region, 'objection_answered', [employee])
    return undefined
  })

/** All that an answer says, to be compared. */
const saidIn = ({ outcome, reason, clause, changedAt, rightFrom }: AnswerGiven): string =>
  JSON.stringify([outcome, reason, clause, changedAt, rightFrom])

/** The page of the region that an address names, as people copy one; undefined: it names none. */
function pageOf({ hasPage }: Site, { slug }: RegionAsListed, site: string, address: string): string | undefined {
  if (!URL.canParse(address, site)) return undefined
  const { host, pathname, search, hash } = new URL(address, site)
  const isOurs = host === new URL(site).host && pathname.startsWith(`/${slug}/`) && hasPage(pathname)
  return isOurs ? `${pathname}${search}${hash}` : undefined
}

/** Whether a clause stands in a document on file; looked up where one is cited at all. */
async function filedClauses(tx: Tx, source: Source, region: RegionAsListed, cited: string | null) {
  if (cited === null) return () => false
  const { filed } = await loadRegister(tx, roleWindow(source, region))
  return (clause: string) => filed.some(({ id, doc }) => doc.clauses.some((each) => `${id}/${each.id}` === clause))
}

/** Appeals a refusal, once; sent again, it is the same appeal. */
export const appealObjection = (
  source: Source,
  region: RegionAsListed,
  employee: string,
  objection: string,
  why: string,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockObjections(tx, employee)
    const found = await one(tx, source, region, employee, objection)
    if (!found) return { refused: 'not-found' }
    if (found.appealedFor !== null && found.appealedFor === why.trim()) return undefined
    if (!found.standing.appealable) return { refused: 'objection-not-appealable' }
    if (why.trim() === '') return { refused: 'objection-reason-missing' }
    const at = new Date(source.clock.moment()).toISOString()
    await markObjection(tx, employee, objection, { appealed_at: at, appealed_for: why.trim() })
    await record(tx, found, { kind: 'objection-appealed', actor: employee })
    await tellWhoAnswers(tx, source, region, await one(tx, source, region, employee, objection))
    return undefined
  })

/** Withdraws an objection, at any time until it is closed; sent again, it is withdrawn once. */
export const withdrawObjection = (
  source: Source,
  region: RegionAsListed,
  employee: string,
  objection: string,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockObjections(tx, employee)
    const found = await one(tx, source, region, employee, objection)
    if (!found) return { refused: 'not-found' }
    if (found.standing.state === 'withdrawn') return undefined
    if (!found.standing.open) return { refused: 'objection-closed' }
    await markObjection(tx, employee, objection, { withdrawn_at: new Date(source.clock.moment()).toISOString() })
    await record(tx, found, { kind: 'objection-withdrawn', actor: employee })
    return undefined
  })

/** Those whose day is open: an objection that bears on it is not closed, and the day counts against nobody. */
export async function objectedOn(
  tx: Tx,
  source: Pick<Source, 'clock'>,
  day: Day,
  employees: readonly string[],
): Promise<ReadonlySet<string>> {
  const since = new Date(appealableSince(source.clock.moment())).toISOString()
  return new Set((await openAbout(tx, day, since, employees)).map((one) => one.employee))
}
