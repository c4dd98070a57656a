/** What the rules say, for a region's staff as filed. Nothing is stored: an answer is derived each time it is asked. */
import { type DayKind, yearsWithoutDecree } from '@piket/domain/calendar/calendar.ts'
import { addDays, type Day, daysOf, type Instant, type Time } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { type Active, activeAt } from '@piket/domain/decision/active.ts'
import { askedAt, decide, middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { explain, type Step } from '@piket/domain/decision/explain.ts'
import { publicViewOf } from '@piket/domain/decision/public-view.ts'
import { type Receipt, receiptOf } from '@piket/domain/decision/receipt.ts'
import { isGap, type Place, type Row } from '@piket/domain/decision/row.ts'
import { type Seated, type Seats, seatsOf } from '@piket/domain/decision/seats.ts'
import { actingOn, employeeOn, kindOfDay, unitOn } from '@piket/domain/decision/world.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { type ActingRecord, agencyOf, type EmployeeRecord, unitChain, unitCovers } from '@piket/domain/staff/facts.ts'
import { nameSearch } from '@piket/domain/staff/name-search.ts'
import type { Db } from '#platform/db.ts'
import { sha256 } from '../circular/service.ts'
import { type Ground, peopleOn, unitNames } from '../ground/service.ts'
import { type OpenQuestion, questionsOn } from '../question/service.ts'
import { daysLeftOpen, type OpenDay, openDaysOf, verdictOf } from '../roster/service.ts'
import { type ActingHere, listActingHere } from '../staff/service.ts'

/** How many people of a group are where, and what is wrong. */
export interface Tally {
  readonly staff: number
  readonly office: number
  readonly home: number
  readonly field: number
  readonly leave: number
  readonly off: number
  readonly turns: number
  /** No clause speaks: ordinary office work. */
  readonly gap: number
  readonly conflict: number
  readonly undetermined: number
}

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
  const agencies = new Map<string, Seated[]>()
  for (const one of people) {
    const agency = agencyOf(one.person.unit)
    const own = agencies.get(agency)
    if (own) own.push(one)
    else agencies.set(agency, [one])
  }
  const somebody = people[0]?.person
  const inForce = somebody
    ? activeAt(book.versions, { person: somebody, day, time: '12:00', world, unknown: new Set() })
    : []
  const nameOf = unitNames(ground, day)
  const open = new Set((await openDays(db, ground, day)).map(({ unit }) => unit))
  return {
    day,
    known: ground.known,
    personalLater: personalLater(ground),
    kind: kindOfDay(world, day, 'five_day'),
    withoutDecree: yearsWithoutDecree(day, day, facts.calendar).length > 0,
    inForce,
    total: tallyOf(people),
    agencies: [...agencies]
      .map(([unit, own]) => agencyOn({ unit, name: nameOf(unit) }, own, seatsOf(book, day, own), open.has(unit)))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    questions: questionsOn(ground, inForce, people),
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

/** Days left open from a day on, as known on the ground. */
const openDays = (db: Db, { region, known }: Ground, day: Day, more: { until?: Day; unit?: string } = {}) =>
  daysLeftOpen(db, region, { from: day, until: day, known, ...more })

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
  const everybody = peopleOn(ground, day).filter(({ person }) => unitCovers(agency, person.unit))
  const own = everybody.filter(({ person }) => unitCovers(unit, person.unit))
  if (own.length === 0 && unitOn(book.world, unit, day) === undefined) return undefined
  const nameOf = unitNames(ground, day)
  const open = await openDays(db, ground, day, { unit: agency })
  return {
    unit,
    name: nameOf(unit),
    agency: agencyOn({ unit: agency, name: nameOf(agency) }, everybody, seatsOf(book, day, everybody), open.length > 0),
    actingHere: await listActingHere(db, region.code, unit, { from: day, until: day, known, zone: region.zone }),
    tree: treeOf(everybody, nameOf),
    ...selectionOf(ground, day, { among: own, search, open }),
  }
}

/** Everybody of a region on a day whose name holds what is looked for. */
export const peopleNamed = async (db: Db, ground: Ground, day: Day, search: string): Promise<Selection> =>
  selectionOf(ground, day, { among: peopleOn(ground, day), search, open: await openDays(db, ground, day) })

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

function tallyOf(people: readonly Seated[]): Tally {
  const tally = {
    staff: 0,
    office: 0,
    home: 0,
    field: 0,
    leave: 0,
    off: 0,
    turns: 0,
    gap: 0,
    conflict: 0,
    undetermined: 0,
  }
  const count: Partial<Record<Place, keyof typeof tally>> = {
    office: 'office',
    other_office: 'office',
    home: 'home',
    field: 'field',
    travel: 'field',
    leave: 'leave',
    education: 'leave',
    off: 'off',
    rotate: 'turns',
    conflict: 'conflict',
    undetermined: 'undetermined',
  }
  for (const { finding } of people) {
    tally.staff++
    const key = count[finding.place]
    if (key) tally[key]++
    if (isGap(finding)) tally.gap++
  }
  return tally
}

export interface PersonDay {
  readonly person: EmployeeRecord
  readonly rows: readonly Row[]
  /** The row of the time that was asked about. */
  readonly row: Row
  readonly steps: readonly Step[]
  readonly receipt: Receipt
  /** The acting posts of the day. */
  readonly acting: readonly ActingRecord[]
  /** Why the turn of the day is left open; undefined: it is not. */
  readonly leftOpen: LeftOpen | undefined
  /**
   * The next working days, the day itself first. `usual`: no document decides, and ordinary office work stays.
   * `leftOpen`: the published roster leaves the turn open.
   */
  readonly ahead: readonly {
    readonly day: Day
    readonly place: Place
    readonly usual: boolean
    readonly leftOpen: boolean
  }[]
  /** The seats of the agency, as this person shares them. */
  readonly seats: Seats
  /** Documents from the one that decides up to where it rests on. */
  readonly chain: readonly Circular[]
}

/** A turn that cannot be drawn: the reason, whether an independent check confirms it, and whom to ask. */
export interface LeftOpen {
  readonly unit: string
  readonly reason: Bilingual
  /** false: an independent check finds a fault in the roster; null: it can no longer be checked. */
  readonly verified: boolean | null
  /** The head of the agency; undefined where none is on record here. */
  readonly head: EmployeeRecord | undefined
}

async function leftOpenOf(db: Db, ground: Ground, { unit, day, roster }: OpenDay): Promise<LeftOpen | undefined> {
  const { world } = ground.book
  const documents = new Map(ground.book.versions.map(({ doc }) => [doc.id, doc]))
  const open = openDaysOf(roster, { documents, unitName: unitNames(ground, day) })
  const reason = open.find(({ days }) => days.includes(day))?.words
  const head = unitOn(world, unit, day)?.head
  const verdict = await verdictOf(db, ground.region, roster)
  return (
    reason && {
      unit,
      reason,
      verified: verdict?.ok ?? null,
      head: head == null ? undefined : employeeOn(world, head, day),
    }
  )
}

const daysAhead = 14

/**
 * One person at one time of one day as anybody may see it, with the reasons and the receipt; undefined when nobody by
 * that id is employed then.
 */
export async function personDay(
  db: Db,
  ground: Ground,
  employee: string,
  day: Day,
  time: Time,
): Promise<PersonDay | undefined> {
  const { book, register } = ground
  const person = employeeOn(book.world, employee, day)
  const acting = actingOn(book.world, employee, day)
  const view = publicViewOf(book)
  const rows = decide(book, employee, day).map(view.finding)
  const row = rows.find(({ span }) => span.slice(0, 5) <= time && time < span.slice(6))
  if (!person || !row) return undefined
  const documents = new Map(register.filed.map(({ id, doc }) => [id, doc]))
  for (const { doc } of book.versions) documents.set(doc.id, doc)
  const ahead = daysOf(day, addDays(day, daysAhead)).filter((one) => one <= ground.until)
  const table = decideList(book, [employee], ahead)
  const agency = agencyOf(person.unit)
  const open = new Map(
    (await openDays(db, ground, day, { until: ahead.at(-1) ?? day, unit: agency })).map((one) => [one.day, one]),
  )
  const places = ahead.flatMap((one, position) => {
    const finding = middayOf(spansAt(table, 0, position))
    if (!finding) return []
    const { place } = finding
    return [{ day: one, place, usual: isGap(finding), leftOpen: place === 'rotate' && open.has(one) }]
  })
  const today = row.place === 'rotate' ? open.get(day) : undefined
  const leftOpen = today && (await leftOpenOf(db, ground, today))
  return {
    person,
    rows,
    row,
    steps: explain(row, view.clauses(askedAt(book, employee, day, time)), documents, {
      unitName: unitNames(ground, day),
      leftOpen: leftOpen?.reason,
      acting: { posts: acting, unit: person.unit },
    }),
    acting,
    leftOpen,
    receipt: receiptOf({
      row,
      region: ground.region.code,
      world: book.world,
      documents: register.filed.map(({ id, sha256: hash, recorded }) => ({ id, sha256: hash, recorded })),
      readings: ground.readings,
      simulated: ground.simulate !== undefined,
      hash: sha256,
      seal: ground.seal,
    }),
    ahead: places.filter(({ place }) => place !== 'off').slice(0, 10),
    seats: seatsOf(
      book,
      day,
      peopleOn(ground, day).filter((one) => agencyOf(one.person.unit) === agency),
    ),
    chain: chainOf(documents.get(row.circular ?? ''), documents),
  }
}

/** A document and what it rests on, the highest authority first. */
function chainOf(doc: Circular | undefined, documents: ReadonlyMap<string, Circular>): Circular[] {
  const chain: Circular[] = []
  for (let one = doc; one && !chain.includes(one); ) {
    chain.unshift(one)
    const above: string | null | undefined = one.relations.find(({ type }) => type === 'implements')?.target
    one = documents.get(above ?? '')
  }
  return chain
}
