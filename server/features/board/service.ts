/** Boards: everybody of a region, or of a unit, on one day. Derived each time it is asked, and kept with its ground. */
import { type DayKind, yearsWithoutDecree } from '@piket/domain/calendar/calendar.ts'
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import type { OpenQuestion } from '@piket/domain/circular/question-words.ts'
import { type Active, activeAt } from '@piket/domain/decision/active.ts'
import { publicViewOf } from '@piket/domain/decision/public-view.ts'
import type { Place } from '@piket/domain/decision/row.ts'
import { byAgency, type Seated } from '@piket/domain/decision/seated.ts'
import { type Seats, seatsOf } from '@piket/domain/decision/seats.ts'
import { type Tally, tallyOf } from '@piket/domain/decision/tally.ts'
import { actingOn, kindOfDay, unitOn } from '@piket/domain/decision/world.ts'
import { type ActingRecord, agencyOf, unitChain, unitCovers } from '@piket/domain/staff/facts.ts'
import { nameSearch } from '@piket/domain/staff/name-search.ts'
import type { Db } from '#platform/db.ts'
import { type Ground, peopleOn, unitNames } from '../ground/service.ts'
import { type ActingHere, listActingHere } from '../leader/service.ts'
import { questionsOn } from '../question/service.ts'
import { daysLeftOpen, type OpenDay } from '../roster/service.ts'

export interface AgencyDay extends Tally {
  readonly unit: string
  readonly name: string
  readonly seats: Seats
  /** The published roster leaves the turns of this day open: they cannot be met. */
  readonly leftOpen: boolean
}

export interface RegionDay {
  readonly day: Day
  readonly known: Instant
  /** Attributes, leave and letters were taken as known later than everything else. */
  readonly personalLater: boolean
  readonly kind: DayKind
  /** No decree on holidays was read for the year: only weekends are free in it. */
  readonly withoutDecree: boolean
  readonly inForce: readonly Active[]
  readonly total: Tally
  readonly agencies: readonly AgencyDay[]
  readonly questions: readonly OpenQuestion[]
}

/** Everybody of a region on one day. */
export function regionDay(db: Db, ground: Ground, day: Day): Promise<RegionDay> {
  const known = daysKept.get(ground) ?? new Map<Day, Promise<RegionDay>>()
  daysKept.set(ground, known)
  const found = known.get(day)
  if (found) return found
  const made = makeRegionDay(db, ground, day)
  known.set(day, made)
  made.catch(() => known.delete(day))
  return made
}

const daysKept = new WeakMap<Ground, Map<Day, Promise<RegionDay>>>()

async function makeRegionDay(db: Db, ground: Ground, day: Day): Promise<RegionDay> {
  const { book, facts } = ground
  const { world } = book
  const people = peopleOn(ground, day)
  const somebody = people[0]?.person
  const inForce = somebody
    ? activeAt(book.versions, { person: somebody, day, time: '12:00', world, unknown: new Set() })
    : []
  const nameOf = unitNames(ground, day)
  const open = new Set((await openOn(db, ground, day)).map(({ unit }) => unit))
  return {
    day,
    known: ground.known,
    personalLater: personalLater(ground),
    kind: kindOfDay(world, day, 'five_day'),
    withoutDecree: yearsWithoutDecree(day, day, facts.calendar).length > 0,
    inForce,
    total: tallyOf(people),
    agencies: [...byAgency(people)]
      .map(([unit, own]) =>
        agencyOn({ unit, name: nameOf(unit) }, own, seatsOf(book, day, own, people), open.has(unit)),
      )
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    questions: questionsOn(ground, inForce, day, people),
  }
}

/** Whether attributes, leave and letters were taken as known later than everything else. */
export const personalLater = ({ book: { world } }: Ground): boolean => world.personal !== world.known

/** A day is open for those who wait for their turn; where nobody does, there is nothing to meet. */
function agencyOn(
  named: Pick<AgencyDay, 'unit' | 'name'>,
  people: readonly Seated[],
  seats: Seats,
  open: boolean,
): AgencyDay {
  const tally = tallyOf(people)
  return { ...named, ...tally, seats, leftOpen: open && tally.turns > 0 }
}

/** Rosters that leave a day open, as known on the ground; all of the region's, or of one agency. */
const openOn = (db: Db, { region, known }: Ground, day: Day, unit?: string): Promise<readonly OpenDay[]> =>
  daysLeftOpen(db, region, { from: day, until: day, known, ...(unit !== undefined && { unit }) })

/** Somebody of a board. */
export interface OnBoard extends Seated {
  /** The acting posts of the day, in whatever unit. */
  readonly acting: readonly ActingRecord[]
  /** The published roster leaves the turn of the day open. */
  readonly leftOpen: boolean
}

/** Some of the staff on a day. The counts are of all of them, however many a page shows. */
export interface Selection {
  /** How many they were looked for among. */
  readonly among: number
  readonly total: Tally
  /** By place and name, as anybody may see them. */
  readonly people: readonly OnBoard[]
}

/** A unit with how many are posted in it and below. */
export interface UnitStaff {
  readonly unit: string
  readonly name: string
  readonly staff: number
}

/** The people of a unit and below on a day. */
export interface Board extends Selection {
  readonly unit: string
  readonly name: string
  /** The agency it belongs to, or is. Seats are counted for a whole agency. */
  readonly agency: AgencyDay
  /** The agency and every unit of it that has people, each behind the one above it. */
  readonly tree: readonly UnitStaff[]
  /** Those who hold an acting post here and are posted, and counted, elsewhere. */
  readonly actingHere: readonly ActingHere[]
}

/**
 * The board of a unit; undefined when there is no such unit on the day.
 * @param search part of the names looked for; '' for everybody
 */
export async function boardOf(
  db: Db,
  ground: Ground,
  unit: string,
  day: Day,
  search: string,
): Promise<Board | undefined> {
  const { book, region, known } = ground
  const agency = agencyOf(unit)
  const all = peopleOn(ground, day)
  const everybody = all.filter(({ person }) => unitCovers(agency, person.unit))
  const own = everybody.filter(({ person }) => unitCovers(unit, person.unit))
  if (own.length === 0 && unitOn(book.world, unit, day) === undefined) return undefined
  const nameOf = unitNames(ground, day)
  const open = await openOn(db, ground, day, agency)
  return {
    unit,
    name: nameOf(unit),
    agency: agencyOn(
      { unit: agency, name: nameOf(agency) },
      everybody,
      seatsOf(book, day, everybody, all),
      open.length > 0,
    ),
    actingHere: await listActingHere(db, region.code, unit, { from: day, until: day, known, zone: region.zone }),
    tree: treeOf(everybody, nameOf),
    ...selectionOf(ground, day, { among: own, search, open }),
  }
}

/** Everybody of a region on a day whose name holds what is looked for; nobody where nothing is. */
export const peopleNamed = async (db: Db, ground: Ground, day: Day, search: string): Promise<Selection> =>
  selectionOf(ground, day, {
    among: search === '' ? [] : peopleOn(ground, day),
    search,
    open: await openOn(db, ground, day),
  })

interface Sought {
  readonly among: readonly Seated[]
  readonly search: string
  /** Units whose roster leaves the day open. */
  readonly open: readonly OpenDay[]
}

function selectionOf({ book }: Ground, day: Day, { among, search, open }: Sought): Selection {
  const openIn = new Set(open.map(({ unit }) => unit))
  const isNamed = nameSearch(search)
  const found = among.filter(({ person }) => isNamed(person.name))
  const view = publicViewOf(book)
  return {
    among: among.length,
    total: tallyOf(found),
    people: found
      .toSorted(
        (a, b) =>
          placeOrder.indexOf(a.finding.place) - placeOrder.indexOf(b.finding.place) ||
          byName.compare(a.person.name, b.person.name),
      )
      .map(({ person, finding }) => ({
        person,
        finding: view.finding(finding),
        acting: actingOn(book.world, person.employee, day),
        leftOpen: finding.place === 'rotate' && openIn.has(agencyOf(person.unit)),
      })),
  }
}

const byName = new Intl.Collator('id', { numeric: true })

function treeOf(people: readonly Seated[], nameOf: (unit: string) => string): UnitStaff[] {
  const counts = new Map<string, number>()
  for (const { person } of people)
    for (const unit of unitChain(person.unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const order = ({ unit }: UnitStaff) => unitChain(unit).toReversed().map(nameOf).join('\n')
  return [...counts]
    .map(([unit, staff]) => ({ unit, name: nameOf(unit), staff }))
    .map((one) => ({ one, key: order(one) }))
    .toSorted((a, b) => byName.compare(a.key, b.key))
    .map(({ one }) => one)
}

const placeOrder: readonly Place[] = [
  'conflict',
  'undetermined',
  'office',
  'other_office',
  'rotate',
  'home',
  'field',
  'travel',
  'leave',
  'education',
  'off',
]
