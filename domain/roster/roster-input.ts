/**
 * What a roster is drawn from. All of it is settled before: who is free on which day and which clause took the other
 * days, how many seats a clause leaves after base and rounding. The draw decides only who takes the seats.
 */
import type { Day } from '../calendar/day.ts'
import type { Unsettled } from '../decision/unsettled.ts'
import { type DayMask, noDays } from './day-mask.ts'

export const rosterPatterns = ['daily', 'daily-cohorts', 'weekly-cohorts', 'whole-weeks', 'alternating'] as const
export type RosterPattern = (typeof rosterPatterns)[number]

/** The clause id under which pins of the head appear in explanations. */
export const pinClause = 'pin'

/**
 * Stands in place of a clause on individual attributes: a roster says that somebody is excluded, never why, and nobody
 * is called back from it.
 */
export const individualClause = 'individual'

/** Days on which something other than the draw places a person: a clause, or what has an id of the caller's choice. */
export interface Placed {
  readonly mask: DayMask
  readonly clause: string
}

/**
 * Fewest and most office days of a person within some days, a week or the period. Days at the office by rule count; days
 * taken away excuse, so that "two home days a week at most" (a minimum of three of five) asks for one after two of leave.
 * Limits of one person must be nested or disjoint (weeks in a month): with crossing ones the problem is NP-hard.
 */
export interface OfficeLimit {
  readonly days: DayMask
  readonly min: number
  readonly max: number
  readonly clause: string
}

/** The longest run of days at a place that a clause allows a person. Leave and days off are no days, and part no run. */
export interface RunLimit {
  readonly place: 'office' | 'home'
  readonly max: number
  /** Days on which the person works and the clause speaks. */
  readonly days: DayMask
  /** Those of them in the field or at another office, which part runs. */
  readonly elsewhere: DayMask
  readonly clause: string
}

export interface RosterPerson {
  /** Stable internal id: the order of drawing, and so the luck, hangs on it. */
  readonly id: string
  readonly position: string
  /** Days the draw decides. Disjoint from `office`; a person without any has no share in fairness. */
  readonly free: DayMask
  /** Days at the office by rule or recall. They count as load for people who also take turns. */
  readonly office: DayMask
  /** Which clause asks for those days at the office. A day that no entry names is not up for giving back. */
  readonly held?: readonly Placed[]
  /** Those of them which no bound of the quota counts. */
  readonly outside?: DayMask
  /** Office days above (or below) one's share from earlier periods, a whole number. See `boundedCarry`. */
  readonly carry: number
  /** Free days the head fixed. A pin on a day that is not free contradicts a rule and is refused. */
  readonly pinnedHome?: DayMask
  readonly pinnedOffice?: DayMask
  /** Days taken: by a clause, a leave (such as `leave`) or a journey. */
  readonly away: readonly Placed[]
  /** Beside those of the unit. */
  readonly limits?: readonly OfficeLimit[]
  /** Kept where fairness leaves it open; what cannot be kept is counted in the gap. */
  readonly runs?: readonly RunLimit[]
}

/**
 * Fewest and most people at the office on one day among the people of some positions: a quota that counts a part of the
 * unit. Groups of a day that are nested or disjoint are met exactly, whatever else is asked. Where they cross, the problem
 * is NP-hard: those that stand first and cross none before them stay exact, and how many come from each position is
 * settled before anybody is drawn, so that the others hold too.
 */
export interface GroupDemand {
  /** Unique on its day. */
  readonly name: string
  readonly positions: readonly string[]
  /** People at the office by rule whom the bounds count. Pins of the positions always count, beside these. */
  readonly inside: readonly string[]
  readonly min: number
  readonly max: number
  readonly clause: string
  /** What the quota speaks of: `sub_unit:dlh/bidang-kebersihan`. */
  readonly of?: string
  /** The counter whose minimum this is. */
  readonly post?: string
  /** They go first for seats, so that the minimum is no more than there are free. */
  readonly first?: true
}

/** Fewest and most people at the office on one day, as whole numbers: share, base, rounding and `at_least` are applied. */
export interface DayDemand {
  readonly min: number
  readonly max: number
  readonly clause: string
  /** Where another clause sets the minimum. */
  readonly minClause?: string
  readonly groups?: readonly GroupDemand[]
  /** Why the day stays open whoever is free. */
  readonly unsettled?: Unsettled
}

/** Fewest and most people of a position at the office, one number a day; people there by rule are counted. */
export interface PositionRule {
  readonly position: string
  readonly min: readonly number[]
  readonly max?: readonly number[]
  readonly clause: string
}

/** Teams that never share an office day (circular-language 6.2); people at the office by rule stand outside them. */
export interface TeamRule {
  readonly count: number
  readonly swap: 'day' | 'week'
  /** Days on which the clause holds, absent = all; on the others everybody may come. */
  readonly days?: DayMask
  readonly clause: string
}

export interface RosterUnit {
  readonly id: string
  readonly people: readonly RosterPerson[]
  /** One entry a day. */
  readonly demand: readonly DayDemand[]
  readonly positions: readonly PositionRule[]
  /** Limits on every person the draw decides about. */
  readonly limits?: readonly OfficeLimit[]
  readonly teams?: TeamRule
  /** `ceiling` (the default): as many seats are filled as may be. `minima`: as few as must be. */
  readonly fill?: 'ceiling' | 'minima'
}

export interface RosterInput {
  /** Working days of the period, ascending. */
  readonly days: readonly Day[]
  readonly unit: RosterUnit
  readonly pattern: RosterPattern
  /** Days on which `whole-weeks` or `alternating` is asked for, absent = all; the others are plain turns. */
  readonly patternDays?: DayMask
  readonly seed: number
  /** What repairs cost, where the region has its own opinion. */
  readonly costs?: Partial<RepairCosts>
}

/** What one person-day of a repair costs. The region sets it; the usual table holds a granted leave dearer than a seat. */
export interface RepairCosts {
  readonly lowerQuota: number
  readonly lowerService: number
  readonly raiseQuota: number
  readonly changeLimit: number
  readonly unpin: number
  readonly addStaff: number
  /** Giving back days that a clause took. */
  readonly release: number
  /** Letting somebody off a day at the office that a clause asks for. */
  readonly excuse: number
  /** The same for single clauses, by id. */
  readonly releaseClause: Readonly<Record<string, number>>
}

export const usualRepairCosts: RepairCosts = {
  lowerQuota: 1,
  lowerService: 2,
  raiseQuota: 2,
  changeLimit: 2,
  unpin: 1,
  addStaff: 4,
  release: 3,
  excuse: 3,
  releaseClause: {},
}

/** Days at the office by rule that the bounds of a quota count. Pins always count, beside these. */
export const countedByRule = ({ office, outside = noDays }: RosterPerson): DayMask => office & ~outside
