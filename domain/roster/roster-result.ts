import type { DayMask } from './day-mask.ts'

/** The days of one person. */
export interface PersonDuty {
  readonly person: string
  /** Office days: by rule, pinned and drawn. */
  readonly days: DayMask
  /** Those of them the draw decided. */
  readonly drawn: DayMask
  /** Carry plus office days; null for people the draw never decides about. */
  readonly load: number | null
}

/**
 * Proof that no roster is fairer: for each load level the places that people at or above the level can give up, directly
 * or along a chain. Whoever is loaded two days less stands outside. Levels run from the highest load down to the lowest
 * plus two; a spread of one or less needs none.
 */
export interface CertificateLevel {
  readonly level: number
  /** Days reached, by position; positions without any are left out. */
  readonly places: Readonly<Record<string, DayMask>>
  /** Days whose total is reached, so that every position may take the seat. */
  readonly openDays: DayMask
  /** The period's total is reached, so that a seat may move to another day. */
  readonly total: boolean
  /** Days on which the total of a group is reached, by its name; only in units with groups. */
  readonly groups?: Readonly<Record<string, DayMask>>
}

export interface Certificate {
  /** No load below the level but for want of free days; `over` people one above. A lower bound in itself. */
  readonly level: number
  readonly over: number
  readonly levels: readonly CertificateLevel[]
  /**
   * Days on which groups of a quota cross. Every group holds; how many come from each position was settled first, and
   * fairness is proved among rosters with these numbers.
   */
  readonly crossing?: DayMask
}

export interface RosterMetrics {
  /** Largest load less the smallest, among people the draw decides about. */
  readonly spread: number
  readonly squares: number
  /** Pairs of them who share at least one office day. */
  readonly pairs: number
  /** No roster with these loads has fewer. */
  readonly pairBound: number
}

/** How far a roster may be from the best one: `value` reached, `bound` that no roster beats. */
export interface Gap {
  readonly squares: { readonly value: number; readonly bound: number }
  /** Whole weeks: changes of place inside a week. Alternating: turns that repeat the one before. */
  readonly breaks: { readonly value: number; readonly bound: number }
}

/** People at the office by rule alone exceed a bound. They stay; nobody is dropped in silence. */
export interface Excess {
  /** Index of the day; null for a limit over several days. */
  readonly day: number | null
  readonly clause: string
  readonly by: number
  readonly position: string | null
  readonly person: string | null
  /** The group whose bound it is, by its name on that day. */
  readonly group?: string
}

/**
 * `open-rule` and `rules-clash` are no shortage of people: nobody can say how many may come. `groups-cross`: quotas count
 * parts of the people that cross and cannot be met together; with a reason, no way to meet them was found.
 */
export type ShortageKind =
  | 'quota'
  | 'service'
  | 'ceiling'
  | 'personal-minimum'
  | 'pin'
  | 'open-rule'
  | 'rules-clash'
  | 'groups-cross'

export type RepairKind =
  | 'lower-quota'
  | 'lower-service'
  | 'raise-quota'
  | 'change-limit'
  | 'unpin'
  | 'add-staff'
  | 'release'
  | 'excuse'

/** One change that makes the days of the explanation possible, by itself. */
export interface Repair {
  readonly kind: RepairKind
  readonly clause: string | null
  readonly personDays: number
  /** How the person-days fall on days, where the kind fixes it: [index of the day, people]. */
  readonly perDay: readonly (readonly [number, number])[]
  readonly cost: number
}

/**
 * One side of a cut through the unit, for whoever checks: with these nodes inside, the lower bounds of what must come in
 * exceed the upper bounds of what can go out (Hoffman's condition). Limits are [person, place in unit's then own list].
 */
export interface Cut {
  readonly people: readonly string[]
  readonly limits: readonly (readonly [string, number])[]
  readonly places: Readonly<Record<string, DayMask>>
  readonly days: DayMask
  readonly total: boolean
  readonly pool: boolean
  readonly groups?: Readonly<Record<string, DayMask>>
}

/** Somebody whose days a conflict took, and which clause took them: by keeping them away, or at the office. */
export interface Affected {
  readonly person: string
  readonly clause: string
  readonly days: DayMask
  readonly to: 'away' | 'office'
}

/** Why no roster exists. */
export interface Explanation {
  readonly kind: ShortageKind
  /** Smallest set of days that cannot be met. */
  readonly days: DayMask
  /** The positions whose minima are asked for, each with its minimum on a day; none where the unit as a whole is short. */
  readonly posts: readonly { readonly position: string; readonly wanted: number }[]
  /** The parts of the unit whose quota is asked for, as `GroupDemand.of` names them; none where the unit as a whole is short. */
  readonly parts?: readonly string[]
  /** Person-days the rules demand on those days, and what is left for them. */
  readonly wanted: number
  readonly left: number
  readonly short: number
  /** Clauses that demand. */
  readonly demanding: readonly string[]
  /** Clauses that take away. With `demanding` the smallest set: without any one of them the days can be met. */
  readonly taking: readonly string[]
  /** Other clauses that took free days of the same people; they shape the numbers but are not needed for the conflict. */
  readonly alsoTaking: readonly string[]
  readonly people: readonly Affected[]
  /** Why a rule is open, and who can say it. */
  readonly reason?: string | null
  readonly ask?: string | null
  /** Cheapest first. */
  readonly repairs: readonly Repair[]
  readonly cut: Cut
}

export interface RosterResult {
  /**
   * `exact`: nothing fairer exists, and the certificate proves it. `bounded`: lawful, with the gap printed.
   * `partial`: some days cannot be met; they are left open, the explanations say why, and the others are drawn as fairly
   * as can be. `infeasible`: no day on which somebody takes turns can be met; there are no duties.
   */
  readonly status: 'exact' | 'bounded' | 'partial' | 'infeasible'
  /** The days of the explanations: nobody is drawn on them. */
  readonly leftOpen: DayMask
  /** In the order of ids. */
  readonly duties: readonly PersonDuty[]
  /** Team of each person who takes turns, from 0; empty where the unit has no teams. */
  readonly teamOf: Readonly<Record<string, number>>
  readonly level: number
  readonly over: number
  /** People at the office on each day, inside the bounds of the quota. */
  readonly seats: readonly number[]
  readonly exceededByMandatory: readonly Excess[]
  readonly certificate: Certificate | null
  readonly metrics: RosterMetrics | null
  readonly gap: Gap | null
  /** Why days are left open, each of other days than the ones before. */
  readonly conflicts: readonly Explanation[]
}
