/** A permit (izin) ahead of its days: how it stands, what may be done with it, and when it may be asked for. */
import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import type { LeaveRecord } from '../staff/facts.ts'
import { isAbsence, kindRules, type PermitKind } from './kinds.ts'

/** `asked_back`: who signs wants to know more. `withdrawn`: by the person. `revoked`: by who signs. */
export const permitStates = ['asked', 'asked_back', 'granted', 'refused', 'withdrawn', 'revoked'] as const
export type PermitState = (typeof permitStates)[number]

export const permitMoves = ['grant', 'refuse', 'ask_back', 'amend', 'withdraw', 'revoke'] as const
export type PermitMove = (typeof permitMoves)[number]

interface Move {
  readonly from: readonly PermitState[]
  readonly to: PermitState
  readonly by: 'person' | 'signer'
}

/** Nothing leads out of what is refused, withdrawn or revoked: a new wish is a new permit. */
export const moves: Readonly<Record<PermitMove, Move>> = {
  grant: { from: ['asked'], to: 'granted', by: 'signer' },
  refuse: { from: ['asked'], to: 'refused', by: 'signer' },
  ask_back: { from: ['asked'], to: 'asked_back', by: 'signer' },
  amend: { from: ['asked_back'], to: 'asked', by: 'person' },
  withdraw: { from: ['asked', 'asked_back', 'granted'], to: 'withdrawn', by: 'person' },
  revoke: { from: ['granted'], to: 'revoked', by: 'signer' },
}

/**
 * Days after its last one within which what was asked back is still answered and signed: the question must not cost
 * the person the permit. Later the record is mended by a correction.
 */
export const answeredWithin = 7

/** A permit as far as its moves depend on it. */
export interface Movable {
  readonly state: PermitState
  /** Above one it was asked back before. */
  readonly version: number
  readonly until: Day
}

const lastMove = ({ state, version, until }: Movable): Day =>
  state === 'asked_back' || (state === 'asked' && version > 1) ? addDays(until, answeredWithin) : until

/** Whether the days are over and nothing of it can be asked or granted any more. */
export const isOver = (permit: Movable, today: Day): boolean => lastMove(permit) < today

/** Whether a permit may be moved on today: what is over stays as it was. */
export const mayMove = (move: PermitMove, permit: Movable, today: Day): boolean =>
  moves[move].from.includes(permit.state) && (move === 'refuse' || !isOver(permit, today))

/** The days a permit is asked for. */
export interface Wish {
  readonly kind: PermitKind
  readonly from: Day
  readonly until: Day
}

/** Something of the same person that already stands on some days. */
export type Standing = Wish

export type WishRefusal =
  | 'permit-days-reversed'
  | 'permit-too-long'
  | 'permit-day-past'
  | 'permit-too-late'
  | 'permit-overlap'

/** Longer than a year, or further ahead, is asked for again. */
export const longestPermit = 366

/**
 * Why a permit cannot be asked for those days; undefined: it can.
 * @param asked the day on which it was first asked for, by which past and late are judged
 */
export function wishRefused(
  wish: Wish,
  standing: readonly Standing[],
  today: Day,
  asked: Day = today,
): WishRefusal | undefined {
  const { kind, from, until } = wish
  if (until < from) return 'permit-days-reversed'
  if (from < asked) return 'permit-day-past'
  if (from < addDays(asked, kindRules[kind].ahead)) return 'permit-too-late'
  if (daysBetween(from, until) >= longestPermit || daysBetween(today, from) > longestPermit) return 'permit-too-long'
  return standing.some((other) => collide(wish, other)) ? 'permit-overlap' : undefined
}

const collide = (one: Wish, other: Wish): boolean =>
  one.from <= other.until &&
  other.from <= one.until &&
  (one.kind === other.kind || (isAbsence(one.kind) && isAbsence(other.kind)))

const endOfDays = '9999-12-31' as Day
const startOfDays = '0001-01-01' as Day

/** Leave of the staff list, as it stands in the way of a wish. */
export const standingOf = ({ kind, from, until }: Omit<LeaveRecord, 'recorded'>): Standing => ({
  kind,
  from: from ?? startOfDays,
  until: until ?? endOfDays,
})

/** The last day on which a permit held that ends today; undefined: it never began. */
export const lastDayHeld = ({ from }: Pick<Wish, 'from'>, today: Day): Day | undefined =>
  from < today ? addDays(today, -1) : undefined
