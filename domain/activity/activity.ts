/** An official activity outside the routine of a desk: how it stands, and what may be done with it. */
import { addDays, type Day, daysBetween, type Time } from '../calendar/day.ts'

/** Where it takes place: in an office, at a meeting elsewhere, or in a village. */
export const settings = ['office', 'meeting', 'village'] as const
export type Setting = (typeof settings)[number]

/**
 * `registered`: on the calendar, and nobody has asked the task force. `escorted`: cleared, and a team goes along.
 * `postponed`: another activity has taken its place, on a later day.
 */
export const activityStates = [
  'registered',
  'asked',
  'cleared',
  'escorted',
  'refused',
  'done',
  'postponed',
  'cancelled',
] as const
export type ActivityState = (typeof activityStates)[number]

/** Nothing is done any more with an activity that has ended so. */
export const ends: ReadonlySet<ActivityState> = new Set(['done', 'postponed', 'cancelled'])

export const activityMoves = ['ask', 'clear', 'escort', 'refuse', 'carry_out', 'postpone', 'cancel'] as const
export type ActivityMove = (typeof activityMoves)[number]

/** As what somebody moves an activity: as one of the agency that it belongs to, or for the task force. */
export type Hand = 'owner' | 'task_force'

interface Move {
  readonly from: readonly ActivityState[]
  readonly to: ActivityState
  readonly by: readonly Hand[]
  /** Whether it must be said in words why, or who. */
  readonly words: 'needed' | 'free'
}

const underWay = ['registered', 'asked', 'cleared', 'escorted'] as const

/**
 * Who has told the task force by telephone need not ask here before it answers. A clearance can be taken back; what was
 * carried out, postponed or cancelled stays so. That it was carried out may be said by who saw it, too.
 */
export const moves: Readonly<Record<ActivityMove, Move>> = {
  ask: { from: ['registered', 'refused', 'cleared', 'escorted'], to: 'asked', by: ['owner'], words: 'free' },
  clear: { from: underWay, to: 'cleared', by: ['task_force'], words: 'free' },
  escort: { from: underWay, to: 'escorted', by: ['task_force'], words: 'needed' },
  refuse: { from: underWay, to: 'refused', by: ['task_force'], words: 'needed' },
  carry_out: { from: [...underWay, 'refused'], to: 'done', by: ['owner', 'task_force'], words: 'free' },
  postpone: { from: [...underWay, 'refused'], to: 'postponed', by: ['owner'], words: 'needed' },
  cancel: { from: [...underWay, 'refused'], to: 'cancelled', by: ['owner'], words: 'needed' },
}

/** What answers the clauses that demand coordination. */
export const clearing: ReadonlySet<ActivityMove> = new Set(['clear', 'escort'])

/** An activity as far as its moves depend on it. */
export interface Movable {
  readonly state: ActivityState
  readonly day: Day
}

export type MoveRefusal = 'activity-over' | 'activity-ahead' | 'activity-words-missing' | 'activity-moved'

/** Why an activity cannot be moved so today; undefined: it can. */
export function moveRefused(
  move: ActivityMove,
  { state, day }: Movable,
  words: string,
  today: Day,
): MoveRefusal | undefined {
  const { from, words: wanted } = moves[move]
  if (!from.includes(state)) return 'activity-moved'
  if (wanted === 'needed' && words.trim() === '') return 'activity-words-missing'
  if (move === 'carry_out') return today < day ? 'activity-ahead' : undefined
  return day < today ? 'activity-over' : undefined
}

/** An activity as it is registered. */
export interface Wish {
  readonly day: Day
  readonly from: Time
  readonly until: Time
  readonly setting: Setting
  /** Code of the village; null: the text of the place says where. */
  readonly village: string | null
  readonly purpose: string
  readonly place: string
}

export type WishRefusal = 'activity-day-past' | 'activity-too-far' | 'activity-times-reversed' | 'activity-incomplete'

/** Further ahead nobody knows the rules of the day. */
const longestAhead = 366

/** Why an activity cannot be put on a day; undefined: it can. */
export function dayRefused(day: Day, today: Day): 'activity-day-past' | 'activity-too-far' | undefined {
  if (day < today) return 'activity-day-past'
  return daysBetween(today, day) > longestAhead ? 'activity-too-far' : undefined
}

/** Why an activity cannot be registered so; undefined: it can. */
export function wishRefused(wish: Wish, today: Day): WishRefusal | undefined {
  const dayWrong = dayRefused(wish.day, today)
  if (dayWrong) return dayWrong
  if (wish.until <= wish.from) return 'activity-times-reversed'
  return Object.values(wishLacks(wish)).includes(true) ? 'activity-incomplete' : undefined
}

/** What of an activity is not written yet. */
export const wishLacks = ({ purpose, setting, village, place }: Wish) => ({
  purpose: purpose.trim() === '',
  village: setting === 'village' && village === null,
  place: setting !== 'village' && place.trim() === '',
})

/** An activity comes back every so many days, or not at all. */
export const rhythms = ['once', 'weekly', 'fortnightly', 'monthly'] as const
export type Rhythm = (typeof rhythms)[number]

/** As many as a week has in half a year. */
export const mostInSeries = 26

const weeksApart = { weekly: 1, fortnightly: 2, monthly: 4 } as const

/**
 * The days of a series from its first one. Monthly is every fourth week: services that go out keep their weekday.
 * @param until the last day that it may fall on
 */
export function daysOfSeries(first: Day, rhythm: Rhythm, until: Day): Day[] {
  if (rhythm === 'once') return [first]
  const days: Day[] = []
  for (let day = first; day <= until && days.length < mostInSeries; day = addDays(day, 7 * weeksApart[rhythm]))
    days.push(day)
  return days
}
