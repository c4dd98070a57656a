import type { Day, Instant, Period } from '@piket/domain/calendar/day.ts'
import {
  type ActingRecord,
  type AttributeRecord,
  agencyOf,
  type Echelon,
  type EmployeeRecord,
  type Facts,
  highestEchelon,
  type LeaveRecord,
  noFacts,
  type Recorded,
  type Settings,
  type UnitRecord,
  usualSettings,
} from '@piket/domain/staff/facts.ts'
import { latest } from '@piket/domain/staff/latest.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, touchRegion } from '#platform/event.ts'
import type { Held, PermitEnding } from '#platform/two-clocks.ts'
import { endHealthOfPermit, isHealth, readHealth, recordHealth } from '../health/service.ts'
import { regionOf } from '../region/service.ts'
import {
  actingFromElsewhere,
  actingPosts,
  actingPostsOf,
  addEmployees,
  addFacts,
  agencyHeadsHeld,
  answersHeld,
  attributesHeld,
  calendarDays,
  declaredEvents,
  drawnPlaces,
  drawnPlacesOf,
  type Ending,
  employeeVersions,
  endFacts,
  holdersActedFor,
  leaveHeld,
  lettersHeld,
  listedLeaveOf,
  mailHeld,
  namesHeld,
  overridesKnown,
  peopleUnder,
  postingHeld,
  ranksHeld,
  seasonsKnown,
  settingsHeld,
  statusesHeld,
  supervisesAnybody,
  unitsHeadedBy,
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

export interface FactsWindow extends Window {
  /** Who asks, for the log of reads of health data; absent: Piket itself, deciding for all. */
  readonly reader?: string
  /** False leaves health data unread. */
  readonly health?: boolean
  /** Attributes, leave and letters as known at this instant. Default: `known`. */
  readonly personal?: Instant | undefined
}

/**
 * Every dated fact that speaks of the window, as known at an instant. What a newer record sets aside on all its days
 * is left out; where several remain, the newest stands last.
 */
export async function loadFacts(
  tx: Tx,
  { reader = 'piket', health = true, personal, ...window }: FactsWindow,
): Promise<Facts> {
  const region = await regionOf(tx)
  const ofPeople = { ...window, known: personal ?? window.known }
  const attributes = await attributesHeld(tx, ofPeople)
  const healthHeld = health ? await readHealth(tx, { reader, purpose: 'decision', subject: null }, ofPeople) : []
  const overrides = await overridesKnown(tx, window)
  const facts: { readonly [Name in keyof Facts]: readonly unknown[] | Settings } = {
    ...noFacts,
    regions: region ? linksOf(region) : [],
    settings: settingsOf(await settingsHeld(tx, window)),
    units: await listUnits(tx, window),
    employees: await listEmployees(tx, window),
    acting: await actingPosts(tx, window),
    attributes: [...attributes.map(withTruth), ...healthHeld],
    leave: await leaveHeld(tx, ofPeople),
    letters: await lettersHeld(tx, ofPeople),
    statuses: await statusesHeld(tx, window),
    events: await declaredEvents(tx, window),
    answers: await answersHeld(tx, window),
    overrides: overrides.map(({ action, ...override }) => ({ ...override, do: action })),
    drawn: await drawnPlaces(tx, window),
    calendar: await calendarDays(tx, window),
    seasons: await seasonsKnown(tx, window),
  }
  // The checks of the tables hold their words to the closed sets of the nouns.
  return facts as unknown as Facts
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

const linksOf = ({ slug, within }: { slug: string; within: string | null }) => [
  { region: slug, within },
  ...(within === null ? [] : [{ region: within, within: null }]),
]

const settingsOf = (rows: readonly { name: string; value: unknown }[]): Settings => ({
  ...usualSettings,
  ...Object.fromEntries(rows.map(({ name, value }) => [name, value])),
})

const withTruth = <T extends { value: string }>({ value, ...row }: T) => ({
  ...row,
  value: value === 'unknown' ? value : value === 'yes',
})

/** A setting of the region on the first day of the window; undefined: not set. */
export const settingOf = async (tx: Tx, name: string, window: Held): Promise<unknown> =>
  (await settingsHeld(tx, window)).findLast((row) => row.name === name)?.value

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

/** What the staff list says of somebody's part in leading. */
export interface Leading {
  /** Agencies led, by the own post or by an acting one. */
  readonly agencies: readonly string[]
  /** Whether anybody answers to them. */
  readonly supervises: boolean
}

// Posts that lead an agency when they stand at its top: the heads of the region's settings, and the regional secretary,
// who leads the secretariat.
const regionalSecretary = 'sekda'

const leadingPosts = async (tx: Tx, window: Held): Promise<readonly string[]> => [
  ...settingsOf(await settingsHeld(tx, window)).heads,
  regionalSecretary,
]

/** Everybody who leads an agency of the region by the own post. */
export const agencyHeads = async (tx: Tx, window: Held): Promise<string[]> =>
  agencyHeadsHeld(tx, await leadingPosts(tx, window), window)

/** The agencies somebody leads in the window, and whether anybody answers to them. */
export async function leadingOf(tx: Tx, employee: string, { unit, position }: Posting, window: Held): Promise<Leading> {
  const heads = await leadingPosts(tx, window)
  const posts = [{ unit, position }, ...(await actingPostsOf(tx, employee, window))]
  const byPost = posts.flatMap((post) => (post.unit !== null && heads.includes(post.position) ? [post.unit] : []))
  const byUnit = (await unitsHeadedBy(tx, employee, window)).map(({ unit: headed }) => headed)
  return {
    agencies: [...new Set([...byPost, ...byUnit])].filter((one) => !one.includes('/')),
    supervises: (await supervisesAnybody(tx, await selfAndActedFor(tx, employee, window), window)) !== undefined,
  }
}

/** Who leads each agency in the window, by the own post, by an acting one, or as the unit names its head. */
export async function headsOfAgencies(tx: Tx, window: Window): Promise<ReadonlyMap<string, readonly string[]>> {
  const posts: readonly string[] = [...settingsOf(await settingsHeld(tx, window)).heads, regionalSecretary]
  const units = await listUnits(tx, window)
  const leading = [
    ...(await listEmployees(tx, window)).filter(({ position }) => posts.includes(position)),
    ...((await actingPosts(tx, window)) as ActingRecord[]).filter(({ position }) => posts.includes(position)),
    ...units.flatMap(({ unit, head }) => (head === null ? [] : [{ unit, employee: head }])),
  ]
  const heads = new Map<string, readonly string[]>()
  for (const { unit, employee } of leading)
    if (unit !== null && !unit.includes('/')) heads.set(unit, [...new Set([...(heads.get(unit) ?? []), employee])])
  return heads
}

/** Somebody whose post is held for them by an acting one. */
export interface ActedFor extends Period {
  readonly inPlaceOf: string
}

/** Whom somebody acts for in the window: the holders of posts in which they act. */
export const actedFor = async (tx: Tx, employee: string, window: Held): Promise<ActedFor[]> =>
  (await holdersActedFor(tx, employee, window)) as ActedFor[]

const selfAndActedFor = async (tx: Tx, employee: string, window: Held): Promise<string[]> => [
  employee,
  ...(await actedFor(tx, employee, window)).map(({ inPlaceOf }) => inPlaceOf),
]

/** Somebody who answers to a superior, as lists show them. */
export interface Subordinate {
  readonly employee: string
  readonly nip: string | null
  readonly name: string
  readonly title: string | null
  readonly position: string
  readonly unit: string
  readonly agency: string
  readonly supervisor: string | null
  readonly phone: string | null
}

/** Who answers to somebody, or to whom they act for; with `agencies`, everybody posted there too. By name. */
export const subordinatesOf = async (
  tx: Tx,
  employee: string,
  agencies: readonly string[],
  window: Held,
): Promise<Subordinate[]> => {
  const supervisors = await selfAndActedFor(tx, employee, window)
  const people = (await peopleUnder(tx, { supervisors, agencies }, window)) as Subordinate[]
  return people.filter((one) => one.employee !== employee)
}

/** Everybody posted in some agencies, by name. */
export const peopleOfAgencies = async (tx: Tx, agencies: readonly string[], window: Held): Promise<Subordinate[]> =>
  (await peopleUnder(tx, { supervisors: [], agencies }, window)) as Subordinate[]

/** What units are called in the window; the path of one without a record. */
export async function unitNamesOf(tx: Tx, window: Held): Promise<(unit: string) => string> {
  const rows = await unitVersions(tx, window)
  const names = new Map(rows.map(({ unit, name }) => [unit, name]))
  return (unit) => names.get(unit) ?? unit
}

/** What people are called; the id of somebody who is not on record. */
export async function namesOf(tx: Tx, employees: Iterable<string>): Promise<(employee: string) => string> {
  const rows = await namesHeld(tx, [...new Set(employees)])
  const names = new Map(rows.map(({ employee, name }) => [employee, name]))
  return (employee) => names.get(employee) ?? employee
}

/** What the staff list has as the mail address of some people; null: none. */
export const mailOf = (
  tx: Tx,
  employees: readonly string[],
  window: Held,
): Promise<{ readonly employee: string; readonly mail: string | null }[]> => mailHeld(tx, employees, window)

/** An acting post in a unit, or below, whose holder is posted outside of it. */
export interface ActingHere extends ActingRecord {
  readonly name: string
  readonly postedIn: string
}

/** Those who hold an acting post in a unit and are posted elsewhere: its own people do not include them. */
export const listActingHere = (db: Db, region: string, unit: string, window: Held): Promise<ActingHere[]> =>
  as(db, { region, reach: 'region' }, async (tx) => (await actingFromElsewhere(tx, unit, window)) as ActingHere[])

/** Facts that somebody enters. Regions and drawn places have doors of their own. */
export type EnteredFacts = Partial<Omit<Facts, 'regions' | 'drawn'>>

/**
 * Adds facts, each as recorded in it (null: always known), bumps the region's revision and leaves one event. Nothing
 * that was known before is changed: a newer record sets an older one aside from its recording on.
 * @param by internal id of who enters them, or the part of Piket that does
 * @param recorded since when acting posts, overrides, seasons and settings are known, whose records say nothing of it
 * @param permit the permit that attributes, leave and letters come from; absent: none
 */
export async function saveFacts(
  tx: Tx,
  facts: EnteredFacts,
  {
    by,
    recorded,
    permit = null,
  }: { readonly by: string; readonly recorded: Instant | null; readonly permit?: string | null },
): Promise<void> {
  await addEmployees(tx, new Set(facts.employees?.map(({ employee }) => employee)))
  await addFacts(tx, 'unit_version', facts.units?.map(unitRow) ?? [])
  await addFacts(tx, 'employee_version', facts.employees?.map(employeeRow) ?? [])
  await addFacts(
    tx,
    'acting_post',
    facts.acting?.map((post) => ({
      ...clocks({ ...post, recorded }),
      employee_id: post.employee,
      position: post.position,
      echelon: post.echelon,
      unit_id: post.unit,
      kind: post.kind,
      letter: post.letter,
    })) ?? [],
  )
  await saveAttributes(tx, facts.attributes ?? [], permit)
  await addFacts(
    tx,
    'leave',
    facts.leave?.map((leave) => ({
      ...clocks(leave),
      employee_id: leave.employee,
      kind: leave.kind,
      permit_id: permit,
    })) ?? [],
  )
  await addFacts(
    tx,
    'letter',
    facts.letters?.map((letter) => ({
      ...clocks(letter),
      employee_id: letter.employee,
      letter: letter.letter,
      number: letter.number,
      dated_on: letter.dated,
      signer_echelon: letter.signerEchelon,
      signed_by: letter.by,
      reported_to: letter.reportedTo,
      reported_on: letter.reportedOn,
      permit_id: permit,
    })) ?? [],
  )
  await addFacts(tx, 'status', facts.statuses?.map((status) => ({ ...clocks(status), ...status })) ?? [])
  await addFacts(
    tx,
    'declared_event',
    facts.events?.map((event) => ({
      ...event,
      starts_on: event.from.slice(0, 10),
      starts_time: event.from.slice(11) || null,
      valid_until: event.until,
      recorded_at: event.recorded,
    })) ?? [],
  )
  await addFacts(
    tx,
    'answer',
    facts.answers?.map((answer) => ({
      ...clocks(answer),
      circular_id: answer.circular,
      clause: answer.clause,
      unit_id: answer.unit,
      value: JSON.stringify(answer.value),
      answered_by: answer.by,
    })) ?? [],
  )
  await addFacts(
    tx,
    'override',
    facts.overrides?.map((override) => ({
      employee_id: override.employee,
      day: override.day,
      action: override.do,
      starts_time: override.at?.slice(11) || null,
      ordered_by: override.by,
      reason: override.reason,
      recorded_at: recorded,
    })) ?? [],
  )
  await addFacts(tx, 'calendar_day', facts.calendar?.map((line) => ({ ...line, recorded_at: line.recorded })) ?? [])
  await addFacts(
    tx,
    'season',
    facts.seasons?.map((season) => ({ ...season, ...clocks({ ...season, recorded }) })) ?? [],
  )
  await addFacts(
    tx,
    'region_setting',
    Object.entries(facts.settings ?? {}).map(([name, value]) => ({
      name,
      value: JSON.stringify(value),
      recorded_at: recorded,
    })),
  )
  await touchRegion(tx)
  const counts = Object.entries(facts).map(([name, records]) => [name, Array.isArray(records) ? records.length : 1])
  await recordEvent(tx, { actor: by, kind: 'facts-saved', subject: 'staff', body: Object.fromEntries(counts) })
}

/** Ends what a permit made: it is held true until now and no longer, but for the days that have passed. */
export async function endPermitFacts(tx: Tx, ending: PermitEnding): Promise<void> {
  for (const table of ['leave', 'letter', 'attribute'] as const) await endFacts(tx, table, ending)
  await endHealthOfPermit(tx, ending)
  await touchRegion(tx)
}

/** The leave of somebody that the staff list says, beside what was permitted. */
export const listedLeave = async (tx: Tx, employee: string, window: Held): Promise<Omit<LeaveRecord, 'recorded'>[]> =>
  (await listedLeaveOf(tx, employee, window)) as Omit<LeaveRecord, 'recorded'>[]

/** The days of the window on which a published roster has somebody at the office, by turn or by a clause. */
export const officeDaysDrawn = async (tx: Tx, employee: string, window: Held): Promise<string[]> => {
  const places = await drawnPlacesOf(tx, employee, window)
  return [...new Set(places.flatMap(({ day, place }) => (place === 'office' ? [day] : [])))]
}

/** The highest structural rank of somebody in the window, by the own post or an acting one. */
export const rankOf = async (tx: Tx, employee: string, window: Held): Promise<Echelon> =>
  highestEchelon((await ranksHeld(tx, employee, window)) as Echelon[])

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
    await addFacts(tx, 'employee_version', kept.map(employeeRow))
  } else {
    const kept = shortened(await listUnits(tx, window), ({ unit }) => lastDays.get(unit), at)
    await withdrawUnits(tx, endings, at)
    await addFacts(tx, 'unit_version', kept.map(unitRow))
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

async function saveAttributes(tx: Tx, attributes: readonly AttributeRecord[], permit: string | null) {
  await recordHealth(
    tx,
    attributes.filter(({ attribute }) => isHealth(attribute)),
    permit,
  )
  const rows = attributes
    .filter(({ attribute }) => !isHealth(attribute))
    .map((record) => ({
      ...clocks(record),
      employee_id: record.employee,
      attribute: record.attribute,
      value: record.value === 'unknown' ? record.value : record.value ? 'yes' : 'no',
      issuer: record.issuer,
      permit_id: permit,
    }))
  await addFacts(tx, 'attribute', rows)
}

const clocks = ({ from, until, recorded }: { from: Day | null; until: Day | null; recorded: Instant | null }) => ({
  valid_from: from,
  valid_until: until,
  recorded_at: recorded,
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
