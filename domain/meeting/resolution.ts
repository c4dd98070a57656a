/** What a meeting resolved: words for a circular, something an agency does, or a task of one person. */
import type { Day } from '../calendar/day.ts'

export const resolutionKinds = ['clause', 'follow_up', 'task'] as const
export type ResolutionKind = (typeof resolutionKinds)[number]

/** A resolution as it is written down; empty: not said. */
export interface WrittenResolution {
  readonly kind: ResolutionKind
  readonly words: string
  /** Who owes a follow-up. */
  readonly agency: string
  /** Who owes a task. */
  readonly employee: string
  readonly due: Day | ''
}

/** What a resolution still needs: a clause is the organisation bureau's to word, the others need an owner and a day. */
export const missingIn = ({ kind, words, agency, employee, due }: WrittenResolution) => ({
  words: words.trim() === '',
  agency: kind === 'follow_up' && agency === '',
  employee: kind === 'task' && employee === '',
  due: kind !== 'clause' && due === '',
})

/** Nothing can be done before the meeting that asks for it. */
export const isDueBefore = ({ kind, due }: Pick<WrittenResolution, 'kind' | 'due'>, meeting: Day): boolean =>
  kind !== 'clause' && due !== '' && due < meeting

/** `settled`: its owner has said so. Nothing is settled by time alone. */
export type ResolutionState = 'open' | 'overdue' | 'settled'

export function resolutionState(
  { due, isSettled }: { readonly due: Day | null; readonly isSettled: boolean },
  today: Day,
): ResolutionState {
  if (isSettled) return 'settled'
  return due !== null && due < today ? 'overdue' : 'open'
}
