/**
 * When a check-in really was (trust.md, section 7). A phone may lie, sleep, restart and lose its signal; the server
 * knows only when it signed a time and when a record arrived. Between the two, the monotonic clock of the page bounds
 * the tap: it never runs faster than real time, but it may stop while the phone sleeps.
 */
import type { Anchor, Delivery } from './check-in-record.ts'

/** The clock of a phone may run this much too fast or too slow: 200 parts in a million. */
const drift = 200e-6
/** Differences between clocks up to this are the way to the server and back; beyond it somebody set a clock. */
const clockUnset = 2_000
/** A time of the server older than this says nothing about how the wall clock runs. */
const freshAnchor = 24 * 3_600_000
/** Records older than this are taken by way of a correction. */
const automaticWithin = 24 * 3_600_000
/** Delivered at once: after a tap the phone may wait up to a minute, so that a crowd spreads. */
const atOnce = 60_000
/** After an outage it takes people a while to try again. */
const outageGrace = 10 * 60_000

export interface TimeBounds {
  /** Not before; null: nothing is known. */
  readonly earliestAt: number | null
  /** Not after. */
  readonly latestAt: number
}

export interface ReceivedCheckIn {
  readonly delivery: Delivery
  readonly receivedAt: number
  /** Whether the signature of the anchor holds for this device. */
  readonly anchorHolds: boolean
  /** When the server first knew the key; absent: before the tap. */
  readonly registeredAt?: number
}

export interface CheckInTime extends TimeBounds {
  /** What the phone says, corrected by its skew where that is known, and never outside the bounds. */
  readonly claimedAt: number
  /** By the clocks of the phone it was delivered within a minute of the tap. */
  readonly prompt: boolean
  /** The wall clock stood against the server before the tap as it did at the delivery. */
  readonly steady: boolean
  /** Taken without asking: no older than 24 hours. Else it is taken by way of a correction. */
  readonly automatic: boolean
}

/** What can be said of the moment of a check-in. */
export function checkInTime({ delivery, receivedAt, anchorHolds, registeredAt = 0 }: ReceivedCheckIn): CheckInTime {
  const { record, sentMono, sentWall, sentSession } = delivery
  const anchor = anchorHolds && record.anchor && record.anchor.serverTime <= receivedAt ? record.anchor : null
  const clocked = boundsOf(delivery, anchor, receivedAt)
  // Of a tap before the key was known nothing but the receipt is proven: the clocks are those of an unknown phone.
  const known = clocked.latestAt >= registeredAt
  const bounds = known ? clocked : { earliestAt: null, latestAt: receivedAt }
  const waited = sentSession === record.session ? sentMono - record.tappedMono : null
  const skew = anchor && receivedAt - anchor.serverTime <= freshAnchor ? anchor.wall - anchor.serverTime : null
  const steady = skew !== null && Math.abs(sentWall - receivedAt - skew) <= clockUnset && (waited ?? 0) >= 0
  const claimed = record.tappedWall - (steady ? skew : 0)
  const claimedAt = Math.max(bounds.earliestAt ?? -Infinity, Math.min(claimed, bounds.latestAt))
  return {
    ...bounds,
    claimedAt,
    prompt:
      known &&
      waited !== null &&
      waited >= 0 &&
      waited <= atOnce &&
      Math.abs(sentWall - record.tappedWall - waited) <= clockUnset,
    steady: known && steady,
    automatic: receivedAt - claimedAt <= automaticWithin,
  }
}

function boundsOf({ record, sentMono, sentSession }: Delivery, anchor: Anchor | null, receivedAt: number): TimeBounds {
  // Whatever the clocks say: the server signed its time before the tap, and the tap was before the receipt.
  const outer = { earliestAt: anchor?.serverTime ?? null, latestAt: receivedAt }
  const waited = sentSession === record.session ? sentMono - record.tappedMono : 0
  const sinceAnchor = anchor?.session === record.session ? record.tappedMono - anchor.mono : 0
  if (waited < 0 || sinceAnchor < 0) return outer
  const earliestAt = anchor && anchor.serverTime + sinceAnchor * (1 - drift)
  const latestAt = receivedAt - waited * (1 - drift)
  return earliestAt !== null && earliestAt > latestAt ? outer : { earliestAt, latestAt }
}

/** When a check-in or check-out counts. A check-in has to be in before it closes, a check-out after it opens. */
export interface MomentWindow {
  readonly kind: 'in' | 'out'
  readonly opensAt: number
  readonly closesAt: number
}

/** A stretch in which the product, the power or the network failed: found by the server or declared by an IT officer. */
export interface Outage {
  /** The number it is shown with. */
  readonly number: string
  readonly startsAt: number
  readonly endsAt: number
}

/** How sure the judgement of a moment is. Shown beside it, and never a reproach. `stated`: somebody else says so. */
export type TimeCertainty = 'online' | 'offline_verified' | 'offline_consistent' | 'offline_unverified' | 'stated'

export const timings = ['on_time', 'late', 'early', 'credited', 'undecided'] as const
/**
 * `late`, and `early` of a check-out, are said only where the bounds prove them. `credited`: an outage lies in between,
 * and it counts as on time. `undecided`: neither proven nor claimed to be on time; the superior looks at it, and until
 * then it counts against nobody.
 */
export type Timing = (typeof timings)[number]

export interface TimeJudgement {
  readonly timing: Timing
  readonly certainty: TimeCertainty
  /** Number of the outage that credits it. */
  readonly outage: string | null
}

/** Whether a check-in or check-out was in its window. */
export function judgeTime(time: CheckInTime, window: MomentWindow, outages: readonly Outage[]): TimeJudgement {
  const { earliestAt, latestAt, claimedAt, prompt, steady } = time
  const { kind, opensAt, closesAt } = window
  const proven = prompt ? 'online' : 'offline_verified'
  const claimedOnly = steady ? 'offline_consistent' : 'offline_unverified'
  const judged = (timing: Timing, certainty: TimeCertainty, outage: string | null = null): TimeJudgement => ({
    timing,
    certainty,
    outage,
  })
  if (latestAt < opensAt) return judged('early', proven)
  if (kind === 'in' ? latestAt <= closesAt : earliestAt !== null && earliestAt >= opensAt)
    return judged('on_time', proven)
  const late = kind === 'in' && earliestAt !== null && earliestAt > closesAt
  const certainty = late ? proven : claimedOnly
  const outage = outages.find((one) => credits(one, { earliestAt: earliestAt ?? claimedAt, latestAt }, window))
  if (outage) return judged('credited', certainty, outage.number)
  if (late) return judged('late', certainty)
  return judged((kind === 'in' ? claimedAt <= closesAt : claimedAt >= opensAt) ? 'on_time' : 'undecided', certainty)
}

/** An outage inside the window credits whatever may have been tapped in it, or soon after it ended. */
const credits = (
  { startsAt, endsAt }: Outage,
  { earliestAt, latestAt }: { readonly earliestAt: number; readonly latestAt: number },
  { opensAt, closesAt }: MomentWindow,
) => startsAt <= closesAt && endsAt >= opensAt && startsAt <= latestAt && earliestAt <= endsAt + outageGrace
