/** Calling people to the office: whom a superior may call now, how today's recalls stand, and telling the silent again. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import {
  isOpen,
  minutesLeft,
  openAnswers,
  orderRecall,
  type RecallAnswered,
  type RecallReason,
  reasonsOf,
  type Settlement,
  silent,
} from '@piket/domain/attendance/recall.ts'
import { type Candidate, substitutesFor } from '@piket/domain/attendance/substitute.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, timeOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { Row } from '@piket/domain/decision/row.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import { unitChain } from '@piket/domain/staff/facts.ts'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal, refusals } from '#platform/refusal.ts'
import { type Attendance, attendanceOf } from '../attendance/service.ts'
import { type Ground, groundAmong } from '../ground/service.ts'
import { askedOf, businessDay, realDayOf } from '../knowledge/service.ts'
import { type Subordinate, subordinatesOf } from '../leader/service.ts'
import type { NoticeChannel } from '../notice/schema.ts'
import { channelsTo, type Notice, type Source, tell, toldOf } from '../notice/service.ts'
import {
  type HeardAnswer,
  hearAnswer,
  holdRecalls,
  type KeptRecall,
  keepRecall,
  markArrival,
  missedBefore,
  recallsOf,
  recallsStanding,
  remindOf,
  settleRecall,
} from '../recall/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, postingOf, unitNamesOf } from '../staff/service.ts'

/** Somebody who can be called now, with the reasons that the clause in force allows. */
export interface Callable extends Candidate {
  readonly person: Subordinate
  /** What the unit is called, with those above it. */
  readonly unitNames: string
}

/** A recall of today as its superior sees it. */
export interface BoardRecall extends KeptRecall {
  readonly receiver: Subordinate
  readonly orderer: string
  /** Who heard the answer by telephone. */
  readonly hearer: string | null
  readonly isOpen: boolean
  /** What the person can answer by telephone still. */
  readonly answers: readonly RecallAnswered['answer'][]
  /** Without an answer for so long that somebody should call. */
  readonly isSilent: boolean
  /** Minutes since the last notice. */
  readonly quietFor: number
  /** Until the deadline; negative after it. */
  readonly minutesLeft: number
  readonly notices: readonly Notice[]
  /** Over which Piket itself can send again. */
  readonly channels: readonly ('push' | 'mail')[]
  /** Who could be called instead of somebody who cannot come. */
  readonly substitutes: readonly Subordinate[]
  /** In whose place somebody was called; null: nobody's. */
  readonly comesInsteadOf: LinkedRecall | null
  /** Who was called instead. */
  readonly calledInstead: readonly LinkedRecall[]
}

/** The recall of another one that this one has to do with, and how it stands. */
export interface LinkedRecall {
  readonly name: string
  readonly state: KeptRecall['state']
}

export interface Board {
  readonly region: RegionAsListed
  readonly day: Day
  /** Moment of the answer, in milliseconds. */
  readonly now: number
  readonly offset: number
  readonly callable: readonly Callable[]
  readonly recalls: readonly BoardRecall[]
  /** Of days before, to which nobody came and of which nothing is said yet. */
  readonly unsettled: readonly BoardRecall[]
  /** A deadline that leaves time to come. */
  readonly usualDeadline: Time
}

/** Somebody in reach, on the day, with what the rules say of them now. */
interface Reached {
  readonly person: Subordinate
  readonly attendance: Attendance
  readonly row: Row
  /** Clauses that oblige the person to come when called. */
  readonly clauses: readonly { readonly id: string; readonly for: readonly string[] | undefined }[]
}

interface Scene {
  readonly region: RegionAsListed
  readonly day: Day
  readonly people: ReadonlyMap<string, Subordinate>
  readonly reached: ReadonlyMap<string, Reached>
}

/** Everybody whom somebody may call on the region's business day. */
async function sceneOf(source: Source, name: string, viewer: Viewer): Promise<Scene | Refusal> {
  const asked = await askedOf(source, name, {})
  if (isRefusal(asked)) return asked
  const { region, day } = asked
  const people = await reachOf(source, region, viewer)
  const time = source.clock.now(region.zone, region.demoDay).slice(11)
  const reached = new Map<string, Reached>()
  const agencies = new Set(people.map((one) => one.agency))
  for (const agency of agencies) {
    const ground = await groundAmong(source.db, asked, agency, agencies)
    if (isRefusal(ground)) return ground
    const own = new Map(people.filter((one) => one.agency === agency).map((one) => [one.employee, one]))
    for (const attendance of await attendanceOf(source, ground, day, [...own.keys()])) {
      const person = own.get(attendance.person.employee)
      const row = attendance.rows.find(({ span }) => span.slice(0, 5) <= time && time < span.slice(6))
      if (person && row) reached.set(person.employee, { person, attendance, row, clauses: clausesOf(ground, row) })
    }
  }
  return { region, day, people: new Map(people.map((one) => [one.employee, one])), reached }
}

const reachOf = (source: Source, region: RegionAsListed, viewer: Viewer): Promise<Subordinate[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) =>
    viewer.employee === undefined
      ? []
      : subordinatesOf(tx, viewer.employee, agenciesLed(viewer), roleWindow(source, region)),
  )

/** What circulars call the duty to come when called. */
const comeWhenCalled = 'come_when_called'

const clausesOf = ({ book }: Ground, { duties }: Row): Reached['clauses'] =>
  duties
    .filter((duty) => duty.do === comeWhenCalled)
    .flatMap(({ circular, clause: id }) => {
      const clause = book.versions.find(({ doc }) => doc.id === circular)?.doc.clauses.find((one) => one.id === id)
      return clause?.kind === 'duty' ? [{ id: `${circular}/${id}`, for: clause.for }] : []
    })

const isThere = ({ attendance: { day } }: Reached) => day.state === 'at_office' && day.leftAt === null

/** An order to try whether somebody could be called at all. */
const probe = (one: Reached, now: number) => {
  const allowed = reasonsOf(one.clauses)
  return orderRecall({
    person: one.person.employee,
    reason: allowed[0] ?? 'meeting',
    to: '',
    orderedAt: now,
    arriveByAt: Number.MAX_SAFE_INTEGER,
    planned: one.row.place,
    atOffice: isThere(one),
    allowed,
    earlier: one.attendance.recalls,
  })
}

const quarter = 15
const usualNotice = 75

/** Today's recalls in somebody's reach, the silent first, and whom they can call now. */
export async function boardOf(source: Source, name: string, viewer: Viewer): Promise<Board | Refusal> {
  const scene = await sceneOf(source, name, viewer)
  if (isRefusal(scene)) return scene
  const { region, day, people, reached } = scene
  const now = source.clock.moment()
  const offset = zoneOffset[region.zone]
  const missed = await missedBefore(source, region, [...people.keys()])
  const all = [...[...reached.values()].flatMap(({ attendance }) => attendance.recalls), ...missed]
  const days = [...new Set([...missed.map((one) => one.day), day])].toSorted()
  const since = momentOf(realDayOf(source, region, days[0] ?? day), 0, offset)
  const quiet = new Set(silent(all, now).map((one) => (one as KeptRecall).id))
  const { notices, names, channels, unitName } = await as(
    source.db,
    { region: region.code, reach: 'region' },
    async (tx) => ({
      notices: await toldOf(tx, 'recall', days, since),
      unitName: await unitNamesOf(tx, roleWindow(source, region)),
      names: await namesOf(
        tx,
        all.flatMap(({ orderedBy, answeredTo }) => (answeredTo === null ? [orderedBy] : [orderedBy, answeredTo])),
      ),
      channels: await channelsTo(
        tx,
        source,
        region,
        all.map(({ person }) => person),
      ),
    }),
  )
  const callable = [...reached.values()]
    .filter((one) => !isRefused(probe(one, now)))
    .map(({ person, clauses, row, attendance }): Callable => {
      const wasRecalled = attendance.recalls.length > 0
      const unitNames = unitChain(person.unit).map(unitName).join(' ')
      return { person, unitNames, reasons: reasonsOf(clauses), planned: row.place, wasRecalled }
    })
  const linked = ({ person, state }: KeptRecall): LinkedRecall => ({ name: people.get(person)?.name ?? '', state })
  const recalls = all.flatMap((one): BoardRecall[] => {
    const receiver = people.get(one.person)
    const before = all.find(({ id }) => id === one.insteadOf)
    if (!receiver) return []
    return [
      {
        ...one,
        receiver,
        orderer: names(one.orderedBy),
        hearer: one.answeredTo === null ? null : names(one.answeredTo),
        isOpen: isOpen(one),
        answers: openAnswers(one, now),
        isSilent: quiet.has(one.id),
        quietFor: Math.floor((now - one.noticeAt) / 60_000),
        minutesLeft: minutesLeft(one, now),
        notices: notices.get(one.id) ?? [],
        channels: channels(one.person),
        substitutes:
          one.state === 'declined'
            ? substitutesFor({ person: receiver, reason: one.reason }, callable).map(({ person }) => person)
            : [],
        comesInsteadOf: before ? linked(before) : null,
        calledInstead: all.filter(({ insteadOf }) => insteadOf === one.id).map(linked),
      },
    ]
  })
  const minutes = minutesOf(source.clock.now(region.zone).slice(11)) + usualNotice
  return {
    region,
    day,
    now,
    offset,
    callable,
    recalls: recalls
      .filter((one) => one.day === day)
      .toSorted((a, b) => rankOf(a) - rankOf(b) || a.arriveByAt - b.arriveByAt),
    unsettled: recalls.filter((one) => one.day !== day),
    usualDeadline: timeOf(Math.min(Math.ceil(minutes / quarter) * quarter, 24 * 60 - quarter)),
  }
}

/** What needs somebody first. */
function rankOf({ state, isSilent, settled }: BoardRecall): number {
  if (state === 'no_show') return settled ? 6 : 0
  if (isSilent) return 1
  return { ordered: 2, acknowledged: 3, declined: 4, arrived: 5 }[state]
}

/** What a superior writes to call people. */
export interface RecallOrders {
  /** UUID of the form: sent twice, it is one order. */
  readonly id: string
  readonly employees: readonly string[]
  readonly reason: RecallReason
  readonly to: string
  readonly arriveBy: Time
  /** The recall of somebody who cannot come; null: nobody's place is taken. */
  readonly insteadOf: string | null
}

/** Whether some recalls are what an order asks for, no more and no less. */
const areOf = (
  kept: readonly KeptRecall[],
  {
    by,
    employees,
    ...order
  }: Pick<KeptRecall, 'reason' | 'to' | 'arriveByAt' | 'insteadOf'> & {
    readonly by: string
    readonly employees: readonly string[]
  },
): boolean =>
  kept.length === employees.length &&
  kept.every(
    (one) =>
      one.orderedBy === by &&
      employees.includes(one.person) &&
      one.reason === order.reason &&
      one.to === order.to &&
      one.arriveByAt === order.arriveByAt &&
      one.insteadOf === order.insteadOf,
  )

/**
 * Calls some people, all of them or none. Sent twice it is one order; under the id of another one it is refused.
 * @returns a refusal, which names who cannot be called
 */
export async function orderRecalls(
  source: Source,
  name: string,
  viewer: Viewer,
  { id, employees: named, reason, to: place, arriveBy, insteadOf }: RecallOrders,
): Promise<Refusal | undefined> {
  const scene = await sceneOf(source, name, viewer)
  if (isRefusal(scene)) return scene
  const { region, day, reached } = scene
  const employees = [...new Set(named)]
  const chosen = employees.flatMap((employee) => reached.get(employee) ?? [])
  const by = viewer.employee ?? ''
  const to = place.trim()
  if (chosen.length < employees.length) return { refused: 'recall-not-yours' }
  if (chosen.length === 0 || to === '') return { refused: 'recall-incomplete' }
  const orderedAt = source.clock.moment()
  const arriveByAt = momentOf(realDayOf(source, region, day), minutesOf(arriveBy), zoneOffset[region.zone])
  return as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await holdRecalls(tx, day)
    const before = await recallsOf(tx, id)
    if (before.length > 0)
      return areOf(before, { by, employees, reason, to, arriveByAt, insteadOf }) ? undefined : { refused: 'form-used' }
    // Read anew, now that nobody else calls: what was ordered or answered since the page was made counts too.
    const standing = await recallsStanding(tx, source, region, day)
    const misplaced = insteadOf === null ? undefined : noStandIn(reached, standing, insteadOf, employees)
    if (misplaced) return misplaced
    const posting = await postingOf(tx, by, roleWindow(source, region))
    const led = agenciesLed(viewer)
    const orders = chosen.map((one) => {
      const { person, row, clauses } = one
      const earlier = standing.filter((recall) => recall.person === person.employee)
      const given = { person: person.employee, reason, to, orderedAt, arriveByAt }
      const from = { planned: row.place, atOffice: isThere(one), allowed: reasonsOf(clauses), earlier }
      return { person, clauses, recall: orderRecall({ ...given, ...from }) }
    })
    for (const { person, recall } of orders) if (isRefused(recall)) return about(person, recall.refused)
    for (const { person, clauses, recall } of orders) {
      if (isRefused(recall)) continue
      const clause = clauses.find((one) => one.for === undefined || one.for.includes(reason))?.id ?? ''
      const orderedAs = led.includes(person.agency) ? 'opd_head' : (posting?.position ?? 'opd_head')
      const order = { ...recall, order: id, day, agency: person.agency, clause, orderedBy: by, orderedAs, insteadOf }
      const made = await keepRecall(tx, order)
      if (made !== undefined) await tell(tx, source, region, tellingOf({ ...order, id: made }, by))
    }
    return undefined
  })
}

/** Why some people cannot be called in the place of whom a recall is for: they come, or somebody stands in already. */
function noStandIn(
  reached: Scene['reached'],
  recalls: readonly KeptRecall[],
  id: string,
  employees: readonly string[],
): Refusal | undefined {
  const replaced = recalls.find((recall) => recall.id === id && reached.has(recall.person))
  if (replaced?.state !== 'declined') return { refused: 'recall-comes-after-all' }
  const isReplaced = recalls.some(({ insteadOf, state }) => insteadOf === id && state !== 'declined')
  const isOneOther = employees.length === 1 && employees[0] !== replaced.person
  return isOneOther && !isReplaced ? undefined : { refused: 'recall-stand-in' }
}

/** The refusal with the name of whom it is about. */
function about({ name }: Subordinate, refused: keyof typeof refusals): Refusal {
  const { meaning, fix } = refusals[refused]
  const words = (language: keyof Bilingual) => `${name}: ${meaning[language]} ${fix[language]}`
  return { refused, detail: { id: words('id'), en: words('en') } }
}

const tellingOf = (
  { id, agency, day, person, arriveByAt }: Pick<KeptRecall, 'id' | 'agency' | 'day' | 'person' | 'arriveByAt'>,
  by: string,
) => ({ kind: 'recall', subject: id, agency, day, employee: person, due: arriveByAt, by }) as const

/** Somebody's reach over recalls, for one of them. */
async function superiorOf(source: Source, region: RegionAsListed, viewer: Viewer) {
  const people = new Set((await reachOf(source, region, viewer)).map(({ employee }) => employee))
  return { by: viewer.employee ?? '', mine: ({ person }: KeptRecall) => people.has(person) }
}

/** Tells somebody again, by a channel that the superior chooses. */
export async function resendRecall(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  channel: NoticeChannel,
): Promise<Refusal | undefined> {
  const superior = await superiorOf(source, region, viewer)
  return remindOf(source, region, id, superior, async (tx, recall) => {
    const sent = (await channelsTo(tx, source, region, [recall.person]))(recall.person)
    if ((channel === 'push' || channel === 'mail') && !sent.includes(channel)) return { refused: 'notice-channel-off' }
    await tell(tx, source, region, tellingOf(recall, superior.by), [channel])
    return undefined
  })
}

/** What somebody in reach answered by telephone, at a time of the business day. */
export async function hearOf(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  { time, ...heard }: Omit<HeardAnswer, 'at'> & { readonly time: Time },
): Promise<Refusal | undefined> {
  const day = realDayOf(source, region, businessDay(source, region))
  const at = momentOf(day, minutesOf(time), zoneOffset[region.zone])
  return hearAnswer(source, region, id, await superiorOf(source, region, viewer), { ...heard, at })
}

/** The superior's word that somebody is there. */
export const arriveOf = async (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
): Promise<Refusal | undefined> => markArrival(source, region, id, await superiorOf(source, region, viewer))

/** The superior's word for somebody who did not come. */
export const settle = async (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  id: string,
  settlement: { readonly as: Settlement; readonly word: string },
): Promise<Refusal | undefined> =>
  settleRecall(source, region, id, await superiorOf(source, region, viewer), settlement)
