/** Where somebody is, against where they were to be: what a head states every day. */

import type { Day } from '../calendar/day.ts'
import { minutesOf, momentOf } from '../calendar/zone.ts'
import { notWorking, type Place, type Row } from '../decision/row.ts'
import type { Bilingual } from '../messages/problem.ts'
import type { CheckInPlace } from './check-in-record.ts'
import type { Evidence, EvidenceGrade } from './evidence.ts'
import { isOpen, type Recall } from './recall.ts'
import type { MomentWindow, Timing } from './time-bounds.ts'

/** A check-in as it was judged. A change of place in the middle of the day is another one of kind `in`. */
export interface JudgedCheckIn {
  readonly kind: MomentWindow['kind']
  readonly place: CheckInPlace
  readonly at: number
  readonly timing: Timing
  readonly evidence: Evidence
}

export const dayStates = [
  'at_office',
  'at_home',
  'in_field',
  'elsewhere',
  'excused',
  'not_recorded',
  'not_due',
] as const
export type DayStateName = (typeof dayStates)[number]

export const deviationWords = {
  recall_not_followed: { id: 'dipanggil ke kantor, belum hadir', en: 'recalled to the office, not there yet' },
  not_recorded: { id: 'belum mencatat', en: 'has not checked in' },
  working_while_excused: { id: 'mencatat kerja padahal berhalangan', en: 'checked in though excused' },
  other_place: { id: 'tempatnya lain dari rencana', en: 'not at the planned place' },
  location_differs: { id: 'lokasi tidak sesuai', en: 'the location does not agree' },
  left_early: { id: 'pulang sebelum waktunya', en: 'left before the end' },
  late: { id: 'terlambat', en: 'late' },
  time_undecided: { id: 'waktunya belum dapat dipastikan', en: 'the time cannot be settled' },
  evidence_thin: { id: 'buktinya kurang', en: 'little evidence' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type DeviationKind = keyof typeof deviationWords

export interface Deviation {
  readonly kind: DeviationKind
  readonly words: Bilingual
}

export interface DayState {
  readonly state: DayStateName
  /** Where the person is to be now. */
  readonly planned: Place
  /** Since when they are there, or excused; null: nothing is recorded. */
  readonly since: number | null
  /** When they checked out. */
  readonly leftAt: number | null
  /** They left before the end of the day. */
  readonly leftEarly: boolean
  readonly evidence: EvidenceGrade
  /** The gravest; null: as planned. */
  readonly deviation: Deviation | null
}

export interface DayInput {
  /** The decision of the day, by span. */
  readonly plan: readonly Pick<Row, 'span' | 'place'>[]
  readonly recall: Recall | null
  readonly checkIns: readonly JudgedCheckIn[]
  /** The check-in and check-out windows of the day; none: the hours cannot be said, and nobody is missing. */
  readonly windows: readonly MomentWindow[]
  readonly now: number
  /** The real date of the day, and the minutes of its zone before UTC. */
  readonly date: Day
  readonly offset: number
}

/** Who changes place within the day has this long to get there. */
const onTheWay = 60 * 60_000

const stateAt = { office: 'at_office', home: 'at_home', field: 'in_field' } as const
/** Places that say where to be; any other leaves it open. */
const expected: Partial<Record<Place, CheckInPlace>> = {
  office: 'office',
  other_office: 'office',
  home: 'home',
  field: 'field',
}

/** Planned against actual, of one person, at a moment. */
export function dayState({ plan, recall, checkIns, windows, now, date, offset }: DayInput): DayState {
  const spans = plan.map(({ span, place }) => ({ place, from: momentOf(date, minutesOf(span.slice(0, 5)), offset) }))
  const due = expectationAt(spans, recall, now)
  const made = checkIns.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)
  const last = made.findLast(({ kind }) => kind === 'in')
  const left = made.at(-1)?.kind === 'out' ? made.at(-1) : undefined
  const of = (state: DayStateName, since: number | null, kind: DeviationKind | null): DayState => ({
    state,
    planned: due.place,
    since,
    leftAt: left?.at ?? null,
    leftEarly: left?.timing === 'early',
    evidence: last?.evidence.grade ?? 0,
    deviation: kind && { kind, words: deviationWords[kind] },
  })
  if (!last) {
    if (notWorking.has(due.place)) return of('excused', due.since, null)
    const arriving = windows.find(({ kind }) => kind === 'in')
    if (due.recalled) return of('not_recorded', null, 'recall_not_followed')
    const closesAt = arriving
      ? Math.max(arriving.closesAt, due.since > arriving.closesAt ? due.since + onTheWay : 0)
      : now
    return now > closesAt ? of('not_recorded', null, 'not_recorded') : of('not_due', null, null)
  }
  const first = made.find(({ kind }) => kind === 'in') ?? last
  const away = last.evidence.proximity?.band === 'away' && last.evidence.grade <= 1
  // Somebody excused from noon on has worked in the morning, and need not check out at noon.
  if (notWorking.has(due.place) && last.at < due.since) return of('excused', due.since, null)
  const wanted = expected[due.place]
  const settled = now > due.since + onTheWay || last.at > due.since
  const findings: readonly (readonly [DeviationKind, boolean])[] = [
    ['recall_not_followed', due.recalled && last.place !== 'office'],
    ['working_while_excused', notWorking.has(due.place)],
    ['other_place', wanted !== undefined && wanted !== last.place && settled],
    ['location_differs', away],
    ['left_early', left?.timing === 'early'],
    ['late', first.timing === 'late'],
    ['time_undecided', first.timing === 'undecided' || left?.timing === 'undecided'],
    ['evidence_thin', !last.evidence.enough],
  ]
  return of(away ? 'elsewhere' : stateAt[last.place], last.at, findings.find(([, holds]) => holds)?.[0] ?? null)
}

/** Where somebody is to be at a moment, and since when. A recall goes before the plan once its deadline has passed. */
function expectationAt(
  spans: readonly { readonly place: Place; readonly from: number }[],
  recall: Recall | null,
  now: number,
): { readonly place: Place; readonly since: number; readonly recalled: boolean } {
  if (recall?.state === 'arrived')
    return { place: 'office', since: recall.arrivedAt ?? recall.arriveByAt, recalled: false }
  if (recall && (isOpen(recall) || recall.state === 'no_show') && now > recall.arriveByAt)
    return { place: 'office', since: recall.arriveByAt, recalled: true }
  const span = spans.findLast(({ from }) => from <= now) ?? spans[0]
  return { place: span?.place ?? 'undetermined', since: span?.from ?? now, recalled: false }
}

export interface ReturnLimits {
  /** Most at the office, by the quota; null: none. */
  readonly officeMost: number | null
  /** Fewest at the office, by the quota. */
  readonly officeLeast: number | null
  /** What counters need, and who can serve them. */
  readonly minima: readonly { readonly name: string; readonly least: number; readonly people: readonly string[] }[]
}

export interface Lacking {
  readonly name: string
  readonly lacks: number
  readonly counters: number
}

export interface AttendanceReturn {
  readonly people: number
  readonly counts: Readonly<Record<DayStateName, number>>
  readonly deviations: readonly ({ readonly person: string } & Deviation)[]
  /** By how many the office is too full, or too empty; 0: neither. */
  readonly tooFull: number
  readonly tooEmpty: number
  /** Services that lack people: how many, at how many counters. */
  readonly lacking: readonly Lacking[]
  /** The head can state it as it stands, with one tap. */
  readonly nothingDeviates: boolean
}

/** Who is where, of a unit: the daily statement of its head. */
export function attendanceReturn(
  people: readonly { readonly person: string; readonly day: DayState }[],
  { officeMost, officeLeast, minima }: ReturnLimits,
): AttendanceReturn {
  const counts = Object.fromEntries(
    dayStates.map((state) => [state, people.filter(({ day }) => day.state === state).length]),
  ) as Record<DayStateName, number>
  const counted = people.filter(({ day }) => day.state === 'at_office' && !day.leftEarly)
  // Until they have to be there, people who are to come are taken at the word of the plan.
  const awaited = people.filter(({ day }) => day.state === 'not_due' && expected[day.planned] === 'office')
  const there = new Set([...counted, ...awaited].map(({ person }) => person))
  const deviations = people.flatMap(({ person, day }) => (day.deviation ? [{ person, ...day.deviation }] : []))
  const tooFull = officeMost === null ? 0 : Math.max(0, counted.length - officeMost)
  const tooEmpty = officeLeast === null ? 0 : Math.max(0, officeLeast - there.size)
  const lacking = lackingOf(minima, there)
  return {
    people: people.length,
    counts,
    deviations,
    tooFull,
    tooEmpty,
    lacking,
    nothingDeviates: deviations.length === 0 && tooFull === 0 && tooEmpty === 0 && lacking.length === 0,
  }
}

function lackingOf(minima: ReturnLimits['minima'], there: ReadonlySet<string>): Lacking[] {
  const found = new Map<string, Lacking>()
  for (const { name, least, people } of minima) {
    const lacks = least - people.filter((person) => there.has(person)).length
    if (lacks <= 0) continue
    const before = found.get(name)
    found.set(name, { name, lacks: lacks + (before?.lacks ?? 0), counters: 1 + (before?.counters ?? 0) })
  }
  return [...found.values()]
}
