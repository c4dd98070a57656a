/** The head's daily statement: who is where, against where the rules place them, and why somebody is not. */

import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import {
  type AttendanceReturn,
  attendanceReturn,
  type DayStateName,
  type DeviationKind,
  deviationWords,
  type ReturnLimits,
} from '@piket/domain/attendance/day-state.ts'
import { type Day, type Time, weekdayOf } from '@piket/domain/calendar/day.ts'
import { minutesOf, momentOf, zoneOffset } from '@piket/domain/calendar/zone.ts'
import type { Seated } from '@piket/domain/decision/seated.ts'
import { seatsOf } from '@piket/domain/decision/seats.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import type { ServiceNeed } from '@piket/domain/roster/lineup.ts'
import { unitCovers } from '@piket/domain/staff/facts.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Attendance, attendanceOf } from '../attendance/service.ts'
import { type Ground, groundAsked, peopleOn, unitNames } from '../ground/service.ts'
import { askedOf, realDayOf } from '../knowledge/service.ts'
import { type LookBack, lookBack, spanBefore } from '../look-back/service.ts'
import { type RegionAsListed, settingOf } from '../region/service.ts'
import { needsOf } from '../roster/service.ts'
import { roleWindow } from '../session/service.ts'
import { listUnits } from '../staff/service.ts'
import { addReturn, breachesBetween, lockReturns, newestReturns, statedDays } from './queries.ts'
import { reasonField, type UnitDayFilter } from './schema.ts'

/** Somebody who is not where the rules place them, with the head's reason. */
export interface StatedDeviation {
  readonly person: string
  readonly kind: DeviationKind
  readonly reason: string
}

/** What was counted when the head stated it. */
export interface Figures {
  readonly people: number
  readonly counts: Readonly<Record<DayStateName, number>>
  readonly officeMost: number | null
  readonly officeLeast: number | null
  readonly tooFull: number
  readonly tooEmpty: number
  readonly lacking: AttendanceReturn['lacking']
  /** Of those at the office, how many more than their own word speaks for. */
  readonly evidenced: number
}

export interface StatedReturn {
  readonly agency: string
  readonly version: number
  readonly id: string
  /** Account id. */
  readonly by: string
  readonly acting: boolean
  readonly stated: Date
  readonly due: Date
  readonly figures: Figures
  readonly deviations: readonly StatedDeviation[]
  readonly note: string | null
}

export interface UnitDay {
  readonly region: RegionAsListed
  readonly agency: string
  readonly name: string
  readonly day: Day
  /** Moment of the answer, in milliseconds. */
  readonly now: number
  readonly offset: number
  readonly people: readonly Attendance[]
  readonly sum: AttendanceReturn
  readonly figures: Figures
  /** When the statement is due, in milliseconds. */
  readonly due: number
  /** The newest statement of the day. */
  readonly stated: StatedReturn | undefined
  readonly before: LookBack
}

/** Where nobody says otherwise, statements are there by ten: after the last usual check-in, before the region's report. */
const usualDue: Time = '10:00'

const isTime = (value: unknown): value is Time => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

/** The time of day by which heads state who is where. */
export const returnTime = async (tx: Tx, source: Source, region: RegionAsListed): Promise<Time> => {
  const set = await settingOf(tx, 'return_time', roleWindow(source, region))
  return isTime(set) ? set : usualDue
}

/**
 * An agency on a day, planned against actual; on its region's business day where none is named.
 * @returns a refusal when there is no such agency
 */
export async function unitDayOf(source: Source, name: string, agency: string, date?: Day): Promise<UnitDay | Refusal> {
  const asked = await askedOf(source, name, { date })
  if (isRefusal(asked)) return asked
  const { region, day } = asked
  const ground = await groundAsked(source.db, asked, agency)
  if (isRefusal(ground)) return ground
  const seated = peopleOn(ground, day)
  if (seated.length === 0) return { refused: 'not-found' }
  const ids = seated.map(({ person }) => person.employee)
  const people = await attendanceOf(source, ground, day, ids)
  const { sum, figures } = counted(ground, day, people, seatsBy(seated), await needsOf(source.db, region, agency))
  const actor = { region: region.code, reach: 'region' } as const
  const { due, stated, broken } = await as(source.db, actor, async (tx) => ({
    due: await returnTime(tx, source, region),
    stated: (await statedOn(tx, source, region, day, agency))[0],
    broken: await breachesBefore(tx, day),
  }))
  const before = await lookBack(source.db, region, { day, now: source.clock.moment(), broken, agency })
  return {
    region,
    agency,
    name: unitNames(ground, day)(agency),
    day,
    now: source.clock.moment(),
    offset: zoneOffset[region.zone],
    people,
    sum,
    figures,
    due: dueOn(source, region, day, due),
    stated,
    before: before(agency, people),
  }
}

/** The newest statement of each agency on a day, or of one of them; of a demonstration day, only of today's date. */
export const statedOn = async (
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  day: Day,
  agency?: string,
): Promise<StatedReturn[]> =>
  ((await newestReturns(tx, day, agency)) as unknown as StatedReturn[]).filter(({ stated }) =>
    isOfThisDate(source, region, day, stated),
  )

/** Agencies and days, of those looked back on from a day, of which the newest statement says that a limit was broken. */
export const breachesBefore = (tx: Tx, day: Day) => breachesBetween(tx, spanBefore(day))

/** The moment by which a day is to be stated, in milliseconds. */
export const dueOn = (source: Source, region: RegionAsListed, day: Day, due: Time): number =>
  momentOf(realDayOf(source, region, day), minutesOf(due), zoneOffset[region.zone])

const isOfThisDate = (source: Source, region: RegionAsListed, day: Day, at: Date): boolean =>
  region.demoDay === null || at.getTime() >= midnightOf(source, region, day)

/** When a business day begins, in milliseconds. */
export const midnightOf = (source: Source, region: RegionAsListed, day: Day): number =>
  dueOn(source, region, day, '00:00')

/** How many may and must be at the office, by quota and by what counters need. */
function limitsOf({ book }: Ground, day: Day, seated: readonly Seated[], needs: readonly ServiceNeed[]): ReturnLimits {
  const { limits } = seatsOf(book, day, seated)
  const weekday = weekdayOf(day)
  return {
    officeMost: limits?.capped ? limits.max : null,
    officeLeast: limits && limits.min > 0 ? limits.min : null,
    minima: needs
      .filter((need) => need.weekday === null || need.weekday === weekday)
      .map((need) => ({
        name: need.service.replaceAll('_', ' '),
        least: need.minimum,
        people: seated
          .filter(({ person }) => unitCovers(need.unit, person.unit))
          .filter(({ person }) => need.position === null || person.position === need.position)
          .map(({ person }) => person.employee),
      })),
  }
}

/** What is decided of people, by their ids. */
export const seatsBy = (seated: readonly Seated[]): ReadonlyMap<string, Seated> =>
  new Map(seated.map((one) => [one.person.employee, one]))

/** What is counted of an agency on a day. Found by id: to look through the region's people for each agency takes long. */
export function counted(
  ground: Ground,
  day: Day,
  people: readonly Attendance[],
  seats: ReadonlyMap<string, Seated>,
  needs: readonly ServiceNeed[],
) {
  const seated = people.flatMap(({ person }) => seats.get(person.employee) ?? [])
  const limits = limitsOf(ground, day, seated, needs)
  const sum = attendanceReturn(
    people.map(({ person, day: state }) => ({ person: person.employee, day: state })),
    limits,
  )
  const { counts, tooFull, tooEmpty, lacking } = sum
  const { officeMost, officeLeast } = limits
  const evidenced = people.filter(({ day: one }) => one.state === 'at_office' && one.evidence >= 2).length
  const limited = { officeMost, officeLeast, tooFull, tooEmpty, lacking }
  return { sum, figures: { people: sum.people, counts, ...limited, evidenced } satisfies Figures }
}

/** What a head adds to the figures. */
export interface Statement {
  /** UUID of the form: sent twice, it is one statement. */
  readonly id: string
  /** A reason for everybody of a kind of deviation. */
  readonly reasons: Readonly<Partial<Record<DeviationKind, string>>>
  readonly note: string
}

/** What is said at the empty reason of each kind. */
function reasonsLacking(kinds: readonly DeviationKind[]) {
  const said = ({ id, en }: Bilingual) => ({ id: `alasan “${id}” belum ditulis`, en: `no reason is given for “${en}”` })
  return Object.fromEntries(kinds.map((kind) => [reasonField(kind), said(deviationWords[kind])]))
}

/**
 * States an agency's day as it stands now.
 * @returns the statement; a refusal when a deviation has no reason, or there is no such agency
 */
export async function stateReturn(
  source: Source,
  viewer: Viewer,
  agency: string,
  { id, reasons, note }: Statement,
): Promise<StatedReturn | Refusal> {
  const unit = await unitDayOf(source, viewer.region, agency)
  if (isRefusal(unit)) return unit
  const { day, sum, figures, due } = unit
  const deviations = sum.deviations.map(({ person, kind }) => ({ person, kind, reason: reasons[kind]?.trim() ?? '' }))
  const silent = deviations.flatMap(({ kind, reason }) => (reason === '' ? [kind] : []))
  if (silent.length > 0) return lacking('return-reason-missing', reasonsLacking(silent))
  const row = {
    day,
    agency_id: agency,
    return_id: id,
    stated_by: viewer.account,
    acting: viewer.roles.every((held) => held.role !== 'employee' || held.agency !== agency),
    stated_at: new Date(source.clock.moment()).toISOString(),
    due_at: new Date(due).toISOString(),
    figures: JSON.stringify(figures),
    deviations: JSON.stringify(deviations),
    note: note.trim() || null,
  }
  return as(source.db, { region: viewer.region, reach: 'agency', agency }, async (tx) => {
    await lockReturns(tx, day, agency)
    const added = await addReturn(tx, row)
    if (added)
      await recordEvent(tx, {
        actor: viewer.account,
        kind: 'return-stated',
        subject: agency,
        agency,
        body: { day, version: added.version, deviations: deviations.length },
      })
    const [stated] = (await newestReturns(tx, day, agency)) as unknown as StatedReturn[]
    // Not added and not here: the form was used for another day or agency.
    return stated ?? { refused: 'form-used' }
  })
}

const passes: Readonly<Record<UnitDayFilter, (one: Attendance) => boolean>> = {
  semua: ({ day }) => day.planned !== 'off',
  kantor: ({ day }) => day.planned === 'office' || day.state === 'at_office',
  berbeda: ({ day }) => day.deviation !== null,
}

/** Those who pass a filter, deviations first. */
export const filtered = (people: readonly Attendance[], filter: UnitDayFilter): Attendance[] =>
  people.filter(passes[filter]).toSorted((a, b) => Number(b.day.deviation !== null) - Number(a.day.deviation !== null))

/** The agencies that somebody leads today, with their names. */
export async function unitsLed(
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
): Promise<{ readonly unit: string; readonly name: string }[]> {
  const units = await as(source.db, { region: region.code, reach: 'region' }, (tx) =>
    listUnits(tx, roleWindow(source, region)),
  )
  return agenciesLed(viewer).map((unit) => ({ unit, name: units.findLast((one) => one.unit === unit)?.name ?? unit }))
}

/** How many days of each agency were stated between two days, and how many of them late. */
export const statedBetween = (
  db: Db,
  region: RegionAsListed,
  period: { readonly from: Day; readonly until: Day },
): Promise<{ readonly agency: string; readonly days: number; readonly late: number }[]> =>
  as(db, { region: region.code, reach: 'region' }, (tx) => statedDays(tx, period))

/** The figures as other systems read them. */
export const figuresOut = ({
  people,
  counts,
  officeMost,
  officeLeast,
  tooFull,
  tooEmpty,
  lacking,
  evidenced,
}: Figures) => ({
  people,
  counts,
  office_most: officeMost,
  office_least: officeLeast,
  too_full: tooFull,
  too_empty: tooEmpty,
  lacking: lacking.map(({ name, lacks }) => ({ service: name, lacks })),
  evidenced,
})

/** A statement as other systems read it; null: there is none yet. */
export const statementOut = (one: StatedReturn | undefined) =>
  one
    ? {
        id: one.id,
        version: one.version,
        acting: one.acting,
        stated: one.stated.toISOString(),
        late: one.stated > one.due,
      }
    : null
