/** How the recalls in a superior's reach stand today, and whom they can call still. */
import type { Viewer } from '@piket/domain/access/role.ts'
import {
  calledTogether,
  isCancellable,
  isOpen,
  isToHearOff,
  minutesLeft,
  openAnswers,
  orderRecall,
  type RecallAnswered,
  reasonsOf,
  silent,
} from '@piket/domain/attendance/recall.ts'
import { type Candidate, substitutesFor } from '@piket/domain/attendance/substitute.ts'
import type { Day, Time } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, timeOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import { isRefused } from '@piket/domain/messages/refused.ts'
import { unitChain } from '@piket/domain/staff/facts.ts'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { realDayOf } from '../knowledge/service.ts'
import type { Subordinate } from '../leader/service.ts'
import { type Notice, toldOf } from '../notice/service.ts'
import { channelsTo, type Source } from '../notice-address/service.ts'
import { type KeptRecall, missedBefore } from '../recall/service.ts'
import { isThere, type Reached, sceneOf } from '../recall-reach/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf, unitNamesOf } from '../staff/service.ts'

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
  /** Who cancelled it. */
  readonly canceller: string | null
  /** How it was told that nobody is wanted any more. */
  readonly cancelNotices: readonly Notice[]
  /** Whether the person has to hear still that it was cancelled: no channel has taken it, and nobody told them. */
  readonly isToTellOff: boolean
  /** It can be cancelled still: so many, with this one, were called for the same and can be too. */
  readonly cancellable: number
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
  const { notices, cancelNotices, names, channels, unitName } = await as(
    source.db,
    { region: region.code, reach: 'region' },
    async (tx) => ({
      notices: await toldOf(tx, 'recall', days, since),
      cancelNotices: await toldOf(tx, 'recall_cancelled', days, since),
      unitName: await unitNamesOf(tx, roleWindow(source, region)),
      names: await namesOf(
        tx,
        all.flatMap(({ orderedBy, answeredTo, cancelled }) =>
          [orderedBy, answeredTo ?? [], cancelled?.by ?? []].flat(),
        ),
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
  const together = calledTogether(all)
  const canBe = (one: KeptRecall) => isCancellable(one, now)
  const counted = new Map([...new Set(together.values())].map((group) => [group, group.filter(canBe).length]))
  const cancellable = ({ id }: KeptRecall) => counted.get(together.get(id) ?? []) ?? 0
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
        canceller: one.cancelled && names(one.cancelled.by),
        cancelNotices: cancelNotices.get(one.id) ?? [],
        isToTellOff: isToHearOff(one) && !(cancelNotices.get(one.id) ?? []).some(hasGoneOut),
        cancellable: canBe(one) ? cancellable(one) : 0,
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

const hasGoneOut = ({ deliveries }: Notice): boolean =>
  deliveries.some(({ state }) => state === 'handed_over' || state === 'by_hand')

/** What needs somebody first. */
function rankOf({ state, isSilent, settled }: BoardRecall): number {
  if (state === 'no_show') return settled ? 6 : 0
  if (isSilent) return 1
  return { ordered: 2, acknowledged: 3, declined: 4, arrived: 5, cancelled: 7 }[state]
}
