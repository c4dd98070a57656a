/** Whether one team can go along with one activity, beside what it goes along with already. */
import type { EscortedActivity, EscortRules, EscortTeam } from './escort-input.ts'
import { Borders, clash, costOf, overlap } from './reach.ts'

export type AssignmentRefusal =
  | 'escort-team-elsewhere'
  | 'escort-team-unavailable'
  | 'escort-team-twice'
  | 'escort-team-full'

export interface AssignmentGround {
  readonly adjacent: readonly (readonly [string, string])[]
  readonly rules: EscortRules
}

/**
 * Why a team cannot; undefined: it can. The engine asks the same of every escort that it proposes.
 * @param taken what the team goes along with on that day, this activity not among it
 */
export function assignmentRefused(
  team: EscortTeam,
  activity: EscortedActivity,
  taken: readonly EscortedActivity[],
  { adjacent, rules }: AssignmentGround,
): AssignmentRefusal | undefined {
  const borders = new Borders(adjacent)
  if (costOf(team, activity, borders, rules) === undefined) return 'escort-team-elsewhere'
  if (team.unavailable?.some((away) => overlap(away, activity))) return 'escort-team-unavailable'
  if (taken.some((other) => clash(other, activity, borders, rules))) return 'escort-team-twice'
  return taken.length >= team.capacity ? 'escort-team-full' : undefined
}
