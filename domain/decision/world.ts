/** The dated facts, arranged so that a question about a person, a unit or a day is one look-up. */
import { type DayKind, dayKind, type WorkPattern } from '../calendar/calendar.ts'
import { type Day, type Instant, knownBy, startOf, type Time, within } from '../calendar/day.ts'
import type {
  ActingRecord,
  AttributeRecord,
  DrawnPlace,
  EmployeeRecord,
  Facts,
  LeaveRecord,
  LetterRecord,
  OverrideRecord,
  Recorded,
  UnitRecord,
} from '../staff/facts.ts'
import { type Staff, staffOf } from './staff.ts'

/** Facts as known at an instant. */
export interface World {
  readonly facts: Facts
  readonly known: Instant
  /** When attributes, leave and letters are known as. */
  readonly personal: Instant
  readonly staff: Staff
  readonly units: ReadonlyMap<string, readonly UnitRecord[]>
  readonly acting: ReadonlyMap<string, readonly ActingRecord[]>
  readonly attributes: ReadonlyMap<string, readonly AttributeRecord[]>
  readonly leave: ReadonlyMap<string, readonly LeaveRecord[]>
  readonly letters: ReadonlyMap<string, readonly LetterRecord[]>
  readonly overrides: ReadonlyMap<string, readonly OverrideRecord[]>
  readonly drawn: ReadonlyMap<string, ReadonlyMap<Day, DrawnPlace>>
  /** Looked up before, by day: kinds of day, the units above a unit, what a list of units means. */
  readonly remembered: {
    readonly kinds: Map<Day, Map<WorkPattern, DayKind>>
    readonly above: Map<Day, Map<string, readonly UnitRecord[]>>
    readonly listed: Map<Day, Map<readonly string[], UnitList>>
    /** Units that ever had a class or a function, by `class:` or `function:` with its name. */
    readonly named: Map<string, readonly string[]>
  }
}

/** What a list of units means on a day. */
export interface UnitList {
  /** Units named by path, `class:` or `function:`; those below them are not among them. */
  readonly units: ReadonlySet<string>
  /** Sectors named by `sector:`, which a unit may inherit from above. */
  readonly sectors: readonly string[]
}

/**
 * Arranges facts for questions asked as known at an instant.
 * @param personal the instant for attributes, leave and letters, where it is another one
 */
export function worldAt(facts: Facts, known: Instant, personal = known): World {
  const knownOnly = <T extends Recorded>(records: readonly T[], at = known) =>
    records.every(({ recorded }) => knownBy(recorded, at))
      ? records
      : records.filter(({ recorded }) => knownBy(recorded, at))
  return {
    facts,
    known,
    personal,
    staff: staffOf(oldestFirst(knownOnly(facts.employees))),
    units: byKey(oldestFirst(knownOnly(facts.units)), ({ unit }) => unit),
    acting: byKey(facts.acting, ({ employee }) => employee),
    attributes: byKey(oldestFirst(knownOnly(facts.attributes, personal)), ({ employee }) => employee),
    leave: byKey(knownOnly(facts.leave, personal), ({ employee }) => employee),
    letters: byKey(knownOnly(facts.letters, personal), ({ employee }) => employee),
    overrides: byKey(facts.overrides, ({ employee }) => employee),
    drawn: drawnPlaces(facts.drawn),
    remembered: { kinds: new Map(), above: new Map(), listed: new Map(), named: new Map() },
  }
}

function byKey<T>(records: readonly T[], key: (record: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const record of records) {
    const own = map.get(key(record))
    if (own) own.push(record)
    else map.set(key(record), [record])
  }
  return map
}

/** Later records set earlier ones aside, so the newest stands last. Most lists have one record each and stay as they are. */
function oldestFirst<T extends Recorded>(records: readonly T[]): readonly T[] {
  if (records.every(({ recorded }) => recorded === records[0]?.recorded)) return records
  const at = ({ recorded }: T) => startOf(recorded ?? '0000-01-01')
  return records.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
}

function drawnPlaces(places: readonly DrawnPlace[]): Map<string, Map<Day, DrawnPlace>> {
  const map = new Map<string, Map<Day, DrawnPlace>>()
  for (const place of places) {
    const own = map.get(place.employee)
    if (own) own.set(place.day, place)
    else map.set(place.employee, new Map([[place.day, place]]))
  }
  return map
}

const newestOn = <T extends { from: Day | null; until: Day | null }>(records: readonly T[] | undefined, day: Day) =>
  records?.findLast((record) => within(day, record))

/** A person's record on a day; undefined when they are not employed then. */
export function employeeOn({ staff }: World, employee: string, day: Day): EmployeeRecord | undefined {
  const row = rowOn(staff, employee, day)
  return row === undefined ? undefined : staff.records[row]
}

/** Row of a person's record on a day. */
export function rowOn(staff: Staff, employee: string, day: Day): number | undefined {
  const position = staff.positionOf(employee)
  return position === undefined ? undefined : rowAtPosition(staff, position, day)
}

/** Row of the record on a day of the person at a position of the list. */
export function rowAtPosition({ records, newest, several }: Staff, position: number, day: Day): number | undefined {
  const holds = (row: number) => within(day, records[row] as EmployeeRecord)
  const own = several.get(position)
  if (own) return own.findLast(holds)
  const row = newest[position] as number
  return holds(row) ? row : undefined
}

export const unitOn = (world: World, unit: string, day: Day): UnitRecord | undefined =>
  newestOn(world.units.get(unit), day)

/** The record of a unit and of every unit above it, itself first. */
export function unitsAbove(world: World, unit: string, day: Day): readonly UnitRecord[] {
  const remembered = ofDay(world.remembered.above, day)
  const known = remembered.get(unit)
  if (known) return known
  const own = unitOn(world, unit, day)
  const end = unit.lastIndexOf('/')
  const above = end > 0 ? unitsAbove(world, unit.slice(0, end), day) : []
  const made = own ? [own, ...above] : above
  remembered.set(unit, made)
  return made
}

/** Classes of units that the language knows by one word. */
const unitClasses: Record<string, readonly string[]> = { fktp: ['puskesmas', 'klinik'] }

/** What the entries of a list of units mean on a day. */
export function listedOn(world: World, day: Day, entries: readonly string[]): UnitList {
  const remembered = ofDay(world.remembered.listed, day)
  const known = remembered.get(entries)
  if (known) return known
  const units = new Set<string>()
  const sectors: string[] = []
  for (const entry of entries) {
    const [kind, name] = entry.split(':', 2) as [string, string | undefined]
    if (name === undefined) units.add(entry)
    else if (kind === 'sector') sectors.push(name)
    else
      for (const one of [name, ...((kind === 'class' && unitClasses[name]) || [])])
        for (const unit of unitsNamed(world, `${kind}:${one}`))
          if (isNamed(unitOn(world, unit, day), kind, one)) units.add(unit)
  }
  const made = { units, sectors }
  remembered.set(entries, made)
  return made
}

const isNamed = (unit: UnitRecord | undefined, kind: string, name: string): boolean =>
  unit !== undefined && (kind === 'class' ? unit.class : unit.functions).includes(name)

/** Units of which any record has that class or function: a few of all, so that no day walks through every unit. */
function unitsNamed({ units, remembered: { named } }: World, entry: string): readonly string[] {
  if (named.size === 0) {
    const found = new Map<string, Set<string>>()
    const add = (name: string, unit: string) => found.set(name, (found.get(name) ?? new Set()).add(unit))
    for (const [unit, records] of units) {
      for (const one of records) {
        for (const name of one.class) add(`class:${name}`, unit)
        for (const name of one.functions) add(`function:${name}`, unit)
      }
    }
    for (const [name, own] of found) named.set(name, [...own])
  }
  return named.get(entry) ?? []
}

/** What was looked up before for a day. */
function ofDay<K, V>(memory: Map<Day, Map<K, V>>, day: Day): Map<K, V> {
  const known = memory.get(day)
  if (known) return known
  const made = new Map<K, V>()
  memory.set(day, made)
  return made
}

/** The leave that covers a day, if any. */
export const leaveOn = (world: World, employee: string, day: Day): LeaveRecord | undefined =>
  world.leave.get(employee)?.find((record) => within(day, record))

/** The order that holds at a time: the one that began last, and of several that began together the one recorded last. */
export const overrideOn = (world: World, employee: string, day: Day, time: Time): OverrideRecord | undefined =>
  world.overrides
    .get(employee)
    ?.filter((one) => one.day === day && (one.at === null || one.at <= `${day}T${time}`))
    .toSorted((one, other) => (one.at ?? '').localeCompare(other.at ?? ''))
    .at(-1)

/** The acting posts (Plt, Plh) that run on a day. */
export const actingOn = (world: World, employee: string, day: Day): readonly ActingRecord[] =>
  (world.acting.get(employee) ?? []).filter((post) => within(day, post))

/** The newest record of an attribute that covers a day; none means no. */
export const attributeOn = (world: World, employee: string, name: string, day: Day): AttributeRecord | undefined =>
  world.attributes.get(employee)?.findLast(({ attribute, ...period }) => attribute === name && within(day, period))

/** What a day is for somebody with that work pattern. */
export function kindOfDay(world: World, day: Day, pattern: WorkPattern): DayKind {
  const remembered = ofDay(world.remembered.kinds, day)
  const known = remembered.get(pattern)
  if (known) return known
  const made = dayKind(day, pattern, world.facts.calendar, world.known)
  remembered.set(pattern, made)
  return made
}
