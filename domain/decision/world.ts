/** The dated facts, arranged so that a question about a person, a unit or a day is one look-up. */
import { type DayKind, dayKind, type WorkPattern } from '../calendar/calendar.ts'
import { type Day, type Instant, knownBy, startOf, within } from '../calendar/day.ts'
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

/** Facts as known at an instant. */
export interface World {
  readonly facts: Facts
  readonly known: Instant
  readonly employees: ReadonlyMap<string, readonly EmployeeRecord[]>
  readonly units: ReadonlyMap<string, readonly UnitRecord[]>
  readonly acting: ReadonlyMap<string, readonly ActingRecord[]>
  readonly attributes: ReadonlyMap<string, readonly AttributeRecord[]>
  readonly leave: ReadonlyMap<string, readonly LeaveRecord[]>
  readonly letters: ReadonlyMap<string, readonly LetterRecord[]>
  readonly overrides: ReadonlyMap<string, readonly OverrideRecord[]>
  readonly drawn: ReadonlyMap<string, ReadonlyMap<Day, DrawnPlace>>
  /** Kinds of day already looked up, by pattern and day. */
  readonly kinds: Map<string, DayKind>
}

/** Arranges facts for questions asked as known at an instant. */
export function worldAt(facts: Facts, known: Instant): World {
  const knownOnly = <T extends Recorded>(records: readonly T[]) =>
    records.filter(({ recorded }) => knownBy(recorded, known))
  return {
    facts,
    known,
    employees: byKey(oldestFirst(knownOnly(facts.employees)), ({ employee }) => employee),
    units: byKey(oldestFirst(knownOnly(facts.units)), ({ unit }) => unit),
    acting: byKey(facts.acting, ({ employee }) => employee),
    attributes: byKey(oldestFirst(knownOnly(facts.attributes)), ({ employee }) => employee),
    leave: byKey(knownOnly(facts.leave), ({ employee }) => employee),
    letters: byKey(knownOnly(facts.letters), ({ employee }) => employee),
    overrides: byKey(facts.overrides, ({ employee }) => employee),
    drawn: drawnPlaces(facts.drawn),
    kinds: new Map(),
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
export const employeeOn = (world: World, employee: string, day: Day): EmployeeRecord | undefined =>
  newestOn(world.employees.get(employee), day)

export const unitOn = (world: World, unit: string, day: Day): UnitRecord | undefined =>
  newestOn(world.units.get(unit), day)

/** The leave that covers a day, if any. */
export const leaveOn = (world: World, employee: string, day: Day): LeaveRecord | undefined =>
  world.leave.get(employee)?.find((record) => within(day, record))

/** What a day is for somebody with that work pattern. */
export function kindOfDay(world: World, day: Day, pattern: WorkPattern): DayKind {
  const key = `${pattern} ${day}`
  const found = world.kinds.get(key)
  if (found) return found
  const kind = dayKind(day, pattern, world.facts.calendar, world.known)
  world.kinds.set(key, kind)
  return kind
}
