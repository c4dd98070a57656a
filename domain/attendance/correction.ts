/**
 * Asking for a correction of what is on record of a day. Whoever has the word has it for a while; then it goes one level
 * up, by the passing of time alone. Until it is closed the day is open, and counts against nobody.
 */
import type { Course, Levels, Ruling, Standing } from '../access/recourse.ts'
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

export type CorrectionDecision = Ruling<CorrectionLevel>
export type CorrectionCourse = Course<CorrectionLevel>
/** `open`: the day counts against nobody yet. */
export type CorrectionStanding = Standing<CorrectionLevel>

/**
 * The levels there are for a person. The head has the word once: as superior, where the head is that.
 * @param superior has one on record; `head`: leads the own agency; `superiorIsHead`: the superior does
 */
export const levelsFor = (person: {
  readonly superior: boolean
  readonly head: boolean
  readonly superiorIsHead: boolean
}): Levels<CorrectionLevel> => {
  const isHeadAbove = !(person.head || (person.superior && person.superiorIsHead))
  if (person.superior) return isHeadAbove ? correctionLevels : ['superior', 'personnel_agency']
  return isHeadAbove ? ['head', 'personnel_agency'] : ['personnel_agency']
}
