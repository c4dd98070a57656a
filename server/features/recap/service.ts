/** What a region reports upward of a week or a month: figures with their method and their coverage. */
import { addDays, type Day, monthOf, weekOf } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { standingOn } from '@piket/domain/decision/standing.ts'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Sheet } from '#platform/sheet-file.ts'
import type { Source } from '#platform/source.ts'
import { statedBetween } from '../attendance-return/service.ts'
import { type AgencyDayFigures, agencyFigures, type Closing, closedDays } from '../day-record/service.ts'
import { groundAsked, unitNames } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { headsOf } from '../leader/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { type RegionDay, regionDayOf } from '../region-return/service.ts'
import { roleWindow } from '../session/service.ts'
import { type Posting, postingOf } from '../staff/service.ts'
import type { RecapQuery } from './schema.ts'

/** What is counted, in days of people unless it says otherwise. */
export const recapFigures = [
  'working',
  'office',
  'home',
  'field',
  'excused',
  'missing',
  'open',
  'late',
  'reportsAsked',
  'reportsSent',
] as const
export type RecapFigure = (typeof recapFigures)[number]

export interface AgencyRecap extends Readonly<Record<RecapFigure, number>> {
  readonly agency: string
  readonly name: string
  /** Closed days on which anybody of the agency worked: as many statements are due. */
  readonly days: number
  readonly stated: number
  readonly statedLate: number
}

/** A clause that asks for a report upward. */
export interface ReportingDuty {
  readonly doc: Circular
  readonly clause: string
}

export interface Recap {
  readonly region: RegionAsListed
  readonly from: Day
  readonly until: Day
  readonly kind: 'month' | 'week'
  readonly today: Day
  readonly closed: readonly Closing[]
  readonly agencies: readonly AgencyRecap[]
  readonly total: Omit<AgencyRecap, 'agency' | 'name'>
  /** The business day, where it lies in the period: derived now and in no sum. */
  readonly now: RegionDay | null
  readonly duties: readonly ReportingDuty[]
  readonly unitName: (unit: string) => string
}

/** The period asked for: a month, or a week from Monday. */
function periodOf({ bulan, pekan }: RecapQuery, today: Day): Pick<Recap, 'from' | 'until' | 'kind'> {
  if (pekan !== undefined && bulan === undefined) {
    const from = weekOf(pekan as Day)
    return { from, until: addDays(from, 6), kind: 'week' }
  }
  return { ...monthOf(bulan === undefined ? today : (`${bulan}-01` as Day)), kind: 'month' }
}

/** The figures of a week or a month. */
export async function recapOf(source: Source, name: string, query: RecapQuery): Promise<Recap | Refusal> {
  const asked = await askedOf(source, name, {})
  if (isRefusal(asked)) return asked
  const { region, day: today } = asked
  const period = periodOf(query, today)
  const ground = await groundAsked(source.db, asked)
  if (isRefusal(ground)) return ground
  const isNow = period.from <= today && today <= period.until
  const now = isNow ? await regionDayOf(source, name) : null
  if (now && isRefusal(now)) return now
  const figures = await agencyFigures(source.db, region, period)
  const stated = new Map((await statedBetween(source.db, region, period)).map((one) => [one.agency, one]))
  const unitName = unitNames(ground, today)
  const agencies = [...new Set(figures.map(({ agency }) => agency))].map((agency): AgencyRecap => {
    const days = figures.filter((one) => one.agency === agency)
    const own = stated.get(agency)
    return {
      ...sumOf(days),
      agency,
      name: unitName(agency),
      days: days.filter(({ working }) => working > 0).length,
      stated: own?.days ?? 0,
      statedLate: own?.late ?? 0,
    }
  })
  return {
    region,
    ...period,
    today,
    closed: await closedDays(source.db, region, period),
    agencies: agencies.toSorted((a, b) => a.name.localeCompare(b.name)),
    total: totalOf(agencies),
    now,
    duties: ground.register.filed
      .filter(({ doc }) => standingOn(doc, today, ground.book) === 'in_force')
      .flatMap(({ doc }) => reportingDuties(doc)),
    unitName,
  }
}

const sumOf = (days: readonly AgencyDayFigures[]): Record<RecapFigure, number> =>
  Object.fromEntries(recapFigures.map((name) => [name, days.reduce((sum, one) => sum + one[name], 0)])) as Record<
    RecapFigure,
    number
  >

function totalOf(agencies: readonly AgencyRecap[]): Recap['total'] {
  const names = [...recapFigures, 'days', 'stated', 'statedLate'] as const
  return Object.fromEntries(
    names.map((name) => [name, agencies.reduce((sum, one) => sum + one[name], 0)]),
  ) as unknown as Recap['total']
}

/** Clauses that have somebody report to others than the own superior. */
const reportingDuties = (doc: Circular): ReportingDuty[] =>
  doc.clauses.flatMap((clause) =>
    clause.kind === 'duty' && (clause.do === 'report' || clause.do === 'ensure_and_report')
      ? [{ doc, clause: clause.id }]
      : [],
  )

/** Whose report it is: the agency of who makes it, and the one who heads that agency. */
export interface Sender {
  readonly agency: string
  /** Null where the agency has no head on record, or several. */
  readonly head: Posting | null
}

/** The sender of what somebody makes; undefined where they are posted nowhere in the region. */
export const senderOf = (
  source: Source,
  region: RegionAsListed,
  employee: string | undefined,
): Promise<Sender | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const window = roleWindow(source, region)
    const posting = employee === undefined ? undefined : await postingOf(tx, employee, window)
    if (!posting) return undefined
    const [head, another] = await headsOf(tx, posting.agency, window)
    const only = head !== undefined && another === undefined ? await postingOf(tx, head, window) : undefined
    return { agency: posting.agency, head: only ?? null }
  })

/** Words of the columns and of the method, in the language of the reader. */
export interface RecapWords {
  readonly sheets: readonly [string, string, string]
  readonly columns: Readonly<Record<RecapFigure | 'name' | 'days' | 'stated' | 'statedLate', string>>
  readonly total: string
  readonly method: readonly (readonly [string, string])[]
  readonly now: readonly string[]
}

/** The recap as a workbook: figures, method with coverage, and today where it is in the period. */
export function recapSheets({ agencies, total, now }: Recap, words: RecapWords): Sheet[] {
  const names = [...recapFigures, 'days', 'stated', 'statedLate'] as const
  const [figures, method, today] = words.sheets
  return [
    {
      name: figures,
      header: [words.columns.name, ...names.map((name) => words.columns[name])],
      rows: [
        ...agencies.map((one) => [one.name, ...names.map((name) => one[name])]),
        [words.total, ...names.map((name) => total[name])],
      ],
    },
    { name: method, header: ['', ''], rows: words.method },
    ...(now
      ? [
          {
            name: today,
            header: words.now,
            rows: now.agencies.map(({ name, figures: { people, counts }, stated }) => [
              name,
              people,
              counts.at_office,
              counts.at_home,
              counts.in_field + counts.elsewhere,
              counts.excused,
              counts.not_recorded,
              stated ? 1 : 0,
            ]),
          },
        ]
      : []),
  ]
}
