/** Orders to the office as they are kept, and how each stands: by its answer, by check-ins, by the clock. */
import {
  acknowledge,
  courseOf,
  decline,
  type Linked,
  type Recall,
  type RecallAnswered,
  type RecallState,
  type Settlement,
} from '@piket/domain/attendance/recall.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { checkInsIn, checkInsOf, type GradedCheckIn } from '../check-in-grade/service.ts'
import { businessDay, realDayOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import {
  addRecall,
  cancellationRow,
  changeRecall,
  keptSince,
  linkedPeople,
  lockRecalls,
  recallRow,
  recallsOfDay,
  recallsOfForm,
  unarrivedWithRecord,
  unsettledOf,
} from './queries.ts'

/** A recall with what only its record says. */
export interface KeptRecall extends Recall, Linked {
  readonly day: Day
  readonly agency: string
  /** As `circular/clause`: who lets the person be called. */
  readonly clause: string
  readonly orderedBy: string
  /** The post in which it was ordered. */
  readonly orderedAs: string
  /** The superior who heard the answer by telephone; null: the person's own. */
  readonly answeredTo: string | null
  /** What who comes said by telephone. */
  readonly answerWords: string | null
  /** Who says that the person came; null: a check-in at the office, or nobody. */
  readonly arrivalBy: string | null
  /** The superior's word where nobody came; null: none yet. */
  readonly settled: { readonly as: Settlement; readonly for: string; readonly by: string; readonly at: number } | null
  /** Why nobody is wanted any more, and who said so; null: it stands. */
  readonly cancelled: { readonly for: string; readonly by: string; readonly at: number } | null
}

type Row = NonNullable<Awaited<ReturnType<typeof recallRow>>>

/** The record, with what it says itself; check-ins and the clock are added by `followed`. */
function keptOf({ answer, answerForm: _, ...row }: Row): KeptRecall {
  const { settledAs, settledFor, settledBy, settledAt, cancelledFor, cancelledBy, ...own } = row
  const answered = (answer as RecallState | null) ?? 'ordered'
  const state = row.arrivedAt !== null ? 'arrived' : row.cancelledAt !== null ? 'cancelled' : answered
  const heard = row.answeredTo !== null
  const settled =
    settledAs === null
      ? null
      : { as: settledAs as Settlement, for: settledFor ?? '', by: settledBy ?? '', at: settledAt ?? 0 }
  const cancelled =
    row.cancelledAt === null ? null : { for: cancelledFor ?? '', by: cancelledBy ?? '', at: row.cancelledAt }
  return { ...own, day: row.day as Day, reason: row.reason as Recall['reason'], state, heard, settled, cancelled }
}

/** Recalls of a day as their records have them. Of a demonstration, those of today's date. */
export const recallsOn = async (
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  day: Day,
  { employees, hold = false }: { readonly employees?: readonly string[]; readonly hold?: boolean } = {},
): Promise<KeptRecall[]> =>
  (await recallsOfDay(tx, day, { since: sinceOf(source, region, day), employees, hold })).map(keptOf)

/** Recalls of a day as they stand now, by everything that a transaction sees. */
export async function recallsStanding(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  day: Day,
  some: Parameters<typeof recallsOn>[4] = {},
): Promise<KeptRecall[]> {
  const kept = await recallsOn(tx, source, region, day, some)
  const people = [...new Set(kept.map(({ person }) => person))]
  const checkIns = byPersonAndDay(await checkInsIn(tx, { from: day, until: day, employees: people }))
  const now = source.clock.moment()
  return kept.map((one) => followed(one, checkIns(one), now))
}

/**
 * Recalls whose record has no arrival: of today, and of days before on which their people checked in, as a phone without
 * a signal may have sent later.
 */
export async function recallsUnarrived(source: Source, region: RegionAsListed): Promise<readonly KeptRecall[][]> {
  const today = businessDay(source, region)
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => [
    (await unarrivedWithRecord(tx, firstOpenDay(region, today), today)).map(keptOf),
    (await recallsOn(tx, source, region, today)).filter(({ arrivedAt }) => arrivedAt === null),
  ])
}

/** The recalls that came with a form; none: it is new. */
export const recallsOf = async (tx: Tx, order: string): Promise<KeptRecall[]> =>
  (await recallsOfForm(tx, order)).map(keptOf)

/** Who somebody called comes instead of, and who was called instead of them; employee ids. */
export async function linkedTo(
  tx: Tx,
  { id, insteadOf }: Pick<KeptRecall, 'id' | 'insteadOf'>,
): Promise<{ readonly insteadOf: string | null; readonly substitutes: readonly string[] }> {
  const linked = await linkedPeople(tx, id, insteadOf)
  return {
    insteadOf: linked.find((one) => one.id === insteadOf)?.person ?? null,
    substitutes: linked.filter((one) => one.id !== insteadOf).map(({ person }) => person),
  }
}

const sinceOf = (source: Source, region: RegionAsListed, day: Day) =>
  new Date(
    region.demoDay === null ? 0 : momentOf(realDayOf(source, region, day), 0, zoneOffset[region.zone]),
  ).toISOString()

/** How a recall stands now, given the check-ins of its person that day. */
export function followed(recall: KeptRecall, checkIns: readonly GradedCheckIn[], now: number): KeptRecall {
  const answers = checkIns.flatMap(({ record: { kind, recall: said, note }, time }): RecallAnswered[] =>
    kind === 'recall_answer' && said?.recall === recall.id
      ? [{ at: time.claimedAt, answer: said.answer, why: note }]
      : [],
  )
  const came = checkIns.flatMap(({ record: { kind, place }, time }) =>
    kind === 'in' && place === 'office' ? [time.claimedAt] : [],
  )
  const course = courseOf(recall, { answers, came, now })
  return { ...recall, ...course, ...(!course.heard && { answeredTo: null, answerWords: null }) }
}

/** Who changes what, and when. */
export interface Change {
  readonly recall: KeptRecall
  /** What its record says alone. */
  readonly row: Row
  readonly at: number
  readonly now: string
}

/** What is done to a recall that is held; a refusal where it cannot be. */
export type Work = (tx: Tx, change: Change) => Promise<Refusal | undefined>

/** Holds a recall, as it stands now, for a change. @returns a refusal when there is none, or the change cannot be */
export async function holdRecall(
  source: Source,
  region: RegionAsListed,
  id: string,
  work: Work,
): Promise<Refusal | undefined> {
  const row = await openRow(source, region, id)
  if (!row) return { refused: 'not-found' }
  const checkIns = await checkInsFor(source, region, [row])
  return holdRecallGiven(source, region, id, checkIns(row), work)
}

/** Who changes several at once, and when. */
export interface ChangeOfMany extends Pick<Change, 'at' | 'now'> {
  readonly recalls: readonly KeptRecall[]
}

/**
 * Holds the recalls of some people, of the day of one of them, for a change to several at once. Nobody is called meanwhile.
 * @returns a refusal when that one is not of these people, or the change cannot be
 */
export async function holdRecallsBeside(
  source: Source,
  region: RegionAsListed,
  { id, employees }: { readonly id: string; readonly employees: readonly string[] },
  work: (tx: Tx, change: ChangeOfMany) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> {
  const row = await openRow(source, region, id)
  if (!row || !employees.includes(row.person)) return { refused: 'not-found' }
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await lockRecalls(tx, row.day)
    const recalls = await recallsStanding(tx, source, region, row.day as Day, { employees, hold: true })
    const at = source.clock.moment()
    return work(tx, { recalls, at, now: new Date(at).toISOString() })
  })
}

/** The record of a recall whose day can change still. */
async function openRow(source: Source, region: RegionAsListed, id: string): Promise<Row | undefined> {
  const day = businessDay(source, region)
  const row = await as(source.db, { region: region.code, reach: 'region' }, (tx) => recallRow(tx, id))
  return row && row.day <= day && row.day >= firstOpenDay(region, day) ? row : undefined
}

/** So many days back check-ins are taken, and what nobody came to can be settled. */
const daysBack = 31

/** The earliest day of which recalls can change. The day of a demonstration has none before it. */
const firstOpenDay = ({ demoDay }: RegionAsListed, today: Day): Day =>
  demoDay === null ? addDays(today, -daysBack) : today

/** Recalls of days before today, of some people, to which nobody came and of which the superior has said nothing. */
export async function missedBefore(
  source: Source,
  region: RegionAsListed,
  employees: readonly string[],
): Promise<KeptRecall[]> {
  const today = businessDay(source, region)
  const actor = { region: region.code, reach: 'region' } as const
  const from = firstOpenDay(region, today)
  const rows = await as(source.db, actor, (tx) => unsettledOf(tx, from, today, employees))
  const checkIns = await checkInsFor(source, region, rows)
  const now = source.clock.moment()
  return rows.map((row) => followed(keptOf(row), checkIns(row), now)).filter(({ state }) => state === 'no_show')
}

/** A recall as it stands now; undefined: there is none of that id. */
export async function recallNow(source: Source, region: RegionAsListed, id: string): Promise<KeptRecall | undefined> {
  const row = await as(source.db, { region: region.code, reach: 'region' }, (tx) => recallRow(tx, id))
  if (!row) return undefined
  const checkIns = await checkInsFor(source, region, [row])
  return followed(keptOf(row), checkIns(row), source.clock.moment())
}

/** Recalls of some people to which nobody came, kept by their superior as a matter to talk about; the newest first. */
export async function recallsKept(
  source: Source,
  region: RegionAsListed,
  employees: readonly string[],
): Promise<KeptRecall[]> {
  const from = firstOpenDay(region, businessDay(source, region))
  const actor = { region: region.code, reach: 'region' } as const
  const rows = await as(source.db, actor, (tx) => keptSince(tx, from, employees))
  const checkIns = await checkInsFor(source, region, rows)
  const now = source.clock.moment()
  return rows.map((row) => followed(keptOf(row), checkIns(row), now)).filter(({ state }) => state === 'no_show')
}

/**
 * Check-ins of the people and days of some recalls that their own phones signed, as far as is known yet; read at once and
 * given for each of these.
 */
export async function checkInsFor(
  source: Source,
  region: RegionAsListed,
  rows: readonly OfDay[],
): Promise<(row: OfDay) => readonly GradedCheckIn[]> {
  const days = rows.map(({ day }) => day as Day).toSorted()
  const [from, until] = [days[0], days.at(-1)]
  if (from === undefined || until === undefined) return () => []
  const employees = [...new Set(rows.map(({ person }) => person))]
  return byPersonAndDay(await checkInsOf(source.db, region.code, { from, until, employees }))
}

function byPersonAndDay(checkIns: readonly GradedCheckIn[]): (row: OfDay) => readonly GradedCheckIn[] {
  const made = new Map<string, GradedCheckIn[]>()
  for (const one of checkIns) {
    if (one.signatureHolds === false) continue
    const key = keyOf(one.record)
    const others = made.get(key)
    if (others) others.push(one)
    else made.set(key, [one])
  }
  return (row) => made.get(keyOf(row)) ?? []
}

/** What is told apart by person and day. */
interface OfDay {
  readonly day: string
  readonly person: string
}

const keyOf = ({ day, person }: OfDay) => `${day} ${person}`

/** Holds a recall for a change, given check-ins of its person. Its row is read again. */
export const holdRecallGiven = (
  source: Source,
  region: RegionAsListed,
  id: string,
  checkIns: readonly GradedCheckIn[],
  work: Work,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const row = await recallRow(tx, id)
    if (!row) return { refused: 'not-found' }
    const at = source.clock.moment()
    const recall = followed(keptOf(row), checkIns, at)
    return work(tx, { recall, row, at, now: new Date(at).toISOString() })
  })

/** The person's answer, which takes the place of one that a superior heard. Said twice it is said once. */
export const answerRecall = (
  source: Source,
  region: RegionAsListed,
  employee: string,
  id: string,
  { answer, why }: { readonly answer: RecallAnswered['answer']; readonly why: string },
): Promise<Refusal | undefined> =>
  holdRecall(source, region, id, async (tx, { recall, at, now }) => {
    if (recall.person !== employee) return { refused: 'not-found' }
    const isSaid = answer === 'acknowledged' || recall.declinedFor === why.trim()
    if (recall.state === answer && !recall.heard && isSaid) return undefined
    const next = answer === 'acknowledged' ? acknowledge(recall, at) : decline(recall, why, at)
    if (isRefused(next)) return { refused: next.refused }
    const answered = { answer, answered_at: now, declined_for: next.declinedFor }
    const unheard = { answered_to: null, answer_form: null, answer_words: null }
    await keepChange(tx, recall, { ...answered, ...unheard }, { actor: employee, kind: `recall-${answer}` })
    return undefined
  })

/** Why a recall that somebody has answered was cancelled; undefined: it stands, or is nobody's or another one's. */
export async function cancellationOf(
  db: Db,
  region: string,
  answered: { readonly recall: string; readonly person: string; readonly day: string },
): Promise<string | undefined> {
  const found = await as(db, { region, reach: 'region' }, (tx) => cancellationRow(tx, answered))
  return found?.why ?? undefined
}

/** Changes the record of a recall that is held, and says who did it. */
export async function keepChange(
  tx: Tx,
  { id, agency, clause }: KeptRecall,
  change: Parameters<typeof changeRecall>[2],
  event: { readonly actor: string; readonly kind: string; readonly body?: Readonly<Record<string, unknown>> },
): Promise<void> {
  await changeRecall(tx, id, change)
  await recordEvent(tx, { ...event, subject: id, agency, clause })
}

/** Keeps that a notice of a recall that is held went out once more. */
export const keepReminder = (tx: Tx, { recall: { id }, now }: Change) => changeRecall(tx, id, { noticed_at: now })

/** A new order, for one of those who are called. */
export interface NewRecall extends Recall {
  /** Of the form, so that a form sent twice calls once. */
  readonly order: string
  readonly day: Day
  readonly agency: string
  readonly clause: string
  readonly orderedBy: string
  readonly orderedAs: string
  readonly insteadOf: string | null
}

/** Keeps an order; undefined: it was kept before. */
export async function keepRecall(tx: Tx, recall: NewRecall): Promise<string | undefined> {
  const at = new Date(recall.orderedAt).toISOString()
  const added = await addRecall(tx, {
    order_id: recall.order,
    day: recall.day,
    employee_id: recall.person,
    agency_id: recall.agency,
    reason: recall.reason,
    clause: recall.clause,
    place: recall.to,
    ordered_by: recall.orderedBy,
    ordered_as: recall.orderedAs,
    ordered_at: at,
    arrive_by_at: new Date(recall.arriveByAt).toISOString(),
    noticed_at: at,
    instead_of: recall.insteadOf,
  })
  if (!added) return undefined
  const { agency, clause, orderedBy: actor, person, reason, insteadOf } = recall
  const body = { person, reason, ...(insteadOf !== null && { instead_of: insteadOf }) }
  await recordEvent(tx, { actor, kind: 'recall-ordered', subject: added.id, agency, clause, body })
  return added.id
}

/** Lets one superior at a time call people of the region. */
export const holdRecalls = lockRecalls
