/**
 * A case asks somebody to explain what was found, or that they did not come. They are heard, then their superior, then
 * whoever has the word decides and cites the clause; a decision can be appealed once. Nothing here happens by itself but
 * that time passes, and no silence is taken for a yes or a no.
 */
import { hoursToAnswer, type Levels, type Ruling, type Standing, standingOf } from '../access/recourse.ts'
import type { Bilingual } from '../messages/problem.ts'

export const caseKinds = {
  uncoordinated: { id: 'Kegiatan tanpa koordinasi', en: 'Uncoordinated activity' },
  no_show: { id: 'Tidak hadir saat dipanggil', en: 'Did not come when called' },
  unreachable: { id: 'Tidak dapat dihubungi', en: 'Could not be reached' },
  travel: { id: 'Bepergian melawan larangan', en: 'Travelled against a ban' },
  inspection: { id: 'Temuan sidak', en: 'Found by an inspection' },
  complaint: { id: 'Pengaduan masyarakat', en: 'Complaint of the public' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type CaseKind = keyof typeof caseKinds

/** Who decides, each a role. */
export const caseDesks = ['head', 'personnel_agency', 'regional_head'] as const
export type CaseDesk = (typeof caseDesks)[number]

/** The desks of a case, from the first on. @param leads the person leads the own agency: nobody decides their own */
export const caseLevels = ({ leads }: { readonly leads: boolean }): Levels<CaseDesk> =>
  leads ? ['personnel_agency', 'regional_head'] : caseDesks

/** Whoever is heard has as long as a desk. */
const clock = hoursToAnswer * 3_600_000

/** `upheld`: the clause was broken. `dismissed`: it was not, or nobody is to blame. */
export const caseOutcomes = ['dismissed', 'upheld'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

export interface CaseRuling {
  readonly outcome: CaseOutcome
  readonly level: CaseDesk
  readonly at: number
}

/** What has happened so far, in milliseconds since 1970. */
export interface CaseCourse {
  readonly openedAt: number
  readonly clarifiedAt: number | null
  /** Whether somebody beside the deciding desk is asked for a view. */
  readonly hasSuperior: boolean
  readonly viewedAt: number | null
  readonly decision: CaseRuling | null
  readonly appealedAt: number | null
  readonly appealDecision: CaseRuling | null
}

/**
 * `clarification`: the person is asked. `view`: their superior. `decision`: a desk has the word. `appealable`: decided,
 * and the person may appeal. `appeal`: the desk above has the word. `closed`: nothing is asked of anybody.
 */
export const casePhases = ['clarification', 'view', 'decision', 'appealable', 'appeal', 'closed'] as const
export type CasePhase = (typeof casePhases)[number]

export interface CaseStanding {
  readonly phase: CasePhase
  /** Whose word it waits for; null: no desk's. */
  readonly level: CaseDesk | null
  /** Until when the present turn lasts; null: nothing runs out. */
  readonly until: number | null
  /** Since when. */
  readonly since: number
  /** How it was decided so far; null: it is not. */
  readonly outcome: CaseOutcome | null
}

/** When the superior is asked: once the person has explained, or their time is over. */
const viewSince = ({ openedAt, clarifiedAt }: CaseCourse): number =>
  Math.min(clarifiedAt ?? Number.POSITIVE_INFINITY, openedAt + clock)

/** When all who are to be heard have been, or have let their time pass. */
export function heardAt(course: CaseCourse): number {
  const asked = viewSince(course)
  return course.hasSuperior ? Math.min(course.viewedAt ?? Number.POSITIVE_INFINITY, asked + clock) : asked
}

/** A case is put to the desks as a matter whose acceptance ends it, and whose refusal the person may appeal. */
const rulingOf = (ruling: CaseRuling | null): Ruling<CaseDesk> | null =>
  ruling && { ...ruling, outcome: ruling.outcome === 'dismissed' ? 'accepted' : 'refused' }

/** How a case stands. */
export function caseStanding(course: CaseCourse, levels: Levels<CaseDesk>, now: number): CaseStanding {
  const { openedAt, decision, appealedAt, appealDecision } = course
  const heard = heardAt(course)
  if (decision === null && now < heard) {
    const asked = viewSince(course)
    return now < asked
      ? { phase: 'clarification', level: null, since: openedAt, until: openedAt + clock, outcome: null }
      : { phase: 'view', level: null, since: asked, until: asked + clock, outcome: null }
  }
  const asked = { askedAt: heard, decision: rulingOf(decision), appealedAt, appealDecision: rulingOf(appealDecision) }
  const { state, level, until, appealable }: Standing<CaseDesk> = standingOf(asked, levels, now)
  const outcome = (appealDecision ?? decision)?.outcome ?? null
  if (appealable) return { phase: 'appealable', level: null, since: decision?.at ?? heard, until, outcome }
  if (state !== 'waiting')
    return { phase: 'closed', level: null, since: (appealDecision ?? decision)?.at ?? heard, until: null, outcome }
  const since = until === null ? (appealedAt ?? heard) : until - clock
  return { phase: appealedAt === null ? 'decision' : 'appeal', level, since, until, outcome }
}

/** What a region may do where a clause was broken, by its own regulation, from the mildest on. */
export interface Measure {
  readonly measure: string
  readonly version: number
  /** 1 is the mildest. */
  readonly rank: number
  /** The lowest desk that may pronounce it. */
  readonly desk: CaseDesk
}

/** The measures that a desk may pronounce; on appeal none heavier than the one appealed against. */
export const measuresFor = <Each extends Measure>(
  ladder: readonly Each[],
  desk: CaseDesk,
  appealed?: Pick<Measure, 'rank'> | null,
): Each[] =>
  ladder.filter(
    (one) =>
      caseDesks.indexOf(one.desk) <= caseDesks.indexOf(desk) &&
      (appealed === undefined || one.rank <= (appealed?.rank ?? 0)),
  )

/** What a desk decides. */
export interface CaseAnswer {
  readonly outcome: CaseOutcome
  readonly reason: string
  /** One of the clauses of the case, as `circular/clause`; null: none is cited. */
  readonly clause: string | null
  /** Id of the measure; null: none is taken. */
  readonly measure: string | null
}

/**
 * Why an answer is not whole; undefined: it is.
 * @param cited the clauses that the case rests on
 * @param open the measures that the desk may pronounce now
 */
export function caseAnswerFault(
  { outcome, reason, clause, measure }: CaseAnswer,
  cited: readonly string[],
  open: readonly Measure[],
) {
  if (reason.trim() === '') return 'case-reason-missing'
  if (outcome === 'dismissed') return measure === null ? undefined : 'case-measure-without-breach'
  if (clause === null || !cited.includes(clause)) return 'case-clause-missing'
  return measure === null || open.some((one) => one.measure === measure) ? undefined : 'case-measure-not-open'
}

/** Smaller numbers could be traced to somebody. */
const leastShown = 5

/**
 * A number of cases as anybody may see it: to the nearest five, and nothing of fewer than five. As every number of a
 * table is rounded by itself, none follows from the others.
 */
export const shownCount = (count: number): number | null =>
  count < leastShown ? null : Math.round(count / leastShown) * leastShown
