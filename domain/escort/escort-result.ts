import type { Refused } from '../messages/refused.ts'
import type { Escort } from './escort-input.ts'

/** Why an activity goes without: `mixed` where teams in reach are held back by different things. */
export type UnescortedReason = 'none-in-reach' | 'all-unavailable' | 'all-elsewhere' | 'all-full' | 'mixed'

/** An activity without a team, and what holds back those in reach; each team is counted once. */
export interface Unescorted {
  readonly activity: string
  readonly reason: UnescortedReason
  readonly unavailable: number
  readonly elsewhere: number
  readonly full: number
}

export interface ProposedEscort extends Escort {
  /** Null for an accepted one: its price is no longer a question. */
  readonly cost: number | null
}

export interface EscortPlan {
  /** `exact`: no plan escorts more, and none as many for less. `bounded`: the search ended before that was proven. */
  readonly status: 'exact' | 'bounded'
  /** By activity, then team. */
  readonly escorts: readonly ProposedEscort[]
  readonly unescorted: readonly Unescorted[]
  readonly escorted: number
  readonly cost: number
  /** No plan escorts more than `escorted`, and none with exactly that many costs less than `cost`. */
  readonly bound: { readonly escorted: number; readonly cost: number }
  /** Branches tried; 1 where the flow alone was the answer. */
  readonly nodes: number
}

/** Two accepted escorts of one team that it cannot both keep, or one for what is not there. */
export interface EscortRefusal extends Refused<'escorts-clash' | 'escort-unknown'> {
  readonly team: string
  readonly activities: readonly string[]
}
