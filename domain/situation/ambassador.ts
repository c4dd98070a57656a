/** Ambassadors of behaviour change: people whom others follow, named in public as long as they agree. */

import { firstPlannable } from '../calendar/plannable.ts'

/** What was done about a nomination, and about the consent of whom it names. */
export interface AmbassadorRecord {
  /** null: nobody has decided. */
  readonly accepted: boolean | null
  /** How the person agreed to be named in public; null: they did not, or do no longer. */
  readonly consent: string | null
}

/** Whether anybody may know who it is. */
export const isNamed = ({ accepted, consent }: AmbassadorRecord): boolean => accepted === true && consent !== null

/** How long a name is kept after somebody was turned down, or ended their consent. */
export const namesKeptFor = 90 * 86_400_000

export type AwardRefusal = 'ambassador-not-accepted' | 'award-month-ahead' | 'award-month-early'

/**
 * Whether an award can be given.
 * @param month `2021-01`
 * @param today `2021-01-27`
 */
export function awardRefusal({ accepted }: AmbassadorRecord, month: string, today: string): AwardRefusal | undefined {
  if (accepted !== true) return 'ambassador-not-accepted'
  if (month < firstPlannable.slice(0, 7)) return 'award-month-early'
  return month > today.slice(0, 7) ? 'award-month-ahead' : undefined
}
