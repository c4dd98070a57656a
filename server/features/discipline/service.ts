/** Unexcused absence by year (PP 94/2021), from days that are closed. It counts and warns; it pronounces nothing. */
import { may } from '@piket/domain/access/permission.ts'
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import {
  type DisciplineCounter,
  disciplineCounter,
  fallsUnderRegulation,
  longestRun,
} from '@piket/domain/attendance/discipline-counter.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { agencyOf, type EmployeeRecord } from '@piket/domain/staff/facts.ts'
import { as } from '#platform/db.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type Closing, closedDays, type KeptDay, keptAbsences, keptDays } from '../day-record/service.ts'
import { businessDay } from '../knowledge/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { agencyOfEmployee, listEmployees, unitNamesIn } from '../staff/service.ts'

/** The year that is counted, and what the count rests on. */
export interface CountedYear {
  readonly region: RegionAsListed
  readonly year: number
  /** The closed days of the year, the first first. */
  readonly closed: readonly Closing[]
}

/** Somebody of whom absences are on record. */
export interface PersonCounter {
  readonly employee: string
  readonly name: string
  readonly agency: string
  /** Their employment falls under the regulation. */
  readonly counted: boolean
  readonly counter: DisciplineCounter
  /** Absences of the year, the open ones too, by day. */
  readonly absences: readonly KeptDay[]
}

/** A run of ten working days may have begun in the year before. */
const daysBefore = 31

const periodOf = (year: number) => ({ from: `${year}-01-01` as Day, until: `${year}-12-31` as Day })

/** The year asked for, or the present one. */
async function yearOf(source: Source, name: string, asked: number | undefined): Promise<CountedYear | Refusal> {
  const region = await findRegion(source.db, name)
  if (!region) return { refused: 'not-found' }
  const year = asked ?? Number(businessDay(source, region).slice(0, 4))
  return { region, year, closed: await closedDays(source.db, region, periodOf(year)) }
}

/** The staff of a region, or of one agency, today. */
const staffOf = (source: Source, region: RegionAsListed, agency?: string): Promise<EmployeeRecord[]> =>
  as(
    source.db,
    { region: region.code, ...(agency === undefined ? { reach: 'region' } : { reach: 'agency', agency }) },
    (tx) => listEmployees(tx, roleWindow(source, region)),
  )

function counterOf(person: EmployeeRecord, days: readonly KeptDay[], year: number): PersonCounter {
  const { employee, name, unit, employment } = person
  // A day counts by the employment of that day.
  const working = days.flatMap(({ day, standing, openFor, employment: then }) =>
    standing === 'none' || !fallsUnderRegulation(then) ? [] : [{ day, standing, open: openFor.length > 0 }],
  )
  return {
    employee,
    name,
    agency: agencyOf(unit),
    counted: fallsUnderRegulation(employment),
    counter: disciplineCounter(working, year, employment),
    absences: days.filter(({ day, standing }) => standing === 'unexcused' && day.startsWith(`${year}-`)),
  }
}

/** The counter of one person. A refusal: they are not on the staff list. */
export async function personCounter(
  source: Source,
  name: string,
  employee: string,
  asked: number | undefined,
): Promise<(CountedYear & { readonly person: PersonCounter }) | Refusal> {
  const counted = await yearOf(source, name, asked)
  if ('refused' in counted) return counted
  const { region, year } = counted
  const agency = await agencyOfEmployee(source.db, region.code, employee, roleWindow(source, region))
  const staff = agency === undefined ? [] : await staffOf(source, region, agency)
  const person = staff.findLast((one) => one.employee === employee)
  if (!person) return { refused: 'not-found' }
  const { from, until } = periodOf(year)
  const days = await keptDays(source.db, region, { from: addDays(from, -daysBefore), until, employees: [employee] })
  return { ...counted, person: counterOf(person, days, year) }
}

/** A counter as lists show it: what stands in a row is said of one person at a time, with the days between. */
export type ListedCounter = Omit<PersonCounter, 'counter'> & { readonly counter: Omit<DisciplineCounter, 'inARow'> }

/** Everybody of some agencies who has an absence on record in the year. */
async function countersIn(
  source: Source,
  { region, year }: CountedYear,
  staff: readonly EmployeeRecord[],
): Promise<ListedCounter[]> {
  const { from, until } = periodOf(year)
  const period = { from: addDays(from, -daysBefore), until }
  const byPerson = groupedByPerson(await keptAbsences(source.db, region, period))
  // Days between absences matter only to who may have as many in a row as the regulation speaks of.
  const employees = [...byPerson].filter(([, own]) => own.length >= longestRun).map(([employee]) => employee)
  const whole =
    employees.length === 0 ? [] : groupedByPerson(await keptDays(source.db, region, { ...period, employees }))
  const daysOf = new Map([...byPerson, ...whole])
  return staff
    .map((person) => counterOf(person, daysOf.get(person.employee) ?? [], year))
    .filter(({ absences }) => absences.length > 0)
    .toSorted((a, b) => b.counter.days.length - a.counter.days.length || a.name.localeCompare(b.name))
}

function groupedByPerson(days: readonly KeptDay[]): Map<string, KeptDay[]> {
  const found = new Map<string, KeptDay[]>()
  for (const one of days) {
    const own = found.get(one.employee)
    if (own) own.push(one)
    else found.set(one.employee, [one])
  }
  return found
}

export interface AgencyCounters extends CountedYear {
  readonly agency: string
  readonly name: string
  readonly people: number
  /** People whose employment does not fall under the regulation. */
  readonly others: number
  readonly counters: readonly ListedCounter[]
}

/** The counters of an agency. A refusal: there is no such agency. */
export async function agencyCounters(
  source: Source,
  name: string,
  agency: string,
  asked: number | undefined,
): Promise<AgencyCounters | Refusal> {
  const counted = await yearOf(source, name, asked)
  if ('refused' in counted) return counted
  const { region } = counted
  const staff = (await staffOf(source, region, agency)).filter(({ unit }) => agencyOf(unit) === agency)
  if (staff.length === 0) return { refused: 'not-found' }
  const nameOf = await unitNamesIn(source.db, region.code, roleWindow(source, region))
  return {
    ...counted,
    agency,
    name: nameOf(agency),
    people: staff.length,
    others: staff.filter(({ employment }) => !fallsUnderRegulation(employment)).length,
    counters: await countersIn(source, counted, staff),
  }
}

/** An agency in figures, without names. */
export interface AgencySum {
  readonly agency: string
  readonly name: string
  readonly people: number
  readonly others: number
  /** People with a day that counts. */
  readonly withDays: number
  /** People whose days the regulation connects with something. */
  readonly connected: number
  /** Absences that are open. */
  readonly open: number
}

export interface RegionCounters extends CountedYear {
  readonly agencies: readonly AgencySum[]
}

/** The agencies in reach, those with most to look at first. A refusal: the viewer reaches none. */
export async function regionCounters(
  source: Source,
  viewer: Viewer,
  name: string,
  asked: number | undefined,
): Promise<RegionCounters | Refusal> {
  const counted = await yearOf(source, name, asked)
  if ('refused' in counted) return counted
  const { region } = counted
  const all = may(viewer, 'read-discipline', { region: region.code })
  const led = agenciesLed(viewer)
  const staff = (await staffOf(source, region)).filter(({ unit }) => all || led.includes(agencyOf(unit)))
  if (staff.length === 0) return { refused: 'not-allowed' }
  const nameOf = await unitNamesIn(source.db, region.code, roleWindow(source, region))
  const counters = await countersIn(source, counted, staff)
  const agencies = [...new Set(staff.map(({ unit }) => agencyOf(unit)))].map((agency): AgencySum => {
    const people = staff.filter(({ unit }) => agencyOf(unit) === agency)
    const own = counters.filter((one) => one.agency === agency)
    return {
      agency,
      name: nameOf(agency),
      people: people.length,
      others: people.filter(({ employment }) => !fallsUnderRegulation(employment)).length,
      withDays: own.filter(({ counted: falls, counter }) => falls && counter.days.length > 0).length,
      connected: own.filter(({ counter }) => counter.consequence !== null).length,
      open: own.reduce((sum, { absences }) => sum + absences.filter(({ openFor }) => openFor.length > 0).length, 0),
    }
  })
  const ranked = agencies.toSorted(
    (a, b) => b.connected - a.connected || b.withDays - a.withDays || a.name.localeCompare(b.name),
  )
  return { ...counted, agencies: ranked }
}
