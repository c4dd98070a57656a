/** People and units, as the staff list has them: each version with the days it speaks of and since when it is known. */
import type { Day, Instant, Period } from '@piket/domain/calendar/day.ts'
import { agencyOf, type EmployeeRecord, type Facts, type Recorded, type UnitRecord } from '@piket/domain/staff/facts.ts'
import { latest } from '@piket/domain/staff/latest.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { clocks, type Held } from '#platform/two-clocks.ts'
import {
  addEmployees,
  addEmployeeVersions,
  addUnitVersions,
  type Ending,
  employeeVersions,
  mailHeld,
  namesHeld,
  postingHeld,
  unitVersions,
  withdrawEmployees,
  withdrawUnits,
} from './queries.ts'

export interface Window {
  readonly from: Day
  readonly until: Day
  readonly known: Instant
  readonly zone: string
}

/** Units of the window, those of one unit together; what a newer version sets aside on all days is left out. */
export const listUnits = async (tx: Tx, window: Window): Promise<UnitRecord[]> =>
  latest((await unitVersions(tx, window)) as UnitRecord[], ({ unit }) => unit, window)

/** People of the window, the versions of one person together; what a newer one sets aside on all days is left out. */
export const listEmployees = async (tx: Tx, window: Window): Promise<EmployeeRecord[]> =>
  latest((await employeeVersions(tx, window)) as EmployeeRecord[], ({ employee }) => employee, window)

/** How the units of the window are called; one that is none of them, by its path. */
export const unitNamesIn = (db: Db, region: string, window: Window): Promise<(unit: string) => string> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    const names = new Map((await listUnits(tx, window)).map(({ unit, name }) => [unit, name]))
    return (unit) => names.get(unit) ?? unit
  })

/** What units are called in the window; the path of one without a record. */
export async function unitNamesOf(tx: Tx, window: Held): Promise<(unit: string) => string> {
  const rows = await unitVersions(tx, window)
  const names = new Map(rows.map(({ unit, name }) => [unit, name]))
  return (unit) => names.get(unit) ?? unit
}

/** The agency somebody is posted in within the window; undefined when nobody of that id is employed then. */
export const agencyOfEmployee = (db: Db, region: string, employee: string, window: Held): Promise<string | undefined> =>
  as(db, { region, reach: 'region' }, async (tx) => (await postingHeld(tx, employee, window))?.agency ?? undefined)

/** Who somebody is on a day and whom they answer to. */
export interface Posting {
  readonly name: string
  readonly nip: string | null
  readonly birth: string | null
  readonly unit: string
  readonly agency: string
  readonly position: string
  readonly title: string | null
  readonly supervisor: string | null
  readonly phone: string | null
  readonly email: string | null
}

/** The posting of somebody in the window; undefined when nobody of that id is employed then. */
export const postingOf = async (tx: Tx, employee: string, window: Held): Promise<Posting | undefined> => {
  const row = await postingHeld(tx, employee, window)
  return row && { ...row, agency: row.agency ?? agencyOf(row.unit) }
}

/** What people are called, or were as known then; the id of somebody who is not on record. */
export async function namesOf(
  tx: Tx,
  employees: Iterable<string>,
  then?: Pick<Held, 'known' | 'zone'>,
): Promise<(employee: string) => string> {
  const asked = [...new Set(employees)]
  // Pages of the morning often have nobody to name.
  const rows = asked.length === 0 ? [] : await namesHeld(tx, asked, then)
  const names = new Map(rows.map(({ employee, name }) => [employee, name]))
  return (employee) => names.get(employee) ?? employee
}

/** What the staff list has as the mail address of some people; null: none. */
export const mailOf = (
  tx: Tx,
  employees: readonly string[],
  window: Held,
): Promise<{ readonly employee: string; readonly mail: string | null }[]> => mailHeld(tx, employees, window)

/** Adds versions of people and units. Nothing that was known before is changed. */
export async function addVersions(
  tx: Tx,
  { employees = [], units = [] }: Partial<Pick<Facts, 'employees' | 'units'>>,
): Promise<void> {
  await addEmployees(tx, new Set(employees.map(({ employee }) => employee)))
  await addUnitVersions(tx, units.map(unitRow))
  await addEmployeeVersions(tx, employees.map(employeeRow))
}

/** All days there are: a window that leaves out nothing. */
export const allDays = { from: '0001-01-01' as Day, until: '9999-12-31' as Day } as const

/**
 * Ends people, or units, after their last day. What was held of later days is withdrawn; what was held of earlier ones
 * stays true of them.
 */
export async function endVersions(
  tx: Tx,
  { kind, endings, at, zone }: { kind: 'employees' | 'units'; endings: readonly Ending[]; at: Instant; zone: string },
): Promise<void> {
  if (endings.length === 0) return
  const window = { ...allDays, known: at, zone }
  const lastDays = new Map(endings.map(({ id, lastDay }) => [id, lastDay as Day]))
  if (kind === 'employees') {
    const kept = shortened(await listEmployees(tx, window), ({ employee }) => lastDays.get(employee), at)
    await withdrawEmployees(tx, endings, at)
    await addEmployeeVersions(tx, kept.map(employeeRow))
  } else {
    const kept = shortened(await listUnits(tx, window), ({ unit }) => lastDays.get(unit), at)
    await withdrawUnits(tx, endings, at)
    await addUnitVersions(tx, kept.map(unitRow))
  }
}

/** What remains of the versions that reach beyond a last day. */
const shortened = <T extends Period & Recorded>(
  versions: readonly T[],
  lastDayOf: (version: T) => Day | undefined,
  recorded: Instant,
) =>
  versions.flatMap((version) => {
    const until = lastDayOf(version)
    const ends = until !== undefined && (version.until === null || version.until > until)
    return ends && (version.from === null || version.from <= until) ? [{ ...version, until, recorded }] : []
  })

const unitRow = (unit: UnitRecord) => ({
  ...clocks(unit),
  unit_id: unit.unit,
  name: unit.name,
  kind: unit.kind,
  class: unit.class,
  sector: unit.sector,
  functions: unit.functions,
  top_echelons: unit.topEchelons,
  workplace_in: unit.workplaceIn,
  employer: unit.employer,
  building: unit.building,
  room: unit.room,
  room_capacity: unit.roomCapacity,
  head_id: unit.head,
})

const employeeRow = (person: EmployeeRecord) => ({
  ...clocks(person),
  employee_id: person.employee,
  name: person.name,
  nip: person.nip,
  employment: person.employment,
  birth_on: person.birth,
  sex: person.sex,
  unit_id: person.unit,
  position: person.position,
  title: person.title,
  echelon: person.echelon,
  job: person.job,
  rank: person.rank,
  supervisor_id: person.supervisor,
  workplace_in: person.workplaceIn,
  employer: person.employer,
  work_pattern: person.workPattern,
  phone: person.phone,
  email: person.email,
})
