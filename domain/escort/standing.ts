/** How a team that was asked along with an activity stands, and what may be said of it. */
import type { Day } from '../calendar/day.ts'

/** `handed_on`: the team cannot come, and another one is looked for. */
export const escortStates = ['proposed', 'accepted', 'handed_on', 'attended', 'absent'] as const
export type EscortState = (typeof escortStates)[number]

export const escortAnswers = ['accept', 'hand_on', 'attend', 'miss'] as const
export type EscortAnswer = (typeof escortAnswers)[number]

interface Answering {
  readonly from: readonly EscortState[]
  readonly to: EscortState
  readonly words: 'needed' | 'none'
  /** Before the day of the activity is over, or from that day on. */
  readonly when: 'until' | 'since'
}

/** Who comes without having answered accepts by coming, late or not. That a team came is final: its activity says so from then on. */
export const escortAnswering: Readonly<Record<EscortAnswer, Answering>> = {
  accept: { from: ['proposed'], to: 'accepted', words: 'none', when: 'until' },
  hand_on: { from: ['proposed', 'accepted'], to: 'handed_on', words: 'needed', when: 'until' },
  attend: { from: ['proposed', 'accepted', 'absent'], to: 'attended', words: 'none', when: 'since' },
  miss: { from: ['proposed', 'accepted'], to: 'absent', words: 'needed', when: 'since' },
}

export type EscortAnswerRefusal = 'escort-moved' | 'escort-reason-missing' | 'escort-day-over' | 'escort-day-ahead'

/** Why something cannot be said of an escort today; undefined: it can. */
export function escortAnswerRefused(
  answer: EscortAnswer,
  { state, day }: { readonly state: EscortState; readonly day: Day },
  words: string,
  today: Day,
): EscortAnswerRefusal | undefined {
  const { from, words: wanted, when } = escortAnswering[answer]
  if (!from.includes(state)) return 'escort-moved'
  if (when === 'until' && day < today) return 'escort-day-over'
  if (when === 'since' && today < day) return 'escort-day-ahead'
  return wanted === 'needed' && words.trim() === '' ? 'escort-reason-missing' : undefined
}
