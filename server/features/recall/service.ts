/** Orders to the office as they are kept, and how each stands: by its answer, by check-ins, by the clock. */
import {
  acknowledge,
  arrive,
  courseOf,
  decline,
  hear,
  type Recall,
  type RecallAnswered,
  type RecallState,
  remind,
  type Settlement,
  settlingWord,
} from '@piket/domain/attendance/recall.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { instantAt, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, wasRecorded } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import { checkInsIn, checkInsOf, type GradedCheckIn } from '../check-in-grade/service.ts'
import { saveFacts } from '../fact/service.ts'
import { businessDay, realDayOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import {
  addRecall,
  changeRecall,
  linkedPeople,
  lockRecalls,
  recallRow,
  recallsOfDay,
  recallsOfForm,
  unarrivedWithRecord,
  unsettledOf,
} from './queries.ts'

interface Source {
  readonly db: Db
  readonly clock: Clock
}

/** A recall with what only its record says. */
export interface KeptRecall extends Recall {
  readonly id: string
  /** Of the form it came with. */
  readonly order: string
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
  /** The recall of somebody who cannot come, in whose place this one was ordered; null: none. */
  readonly insteadOf: string | null
  /** Who says that the person came; null: a check-in at the office, or nobody. */
  readonly arrivalBy: string | null
  /** The superior's word where nobody came; null: none yet. */
  readonly settled: { readonly as: Settlement; readonly for: string; readonly by: string; readonly at: number } | null
}

type Row = NonNullable<Awaited<ReturnType<typeof recallRow>>>

/** The record, with what it says itself; check-ins and the clock are added by `followed`. */
function keptOf({ settledAs, settledFor, settledBy, settledAt, answer, answerForm: _, ...row }: Row): KeptRecall {
  const state: RecallState = row.arrivedAt !== null ? 'arrived' : ((answer as RecallState | null) ?? 'ordered')
  const heard = row.answeredTo !== null
  const settled =
    settledAs === null
      ? null
      : { as: settledAs as Settlement, for: settledFor ?? '', by: settledBy ?? '', at: settledAt ?? 0 }
  return { ...row, day: row.day as Day, reason: row.reason as Recall['reason'], state, heard, settled }
}

/** Recalls of a day as their records have them. Of a demonstration, those of today's date. */
export const recallsOn = async (
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  day: Day,
  employees?: readonly string[],
): Promise<KeptRecall[]> => (await recallsOfDay(tx, day, sinceOf(source, region, day), employees)).map(keptOf)

/** Recalls of a day as they stand now, by everything that a transaction sees. */
export async function recallsStanding(tx: Tx, source: Source, region: RegionAsListed, day: Day): Promise<KeptRecall[]> {
  const kept = await recallsOn(tx, source, region, day)
  const employees = [...new Set(kept.map(({ person }) => person))]
  const checkIns = byPersonAndDay(await checkInsIn(tx, { from: day, until: day, employees }))
  const now = source.clock.moment()
  return kept.map((one) => followed(one, signedBy(one, checkIns(one)), now))
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
interface Change {
  readonly recall: KeptRecall
  /** What its record says alone. */
  readonly row: Row
  readonly at: number
  readonly now: string
}

type Work = (tx: Tx, change: Change) => Promise<Refusal | undefined>

/** Changes a recall as it stands now. @returns a refusal when there is none, or the change cannot be */
async function change(source: Source, region: RegionAsListed, id: string, work: Work): Promise<Refusal | undefined> {
  const day = businessDay(source, region)
  const row = await as(source.db, { region: region.code, reach: 'region' }, (tx) => recallRow(tx, id))
  if (!row || row.day > day || row.day < firstOpenDay(region, day)) return { refused: 'not-found' }
  return changeGiven(source, region, id, await ownCheckIns(source, region, row), work)
}

/** So many days back check-ins are taken, and what nobody came to can be settled. */
const daysBack = 31

/** The earliest day of which recalls can change. The day of a demonstration has none before it. */
const firstOpenDay = ({ demoDay }: RegionAsListed, today: Day): Day =>
  demoDay === null ? addDays(today, -daysBack) : today

const ownCheckIns = (source: Source, region: RegionAsListed, { day, person }: OfDay) =>
  checkInsOf(source.db, region.code, { from: day as Day, until: day as Day, employees: [person] })

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
  return rows
    .map((row) => followed(keptOf(row), signedBy(row, checkIns(row)), now))
    .filter(({ state }) => state === 'no_show')
}

/** Check-ins of the people and days of some recalls, read at once; given for each of these. */
async function checkInsFor(
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

/** Check-ins that the person's own phone signed, as far as is known yet. */
const signedBy = ({ person }: OfDay, checkIns: readonly GradedCheckIn[]) =>
  checkIns.filter(({ record, signatureHolds }) => record.person === person && signatureHolds !== false)

/** Changes a recall, given check-ins of its person. The row is read again, and held. */
const changeGiven = (
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
    const recall = followed(keptOf(row), signedBy(row, checkIns), at)
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
  change(source, region, id, async (tx, { recall, at, now }) => {
    if (recall.person !== employee) return { refused: 'not-found' }
    const isSaid = answer === 'acknowledged' || recall.declinedFor === why.trim()
    if (recall.state === answer && !recall.heard && isSaid) return undefined
    const next = answer === 'acknowledged' ? acknowledge(recall, at) : decline(recall, why, at)
    if (isRefused(next)) return { refused: next.refused }
    const answered = { answer, answered_at: now, declined_for: next.declinedFor }
    await changeRecall(tx, id, { ...answered, answered_to: null, answer_form: null, answer_words: null })
    await recordEvent(tx, { ...eventOf(recall, employee), kind: `recall-${answer}` })
    return undefined
  })

const eventOf = ({ id, agency, clause }: KeptRecall, actor: string) => ({ actor, subject: id, agency, clause })

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

/** What a superior does with a recall in reach: `mine` says whether it is. */
interface Superior {
  readonly by: string
  readonly mine: (recall: KeptRecall) => boolean
}

const asSuperior = (source: Source, region: RegionAsListed, id: string, { mine }: Superior, work: Work) =>
  change(source, region, id, async (tx, given) => (mine(given.recall) ? work(tx, given) : { refused: 'not-found' }))

/** Says that a notice goes out once more. @param send sends it in the same transaction, or says why not */
export const remindOf = (
  source: Source,
  region: RegionAsListed,
  id: string,
  superior: Superior,
  send: (tx: Tx, recall: KeptRecall) => Promise<Refusal | undefined>,
): Promise<Refusal | undefined> =>
  asSuperior(source, region, id, superior, async (tx, { recall, at, now }) => {
    const next = remind(recall, at)
    if (isRefused(next)) return { refused: next.refused }
    const refused = await send(tx, recall)
    if (!refused) await changeRecall(tx, id, { noticed_at: now })
    return refused
  })

/** An answer as a superior heard it by telephone. */
export interface HeardAnswer extends RecallAnswered {
  /** UUID of the form: sent twice, it is one answer. */
  readonly form: string
}

/** Keeps what the person answered by telephone, in the name of who heard it. */
export const hearAnswer = (
  source: Source,
  region: RegionAsListed,
  id: string,
  superior: Superior,
  { form, ...heard }: HeardAnswer,
): Promise<Refusal | undefined> =>
  asSuperior(source, region, id, superior, async (tx, { recall, row, at }) => {
    if (row.answerForm === form) return isAnswer(row, superior, heard) ? undefined : { refused: 'form-used' }
    if (await wasHeard(tx, recall, superior, form)) return { refused: 'form-used' }
    const next = hear(recall, heard, at)
    if (isRefused(next)) return { refused: next.refused }
    const answered_at = new Date(heard.at).toISOString()
    const words = heard.answer === 'acknowledged' ? heard.why.trim() || null : null
    await changeRecall(tx, id, {
      answer: heard.answer,
      answered_at,
      declined_for: next.declinedFor,
      answered_to: superior.by,
      answer_form: form,
      answer_words: words,
    })
    const body = { by: 'phone', at: answered_at, form }
    await recordEvent(tx, { ...eventOf(recall, superior.by), kind: `recall-${heard.answer}`, body })
    return undefined
  })

/** Whether a record keeps this very answer. */
const isAnswer = (row: Row, { by }: Superior, { answer, at, why }: RecallAnswered): boolean =>
  row.answer === answer &&
  row.answeredAt === at &&
  row.answeredTo === by &&
  (row.declinedFor ?? row.answerWords ?? '') === why.trim()

/** Whether a form has brought an answer in whose place another one has come since. */
const wasHeard = async (tx: Tx, { id: subject }: KeptRecall, { by: actor }: Superior, form: string) =>
  (await wasRecorded(tx, { actor, kind: 'recall-acknowledged', subject, body: { form } })) ||
  (await wasRecorded(tx, { actor, kind: 'recall-declined', subject, body: { form } }))

/** The superior's word that somebody is there, on the day itself. Said twice it is said once. */
export const markArrival = (
  source: Source,
  region: RegionAsListed,
  id: string,
  superior: Superior,
): Promise<Refusal | undefined> =>
  asSuperior(source, region, id, superior, async (tx, { recall, at }) => {
    if (recall.arrivalBy === superior.by) return undefined
    if (recall.day !== businessDay(source, region)) return { refused: 'recall-closed' }
    const there = arrive(recall, at)
    if (isRefused(there)) return { refused: there.refused }
    await keepArrival(tx, source, region, { ...recall, ...there }, superior.by)
    return undefined
  })

/**
 * Keeps that somebody came. It counts as an office day from then on: in the seats of the day, and in the turns that are
 * drawn later.
 */
async function keepArrival(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  recall: KeptRecall,
  by: string | null,
): Promise<void> {
  const at = recall.arrivedAt ?? recall.orderedAt
  await changeRecall(tx, recall.id, { arrived_at: new Date(at).toISOString(), arrival_by: by })
  const actor = by ?? recall.person
  await recordEvent(tx, { ...eventOf(recall, actor), kind: 'recall-arrived' })
  // The day of a demonstration is lived again tomorrow: nothing of today may stay in its facts.
  if (region.demoDay !== null) return
  const time = instantAt(at, zoneOffset[region.zone]).slice(10)
  const order = { employee: recall.person, day: recall.day, do: 'recall', by: recall.orderedAs } as const
  const override = { ...order, at: `${recall.day}${time}`, reason: recall.reason } as const
  await saveFacts(tx, { overrides: [override] }, { by: actor, recorded: source.clock.now(region.zone) })
}

/**
 * Keeps the arrivals that check-ins show and no record has yet: of today, and of days before whose check-in a phone
 * without a signal sent later.
 * @returns how many
 */
export async function keepArrivals(source: Source, region: RegionAsListed): Promise<number> {
  const today = businessDay(source, region)
  const { before, now } = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    before: await unarrivedWithRecord(tx, firstOpenDay(region, today), today),
    now: (await recallsOfDay(tx, today, sinceOf(source, region, today))).filter(({ arrivedAt }) => arrivedAt === null),
  }))
  return (await keepAmong(source, region, before)) + (await keepAmong(source, region, now))
}

/** Keeps the arrivals that check-ins show among some recalls. Only these are held, each for as long as it is changed. */
async function keepAmong(source: Source, region: RegionAsListed, rows: readonly Row[]): Promise<number> {
  const checkIns = await checkInsFor(source, region, rows)
  const now = source.clock.moment()
  let kept = 0
  for (const row of rows) {
    const own = checkIns(row)
    if (followed(keptOf(row), signedBy(row, own), now).state === 'arrived')
      kept += await keepIfArrived(source, region, row.id, own)
  }
  return kept
}

/** @returns 1 where the person came and nobody has kept it, else 0 */
async function keepIfArrived(
  source: Source,
  region: RegionAsListed,
  id: string,
  checkIns: readonly GradedCheckIn[],
): Promise<number> {
  let kept = 0
  await changeGiven(source, region, id, checkIns, async (tx, { recall, row }) => {
    if (recall.state !== 'arrived' || row.arrivedAt !== null) return undefined
    await keepArrival(tx, source, region, recall, null)
    kept = 1
    return undefined
  })
  return kept
}

/** The superior's word for a recall to which nobody came. The first one stands; said twice it is said once. */
export const settleRecall = (
  source: Source,
  region: RegionAsListed,
  id: string,
  superior: Superior,
  { as: settled, word }: { readonly as: Settlement; readonly word: string },
): Promise<Refusal | undefined> =>
  asSuperior(source, region, id, superior, async (tx, { recall, at, now }) => {
    const said = settlingWord(recall, word, at)
    if (isRefused(said)) return { refused: said.refused }
    if (recall.settled) {
      const { as: kept, for: reason, by } = recall.settled
      const isSame = kept === settled && reason === said.word && by === superior.by
      return isSame ? undefined : { refused: 'recall-settled-already' }
    }
    const change = { settled_as: settled, settled_for: said.word, settled_by: superior.by, settled_at: now }
    await changeRecall(tx, id, change)
    await recordEvent(tx, { ...eventOf(recall, superior.by), kind: 'recall-settled', body: { as: settled } })
    return undefined
  })
