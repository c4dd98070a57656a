/** A coordination meeting: how it stands, and when it may be planned, begun and closed. */
import type { Day, Instant, Time } from '../calendar/day.ts'

export const meetingModes = ['room', 'video'] as const
export type MeetingMode = (typeof meetingModes)[number]

/** `held`: its minutes are being written. `closed`: they have a number, and stay as they are. */
export const meetingStates = ['planned', 'held', 'closed', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** Which of its steps a meeting has taken; null: not that one. */
export interface MeetingSteps<Moment = unknown> {
  readonly begunAt: Moment | null
  readonly closedAt: Moment | null
  readonly cancelledAt: Moment | null
}

export function meetingState({ begunAt, closedAt, cancelledAt }: MeetingSteps): MeetingState {
  if (cancelledAt !== null) return 'cancelled'
  if (closedAt !== null) return 'closed'
  return begunAt === null ? 'planned' : 'held'
}

/** When and where people are called. */
export interface MeetingPlan {
  readonly day: Day
  readonly from: Time
  readonly until: Time
  readonly mode: MeetingMode
  /** Empty: none is named. */
  readonly place: string
  /** Of the video; empty: none is named. */
  readonly link: string
}

/** Words over an open line may be read by anybody on it. */
export const isSecureLink = (link: string): boolean => /^https:\/\/[^\s/?#]+\.[^\s]+$/i.test(link)

/** A link as it is kept: its scheme in the letters that everybody writes, the rest as it was given. */
export const keptLink = (link: string): string => link.replace(/^https:/i, 'https:')

/** A video meeting may also be followed together in a room, and then needs no link of its own. */
export function planRefused({ from, until, mode, place, link }: MeetingPlan) {
  if (until <= from) return 'meeting-ends-before-begin' as const
  if (link !== '' && !isSecureLink(link)) return 'meeting-link-insecure' as const
  if (place === '' && (mode === 'room' || link === '')) return 'meeting-place-missing' as const
  return undefined
}

/** Somebody who is called. */
export interface Called {
  /** Employee id; null: of an outside body, or in office without a staff record. */
  readonly employee: string | null
  /** Null: the body sends whom it chooses. */
  readonly name: string | null
  readonly post: string
  readonly body: string
}

/**
 * Whether two entries call the same person, or the same seat of a body. Somebody of the staff list comes as no guest of
 * their own body too, however their post is written, and has their seat.
 */
export function isSameCall(one: Called, other: Called): boolean {
  if (one.employee !== null && other.employee !== null) return one.employee === other.employee
  if (one.employee === null && other.employee === null) return isSameName(one, other) && isSameSeat(one, other)
  const guest = one.employee === null ? one : other
  return guest.name === null ? isSameSeat(one, other) : isSameName(one, other) && plain(one.body) === plain(other.body)
}
const isSameName = (one: Called, other: Called) => plain(one.name ?? '') === plain(other.name ?? '')
const isSameSeat = (one: Called, other: Called) => plain(one.post + one.body) === plain(other.post + other.body)
const plain = (words: string) => words.toLowerCase().replaceAll(/[\s.,]+/g, '')

export const attendances = ['present', 'excused', 'absent', 'represented'] as const
export type Attendance = (typeof attendances)[number]

/** Whether somebody came, or somebody else for them. */
const isThere = (noted: Attendance | null): boolean => noted === 'present' || noted === 'represented'

/** Whether a meeting may begin at an instant of its region. */
export function beginRefused(
  { day, from, chair }: Pick<MeetingPlan, 'day' | 'from'> & { readonly chair: string | null },
  now: Instant,
) {
  if (chair === null) return 'meeting-chair-missing' as const
  return now < `${day}T${from}` ? ('meeting-ahead' as const) : undefined
}

/** What closed minutes must say: who was there and in the chair, and something that came of it. */
export function closingRefused({
  noted,
  chair,
  resolutions,
  remark,
}: {
  readonly noted: readonly (Attendance | null)[]
  /** What is noted of who chairs. */
  readonly chair: Attendance | null
  readonly resolutions: number
  readonly remark: string
}) {
  if (noted.some((one) => one === null)) return 'meeting-attendance-open' as const
  if (!noted.some(isThere)) return 'meeting-nobody-there' as const
  if (!isThere(chair)) return 'meeting-chair-absent' as const
  return resolutions === 0 && remark.trim() === '' ? ('meeting-empty' as const) : undefined
}

/** The number of closed minutes, as it is cited. */
export const minutesNumber = ({ number, day }: { readonly number: number | null; readonly day: Day }): string =>
  `${number}/${day.slice(0, 4)}`
