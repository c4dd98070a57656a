/** Whether an activity must be coordinated with the task force, by which clause, and whether that has been done. */
import type { WorkPattern } from '../calendar/calendar.ts'
import type { Day, Time } from '../calendar/day.ts'
import type { ClauseRef } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { unitDuties } from '../decision/unit-duties.ts'
import type { ActivityState } from './activity.ts'

/** A clause that demands coordination of an activity. */
export interface Demand extends ClauseRef {
  /** The document is in force since this day. */
  readonly since: Day
  /** Whether what was on the calendar before is to be coordinated too. */
  readonly coversScheduled: boolean
}

const demanding: ReadonlySet<string> = new Set(['coordinate_activity', 'coordinate_and_explain_activity'])

/** The clauses that demand coordination of what a unit does on a day, also of a unit that serves the public. */
export const demandsOn = (book: Rulebook, unit: string, day: Day, time: Time, workPattern?: WorkPattern): Demand[] =>
  unitDuties(book, unit, day, time, workPattern)
    .filter(({ duty }) => demanding.has(duty.do) && duty.force !== 'may')
    .map(({ circular, clause, since, duty }) => ({
      circular,
      clause,
      since,
      coversScheduled: duty.includes_scheduled === true,
    }))

/** As `circular/clause`: how a clearance names what it answers. */
export const nameOf = ({ circular, clause }: ClauseRef): string => `${circular}/${clause}`

/** An activity as far as coordination depends on it. */
export interface Coordinated {
  readonly state: ActivityState
  readonly registeredOn: Day
  /** The clauses that demanded coordination when it was last cleared, as `circular/clause`. */
  readonly clearedUnder: readonly string[]
}

/**
 * `free`: nothing demands it. `due`: to be asked for. `again`: it was on the calendar, or cleared, before a clause came
 * that demands it. `waiting`: the task force has not answered. `settled`: cleared under all that demand it.
 * `declined`: the task force said no.
 */
export type Standing = 'free' | 'due' | 'again' | 'waiting' | 'settled' | 'declined'

/** The demands that concern an activity: a clause without a word on what is scheduled looks ahead only. */
export const concerning = (demands: readonly Demand[], { registeredOn }: Pick<Coordinated, 'registeredOn'>): Demand[] =>
  demands.filter(({ coversScheduled, since }) => coversScheduled || registeredOn >= since)

const open = (demands: readonly Demand[], activity: Coordinated): Demand[] =>
  concerning(demands, activity).filter((demand) => !activity.clearedUnder.includes(nameOf(demand)))

/** How the coordination of an activity stands. */
export function standingOf(activity: Coordinated, demands: readonly Demand[]): Standing {
  const { state, registeredOn, clearedUnder } = activity
  if (state === 'refused') return 'declined'
  if (state === 'asked') return 'waiting'
  const demanded = open(demands, activity)
  if (demanded.length === 0) return clearedUnder.length > 0 ? 'settled' : 'free'
  return clearedUnder.length > 0 || demanded.some(({ since }) => registeredOn < since) ? 'again' : 'due'
}

/**
 * The clauses against which an activity goes when it is carried out as it stands: a finding names them. A refusal sets
 * every clearance aside.
 */
export const uncoordinated = (activity: Coordinated, demands: readonly Demand[]): Demand[] =>
  activity.state === 'refused' ? concerning(demands, activity) : open(demands, activity)
