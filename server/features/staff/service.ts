import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import {
  type AttributeRecord,
  type EmployeeRecord,
  type Facts,
  noFacts,
  type Settings,
  type UnitRecord,
  usualSettings,
} from '@piket/domain/staff/facts.ts'
import { latest } from '@piket/domain/staff/latest.ts'
import type { Tx } from '#platform/db.ts'
import { recordEvent, touchRegion } from '#platform/event.ts'
import { isHealth, readHealth, recordHealth } from '../health/service.ts'
import { regionOf } from '../region/service.ts'
import {
  actingPosts,
  addEmployees,
  addFacts,
  answersHeld,
  attributesHeld,
  calendarDays,
  declaredEvents,
  drawnPlaces,
  employeeVersions,
  leaveHeld,
  lettersHeld,
  overridesKnown,
  seasonsKnown,
  settingsHeld,
  statusesHeld,
  unitVersions,
} from './queries.ts'

export interface Window {
  readonly from: Day
  readonly until: Day
  readonly known: Instant
  readonly zone: string
  /** Who asks, for the log of reads of health data; absent: Piket itself, deciding for all. */
  readonly reader?: string
}

/**
 * Every dated fact that speaks of the window, as known at an instant. What a newer record sets aside on all its days
 * is left out; where several remain, the newest stands last.
 */
export async function loadFacts(tx: Tx, { reader = 'piket', ...window }: Window): Promise<Facts> {
  const region = await regionOf(tx)
  const units = (await unitVersions(tx, window)) as UnitRecord[]
  const employees = (await employeeVersions(tx, window)) as EmployeeRecord[]
  const attributes = await attributesHeld(tx, window)
  const health = await readHealth(tx, { reader, purpose: 'decision', subject: null }, window)
  const overrides = await overridesKnown(tx, window)
  const facts: { readonly [Name in keyof Facts]: readonly unknown[] | Settings } = {
    ...noFacts,
    regions: region ? linksOf(region) : [],
    settings: settingsOf(await settingsHeld(tx, window)),
    units: latest(units, ({ unit }) => unit, window),
    employees: latest(employees, ({ employee }) => employee, window),
    acting: await actingPosts(tx, window),
    attributes: [...attributes.map(withTruth), ...health],
    leave: await leaveHeld(tx, window),
    letters: await lettersHeld(tx, window),
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

/** Facts that somebody enters. Regions and drawn places have doors of their own. */
export type EnteredFacts = Partial<Omit<Facts, 'regions' | 'drawn'>>

/**
 * Adds facts, each as recorded in it (null: always known), bumps the region's revision and leaves one event. Nothing
 * that was known before is changed: a newer record sets an older one aside from its recording on.
 * @param by internal id of who enters them, or the part of Piket that does
 * @param recorded since when acting posts, overrides, seasons and settings are known, whose records say nothing of it
 */
export async function saveFacts(
  tx: Tx,
  facts: EnteredFacts,
  { by, recorded }: { readonly by: string; readonly recorded: Instant | null },
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
  await saveAttributes(tx, facts.attributes ?? [])
  await addFacts(
    tx,
    'leave',
    facts.leave?.map((leave) => ({ ...clocks(leave), employee_id: leave.employee, kind: leave.kind })) ?? [],
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

async function saveAttributes(tx: Tx, attributes: readonly AttributeRecord[]) {
  await recordHealth(
    tx,
    attributes.filter(({ attribute }) => isHealth(attribute)),
  )
  const rows = attributes
    .filter(({ attribute }) => !isHealth(attribute))
    .map((record) => ({
      ...clocks(record),
      employee_id: record.employee,
      attribute: record.attribute,
      value: record.value === 'unknown' ? record.value : record.value ? 'yes' : 'no',
      issuer: record.issuer,
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
