/** What is kept of a person's day once it is over: facts that can be counted, and why they may not be counted yet. */
import type { Place, Row } from '../decision/row.ts'
import type { Bilingual } from '../messages/problem.ts'
import type { DayState, DayStateName, DeviationKind, JudgedCheckIn } from './day-state.ts'
import type { CountedDay } from './discipline-counter.ts'
import type { EvidenceGrade } from './evidence.ts'
import type { MomentWindow, Outage, Timing } from './time-bounds.ts'

/** Why a day is open: it counts against nobody until that is settled. */
export const openReasonWords = {
  correction: { id: 'koreksi atau keberatan belum diputus', en: 'a correction or an appeal waits' },
  permit: { id: 'izin belum diputus', en: 'a permit waits' },
  outage: { id: 'ada gangguan pada jam masuk', en: 'there was an outage in the check-in hours' },
  report: { id: 'ada laporan kerja hari itu', en: 'a work report of that day is there' },
  silence: {
    id: 'tidak seorang pun di perangkat daerah ini mencatat',
    en: 'nobody of the agency has a record of that day',
  },
} as const satisfies Readonly<Record<string, Bilingual>>
export type OpenReason = keyof typeof openReasonWords

/** How the work report of the day stands, where one is asked for. `due`: its deadline is still to come. */
export const reportOutcomes = ['sent', 'late', 'missing', 'due'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

/** `none`: no working day, or the rules do not say when to come. */
export type Standing = CountedDay['standing'] | 'none'

export interface DayRecord {
  readonly planned: Place
  /** The clause that places the person, as `circular/clause`; null: none does. */
  readonly clause: string | null
  readonly state: DayStateName
  readonly deviation: DeviationKind | null
  readonly standing: Standing
  /** Of the first check-in; null: there is none. */
  readonly arrival: Timing | null
  /** Of the check-out with which the day ended; null: there is none. */
  readonly leaving: Timing | null
  /** Proven only. */
  readonly minutesLate: number
  readonly minutesEarly: number
  readonly evidence: EvidenceGrade
  /** Number of the outage that credits the day. */
  readonly outage: string | null
  /** null: nobody asks for a report of that day. */
  readonly report: ReportOutcome | null
  readonly openFor: readonly OpenReason[]
}

export interface DayRecordInput {
  /** The decision for the middle of the day. */
  readonly row: Pick<Row, 'circular' | 'clause'>
  readonly day: DayState
  readonly checkIns: readonly (JudgedCheckIn & { readonly outage: string | null })[]
  readonly windows: readonly MomentWindow[]
  /** Outages where the person works. */
  readonly outages: readonly Outage[]
  /** What somebody still has to decide. */
  readonly waits: { readonly correction: boolean; readonly permit: boolean }
  readonly report: ReportOutcome | null
  /** A work report of that day is there, asked for or not. */
  readonly reported: boolean
  /** Nobody of the agency has any record of that day: rather the way of recording failed than everybody. */
  readonly agencySilent: boolean
}

const minute = 60_000

/** The record of a day that is over. */
export function dayRecord(input: DayRecordInput): DayRecord {
  const { row, day, checkIns, windows, outages } = input
  const made = checkIns.toSorted((a, b) => a.at - b.at)
  const first = made.find(({ kind }) => kind === 'in')
  const last = made.at(-1)
  const left = last?.kind === 'out' ? last : undefined
  const standing = standingOf(day)
  const windowOf = (kind: MomentWindow['kind']) => windows.find((one) => one.kind === kind)
  const caught = outages.find(({ startsAt, endsAt }) =>
    windows.some(({ kind, opensAt, closesAt }) => kind === 'in' && startsAt <= closesAt && opensAt <= endsAt),
  )
  const missing = standing === 'unexcused'
  const open: Readonly<Record<OpenReason, boolean>> = {
    ...input.waits,
    outage: missing && caught !== undefined,
    report: missing && input.reported,
    silence: missing && input.agencySilent,
  }
  return {
    planned: day.planned,
    clause: row.circular === null ? null : `${row.circular}/${row.clause[0]}`,
    state: day.state,
    deviation: day.deviation?.kind ?? null,
    standing,
    arrival: first?.timing ?? null,
    leaving: left?.timing ?? null,
    minutesLate: first?.timing === 'late' ? minutesFrom(windowOf('in')?.closesAt, first.at) : 0,
    minutesEarly: left?.timing === 'early' ? minutesFrom(left.at, windowOf('out')?.opensAt) : 0,
    evidence: day.evidence,
    outage: made.find(({ outage }) => outage !== null)?.outage ?? (missing ? (caught?.number ?? null) : null),
    report: input.report,
    openFor: (Object.keys(openReasonWords) as OpenReason[]).filter((reason) => open[reason]),
  }
}

/** Minutes begun from one moment to a later one; 0 where one of them is not known. */
const minutesFrom = (from: number | undefined, to: number | undefined): number =>
  from === undefined || to === undefined ? 0 : Math.max(0, Math.ceil((to - from) / minute))

function standingOf({ planned, state }: DayState): Standing {
  if (planned === 'off' || state === 'not_due') return 'none'
  if (state === 'excused') return 'excused'
  return state === 'not_recorded' ? 'unexcused' : 'present'
}
