/** Moments that somebody vouches for, beside the person's own phone or instead of it. They are evidence, never proof. */
import type { CheckInPlace } from './check-in-record.ts'
import type { Voucher } from './evidence.ts'
import { type CheckInTime, judgeTime, type MomentWindow, type Outage, type TimeJudgement } from './time-bounds.ts'

export interface Vouched {
  readonly kind: Voucher
  /** Coming or going. */
  readonly moment: MomentWindow['kind']
  readonly place: CheckInPlace
  /** When it was, as it is said. */
  readonly at: number
  readonly vouchedAt: number
}

/** The shared device has the clock of the server; anything else is somebody's word, which proves nobody late. */
const vouchedTime = ({ kind, at, vouchedAt }: Vouched): CheckInTime =>
  kind === 'kiosk_pin'
    ? { earliestAt: at, latestAt: at, claimedAt: at, prompt: true, steady: true, automatic: true }
    : { earliestAt: null, latestAt: vouchedAt, claimedAt: at, prompt: false, steady: false, automatic: true }

/** Whether a vouched moment was in its window. */
export function judgeVouched(vouched: Vouched, window: MomentWindow, outages: readonly Outage[]): TimeJudgement {
  const judgement = judgeTime(vouchedTime(vouched), window, outages)
  return vouched.kind === 'kiosk_pin' ? judgement : { ...judgement, certainty: 'stated' }
}

type Moment = Pick<Vouched, 'moment' | 'place' | 'at'>

/** Words about the same coming or going. The earliest coming and the latest going lead their group. */
export function vouchedMoments<One extends Moment>(all: readonly One[]): One[][] {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const key = `${one.moment} ${one.place}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => (a.moment === 'in' ? a.at - b.at : b.at - a.at)))
}

/** Whether a check-in of the person's own says at least as much: then the word stands beside it and is none of its own. */
export const saysAsMuch = (own: Moment, vouched: Moment): boolean =>
  own.moment === vouched.moment &&
  own.place === vouched.place &&
  (own.moment === 'in' ? own.at <= vouched.at : own.at >= vouched.at)

/** Somebody's word that a person was there, before it is taken. */
export interface Word {
  readonly employee: string
  readonly by: string
  readonly at: number
  readonly reason: string
  readonly seenBy: string
}

/** Words are taken for so many days, as check-ins are. */
const daysOfWords = 31
const dayInMilliseconds = 86_400_000

/** Why nothing is said of a moment any more, or not yet; null: it can be. */
export function dayRefused(at: number, now: number) {
  if (at > now) return 'vouch-time-ahead'
  return now - at > (daysOfWords + 1) * dayInMilliseconds ? 'vouch-day-past' : null
}

/** Why a word is not taken; null: it is. */
export function wordRefused({ employee, by, at, reason, seenBy }: Word, now: number) {
  if (employee === by) return 'vouch-own'
  return dayRefused(at, now) ?? (reason.trim() === '' || seenBy.trim() === '' ? 'vouch-reason-missing' : null)
}
