/**
 * Complaints of the public: filed without an account, found again by a code alone. Floods are held off by the form's own
 * mark, by the network that a form comes from, and by how many a region takes in an hour.
 */
import { randomUUID } from 'node:crypto'
import type { Day } from '@piket/domain/calendar/day.ts'
import {
  type ComplaintKind,
  type ComplaintState,
  complaintStateOf,
  contactKeptFor,
  firstComplaintDay,
  trackingCode,
  trackingCodeOf,
} from '@piket/domain/complaint/complaint.ts'
import type { Hash } from '@piket/domain/decision/receipt.ts'
import { unitOn } from '@piket/domain/decision/world.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, recordEvents } from '#platform/event.ts'
import { type FormMark, markAge, markIn, markText, newMark } from '#platform/form-mark.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { networkOf, type Throttle, throttle } from '#platform/throttle.ts'
import { peopleWithRole } from '../account/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import { type RegionAsListed, receiptSeal } from '../region/service.ts'
import { boardOf, publicServices } from '../service/service.ts'
import { roleWindow } from '../session/service.ts'
import { unitNamesOf } from '../staff/service.ts'
import {
  addComplaint,
  complaintByCode,
  complaintIds,
  complaintRow,
  complaintRows,
  dropContacts,
  holdComplaint,
  holdComplaints,
  receivedSince,
  setAnswer,
  setTaken,
} from './queries.ts'

const inRegion = ({ code }: RegionAsListed) => ({ region: code, reach: 'region' }) as const
const iso = (at: number) => new Date(at).toISOString()

/** A unit that a complaint may be about. */
export interface Named {
  readonly unit: string
  readonly name: string
}

/**
 * What the form offers: what the board of today lists, then every other agency; each by name.
 * @param asked a unit that the form begins with; it is offered too, however far down it stands
 */
export async function unitsToName(
  source: Source,
  region: RegionAsListed,
  asked: string,
): Promise<{ readonly listed: readonly Named[]; readonly others: readonly Named[] }> {
  const board = await boardOf(source, region, {})
  if (isRefusal(board)) return { listed: [], others: [] }
  const { ground, today } = board
  const listed = publicServices(ground, today).units.map(({ unit, name }) => ({ unit, name }))
  const known = new Set(listed.map(({ unit }) => unit))
  const { world } = ground.book
  const others = [...world.units.keys()].flatMap((unit) => {
    const isOffered = !known.has(unit) && (!unit.includes('/') || unit === asked)
    const record = isOffered ? unitOn(world, unit, today) : undefined
    return record ? [{ unit, name: record.name }] : []
  })
  return { listed, others: others.toSorted((a, b) => a.name.localeCompare(b.name, 'id')) }
}

/** Whether the region has a unit today. */
async function hasUnit(source: Source, region: RegionAsListed, unit: string): Promise<boolean> {
  const board = await boardOf(source, region, {})
  return !isRefusal(board) && unitOn(board.ground.book.world, unit, board.today) !== undefined
}

/** Of one form always the same one: sent again because its answer was lost, it gives the code that was given. */
const codeOf = (seal: Hash, { secret }: FormMark) => trackingCode(seal(`complaint code ${secret}`))
const hashOf = (seal: Hash, code: string) => seal(`complaint ${code}`)

/**
 * A mark for a form. One that is shown again keeps its own, so that nobody waits or is given a second code, unless it was
 * used or has run out.
 */
export const markForm = ({ db, clock }: Source, region: RegionAsListed, typed?: string): Promise<string> =>
  as(db, inRegion(region), async (tx) => {
    const seal = await receiptSeal(tx)
    const now = clock.moment()
    const mark = typed === undefined ? undefined : markIn(seal, typed)
    const isUsable =
      mark && markAge(mark, now) !== 'old' && !(await complaintByCode(tx, hashOf(seal, codeOf(seal, mark))))
    return markText(seal, isUsable ? mark : newMark(now))
  })

const hour = 3_600_000
/** Thousands of phones share an address of a mobile network. */
const mostOfNetwork = 20
const mostOfRegion = 200
const mostWrongCodes = 30

interface Throttles {
  readonly filed: Throttle
  readonly wrong: Throttle
}
const throttles = new WeakMap<Db, Throttles>()

function throttlesOf(db: Db): Throttles {
  const made = throttles.get(db) ?? {
    filed: throttle({ most: mostOfNetwork, within: hour }),
    wrong: throttle({ most: mostWrongCodes, within: hour }),
  }
  throttles.set(db, made)
  return made
}

/** From which network of which region somebody asks. */
const keyOf = ({ code }: RegionAsListed, address: string) => `${code} ${networkOf(address)}`

/** What somebody of the public says. */
export interface Complaining {
  readonly mark: string
  /** What people do not see and do not fill in. */
  readonly trap: string
  readonly kind: ComplaintKind | ''
  readonly unit: string
  readonly day: string | undefined
  readonly words: string
  readonly contact: string
  /** Address on the network. */
  readonly from: string
}

/**
 * Keeps a complaint. The same form, sent again, is the same complaint.
 * @returns its tracking code, which nobody is told again
 */
export async function complain(
  source: Source,
  region: RegionAsListed,
  { mark: text, trap, from, ...said }: Complaining,
): Promise<{ readonly code: string } | Refusal> {
  if (trap !== '') return { refused: 'complaint-not-by-hand' }
  const incomplete = whatIsMissing(source, region, said)
  if (incomplete) return incomplete
  const isKnown = await hasUnit(source, region, said.unit)
  const now = source.clock.moment()
  return as(source.db, inRegion(region), async (tx) => {
    const seal = await receiptSeal(tx)
    const mark = markIn(seal, text)
    if (!mark) return { refused: 'complaint-form-unknown' }
    const code = codeOf(seal, mark)
    const hash = hashOf(seal, code)
    await holdComplaints(tx)
    const known = await complaintByCode(tx, hash)
    if (known) return isSame(known, said) ? { code } : { refused: 'form-used' }
    if (!isKnown) return { refused: 'complaint-unit-unknown' }
    const age = markAge(mark, now)
    if (age !== 'fit') return { refused: age === 'old' ? 'complaint-form-old' : 'complaint-too-fast' }
    const { filed } = throttlesOf(source.db)
    const wait = Math.max(filed.waitOf(keyOf(region, from), now), await waitOfRegion(tx, now))
    if (wait > 0) return { refused: 'complaint-too-many', after: wait }
    filed.count(keyOf(region, from), now)
    await keep(tx, { ...said, hash, at: now })
    const window = roleWindow(source, region)
    const desk = await Promise.all(desks.map((role) => peopleWithRole(tx, role, window)))
    await tellOfArrival(tx, source, region, 'complaint_received', [...new Set(desk.flat())])
    return { code }
  })
}

/** Roles that look into complaints. */
const desks = ['task_force', 'organisation_bureau'] as const

type Said = Omit<Complaining, 'mark' | 'trap' | 'from'>

function whatIsMissing(source: Source, region: RegionAsListed, { kind, unit, day, words }: Said): Refusal | undefined {
  const today = businessDay(source, region)
  if (kind === '' || unit === '' || day === undefined || words.trim() === '')
    return lacking('complaint-incomplete', {
      jenis: kind === '' && { id: 'yang terjadi belum dipilih', en: 'what happened is not chosen yet' },
      unit: unit === '' && { id: 'layanannya belum dipilih', en: 'no service is chosen yet' },
      hari: day === undefined && { id: 'harinya belum diisi', en: 'the day is missing' },
      kata: words.trim() === '' && { id: 'ceritanya belum ditulis', en: 'the words are missing' },
    })
  if (day > today || day < firstComplaintDay(today)) return { refused: 'complaint-day-out-of-range' }
  return undefined
}

type Row = NonNullable<Awaited<ReturnType<typeof complaintRow>>>

const isSame = (row: Row, { kind, unit, day, words, contact }: Said) =>
  row.kind === kind &&
  row.unit === unit &&
  row.day === day &&
  row.words === words.trim() &&
  row.contact === (contact.trim() || null)

/** Seconds until the region takes one more. Counted where complaints are kept, whatever process took them. */
async function waitOfRegion(tx: Tx, now: number): Promise<number> {
  const { count, first } = await receivedSince(tx, new Date(now - hour))
  if (count < mostOfRegion || first === null) return 0
  return Math.max(1, Math.ceil((new Date(first).getTime() + hour - now) / 1000))
}

async function keep(tx: Tx, said: Said & { readonly hash: string; readonly at: number }) {
  const { kind, unit, day = '', words, contact, hash, at } = said
  const id = randomUUID()
  await addComplaint(tx, {
    ...{ complaint_id: id, code_hash: hash, kind, unit_id: unit, day, words: words.trim() },
    ...{ contact: contact.trim() || null, received_at: iso(at) },
  })
  const [agency = unit] = unit.split('/')
  await recordEvent(tx, { actor: 'public', kind: 'complaint-received', subject: id, agency, body: { kind, unit, day } })
}

/** How a complaint stands, as its code shows it: without what was written, should the code be found by somebody else. */
export interface Tracked {
  readonly number: number
  readonly kind: ComplaintKind
  readonly unit: string
  readonly day: Day
  readonly state: ComplaintState
  readonly receivedAt: Date
  readonly takenAt: Date | null
  readonly answeredAt: Date | null
  readonly answer: string | null
}

/** What a unit is called today. */
export const nameOfUnit = (source: Source, region: RegionAsListed, unit: string): Promise<string> =>
  as(source.db, inRegion(region), async (tx) => (await unitNamesOf(tx, roleWindow(source, region)))(unit))

/** Finds a complaint by its code. Known and unknown codes cost the same: a keyed hash is looked for, never the code. */
export async function trackComplaint(
  source: Source,
  region: RegionAsListed,
  typed: string,
  from: string,
): Promise<Tracked | Refusal> {
  const now = source.clock.moment()
  const { wrong } = throttlesOf(source.db)
  const key = keyOf(region, from)
  const wait = wrong.waitOf(key, now)
  if (wait > 0) return { refused: 'complaint-too-many-codes', after: wait }
  const row = await as(source.db, inRegion(region), async (tx) => {
    const seal = await receiptSeal(tx)
    return complaintByCode(tx, hashOf(seal, trackingCodeOf(typed) ?? ''))
  })
  if (row) return tracked(row)
  wrong.count(key, now)
  return { refused: 'complaint-code-unknown' }
}

const tracked = ({ number, unit, receivedAt, takenAt, answeredAt, answer, ...row }: Row): Tracked => ({
  ...{ number, unit, receivedAt, takenAt, answeredAt, answer },
  kind: row.kind as ComplaintKind,
  day: row.day as Day,
  state: complaintStateOf({ takenAt, answeredAt }),
})

/** A complaint as the desk sees it. */
export interface Complaint extends Tracked {
  readonly id: string
  readonly agency: string
  readonly words: string
  readonly contact: string | null
  readonly takenBy: string | null
  readonly answeredBy: string | null
}

const complaintOf = (row: Row): Complaint => ({ ...row, ...tracked(row) })

/** Ids of complaints, the newest first, of one state or of all. */
export const complaintsHeld = async (tx: Tx, state?: ComplaintState): Promise<string[]> =>
  (await complaintIds(tx, state)).map(({ id }) => id)

/** Some complaints, the newest first. */
export const complaintsOf = async (tx: Tx, ids: readonly string[]): Promise<Complaint[]> =>
  (await complaintRows(tx, ids)).map(complaintOf)

/** One complaint; undefined: there is none. */
export async function complaintById(tx: Tx, id: string): Promise<Complaint | undefined> {
  const row = await complaintRow(tx, id)
  return row && complaintOf(row)
}

interface Step {
  readonly id: string
  readonly by: string
  readonly at: number
}

/** Somebody looks into a complaint from now on. Who says so twice has said it once. */
export async function takeUp(tx: Tx, { id, by, at }: Step): Promise<Refusal | undefined> {
  const row = await holdComplaint(tx, id)
  if (!row) return { refused: 'not-found' }
  if (row.takenBy === by) return undefined
  if (row.answeredAt) return { refused: 'complaint-answered' }
  if (row.takenBy !== null) return { refused: 'complaint-taken-up' }
  await setTaken(tx, id, by, iso(at))
  await recordEvent(tx, { actor: by, kind: 'complaint-taken-up', subject: id, agency: row.agency })
  return undefined
}

/** Answers a complaint, once, in words that its code shows. */
export async function answerComplaint(
  tx: Tx,
  { id, by, at, words }: Step & { readonly words: string },
): Promise<Refusal | undefined> {
  const answer = words.trim()
  const row = await holdComplaint(tx, id)
  if (!row) return { refused: 'not-found' }
  if (answer === '') return { refused: 'complaint-answer-missing' }
  if (row.answeredAt)
    return row.answer === answer && row.answeredBy === by ? undefined : { refused: 'complaint-answered' }
  await setAnswer(tx, id, { answer, answered_by: by, answered_at: iso(at) })
  await recordEvent(tx, { actor: by, kind: 'complaint-answered', subject: id, agency: row.agency })
  return undefined
}

/** Drops contacts of complaints whose answer is old enough. */
export const forgetContacts = ({ db, clock }: Source, region: RegionAsListed): Promise<void> =>
  as(db, inRegion(region), async (tx) => {
    const dropped = await dropContacts(tx, new Date(clock.moment() - contactKeptFor))
    if (dropped.length === 0) return
    const ids = dropped.map(({ id }) => id)
    await recordEvents(tx, { actor: 'complaint', kind: 'complaint-contact-dropped' }, ids)
  })
