/**
 * Asking for a correction of what is on record of a day. Whoever has the word has it for a while; then it goes one level
 * up, by the passing of time alone. Until it is closed the day is open, and counts against nobody.
 */
import type { Bilingual } from '../messages/problem.ts'

export const correctionKinds = {
  present: { id: 'Saya hadir, tetapi tidak tercatat', en: 'I was there and it is not on record' },
  forgot: { id: 'Saya lupa mencatat', en: 'I forgot to check in' },
  outage: { id: 'Listrik, jaringan, atau aplikasi terganggu', en: 'Power, network or the application failed' },
  wrong_place: { id: 'Tempat yang tercatat keliru', en: 'The place on record is wrong' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type CorrectionKind = keyof typeof correctionKinds

/** Who has the word, from the nearest on. */
export const correctionLevels = ['superior', 'head', 'personnel_agency'] as const
export type CorrectionLevel = (typeof correctionLevels)[number]

export interface CorrectionDecision {
  readonly outcome: 'accepted' | 'refused'
  readonly level: CorrectionLevel
  readonly at: number
}

/** What has happened to a correction so far. */
export interface CorrectionCourse {
  readonly askedAt: number
  readonly decision: CorrectionDecision | null
  readonly appealedAt: number | null
  readonly appealDecision: CorrectionDecision | null
}

export interface CorrectionStanding {
  readonly state: 'waiting' | 'accepted' | 'refused'
  /** Whose word it waits for; null: nobody's. */
  readonly level: CorrectionLevel | null
  /** Until when they have the word, or until when it can be appealed; null: nothing runs out. */
  readonly until: number | null
  readonly appealable: boolean
  /** The day is open: it counts against nobody yet. */
  readonly open: boolean
}

/** Each has the word for 3 x 24 hours, and a refusal can be appealed for as long. */
const clock = 3 * 24 * 3_600_000

/**
 * How a correction stands.
 * @param levels those there are for the person, from the nearest on; the last one keeps the word
 */
export function correctionStanding(
  { askedAt, decision, appealedAt, appealDecision }: CorrectionCourse,
  levels: readonly CorrectionLevel[],
  now: number,
): CorrectionStanding {
  const last = appealDecision ?? decision
  if (last?.outcome === 'accepted') return closed('accepted')
  if (appealDecision) return closed('refused')
  if (decision && appealedAt === null) {
    const until = decision.at + clock
    return now < until ? { state: 'refused', level: null, until, appealable: true, open: true } : closed('refused')
  }
  // An appeal goes to the level above the one that refused, where there is one.
  const above = decision ? levels.slice(levels.indexOf(decision.level) + 1) : levels
  return waiting(above.length > 0 ? above : levels.slice(-1), appealedAt ?? askedAt, now)
}

const closed = (state: 'accepted' | 'refused'): CorrectionStanding => ({
  state,
  level: null,
  until: null,
  appealable: false,
  open: false,
})

function waiting(levels: readonly CorrectionLevel[], since: number, now: number): CorrectionStanding {
  const turn = Math.min(Math.max(0, Math.floor((now - since) / clock)), levels.length - 1)
  const isLast = turn === levels.length - 1
  const until = isLast ? null : since + (turn + 1) * clock
  return { state: 'waiting', level: levels[turn] ?? 'personnel_agency', until, appealable: false, open: true }
}

/**
 * The levels there are for a person. The head has the word once: as superior, where the head is that.
 * @param superior has one on record; `head`: leads the own agency; `superiorIsHead`: the superior does
 */
export const levelsFor = (person: {
  readonly superior: boolean
  readonly head: boolean
  readonly superiorIsHead: boolean
}): CorrectionLevel[] => [
  ...(person.superior ? (['superior'] as const) : []),
  ...(person.head || (person.superior && person.superiorIsHead) ? [] : (['head'] as const)),
  'personnel_agency',
]
