/** What a draft would do to the staff of a region: beside what holds, whom it moves, whom it reaches, what cannot be done. */
import { isWorking } from '../calendar/calendar.ts'
import { addDays, type Day, dayOf, daysOf, type Instant } from '../calendar/day.ts'
import { asAmended, baseUnder, comesTo, type Written } from '../circular/amendment.ts'
import type { Readings } from '../circular/patch.ts'
import { fold, type Registered } from '../circular/register.ts'
import type { Circular } from '../circular/schema.ts'
import { asDeclared, asSimulated } from '../circular/simulated.ts'
import type { EmployeeRecord, Facts } from '../staff/facts.ts'
import { type Analysis, analyse } from './analysis.ts'
import { middayOf } from './decide.ts'
import { type DecisionTable, decideList, spansAt } from './decide-list.ts'
import { type Moves, movesBetween } from './impact.ts'
import { type OfficeDay, type OfficesChanged, officeDay, officesChanged } from './office-day.ts'
import { individualClauses } from './public-view.ts'
import { peopleUnder, type Reach, reachOf } from './reach.ts'
import type { Rulebook } from './rulebook.ts'
import type { Seated } from './seated.ts'
import { type Strain, strainsOn } from './strain.ts'
import { kindOfDay, rowAtPosition, type World, worldAt } from './world.ts'

/** What the effect of any draft of a region follows from. */
export interface EffectGround {
  readonly known: Instant
  readonly readings: Readings
  /** The documents that are law. */
  readonly law: readonly Registered[]
  /** Without individual attributes: a draft is tried on nobody's. */
  readonly facts: Facts
}

/** A ground made ready, with what holds on its days: drafts are tried on it one after the other. */
export interface Trial {
  readonly ground: EffectGround
  readonly days: readonly Day[]
  readonly world: World
  /** The first working day of them: clauses and offices are counted on it. */
  readonly column: number
  /** Without any draft. */
  readonly before: DecisionTable
  readonly offices: OfficeDay
}

/** What one answer to an open question would change. */
export interface ReadingMoves {
  readonly question: string
  readonly reading: string
  readonly moves: Moves
}

/** What a draft would do. Individual attributes are looked at for nobody. */
export interface Effect {
  readonly days: readonly Day[]
  /** The first working day of them: clauses and units are counted on it. */
  readonly day: Day
  /** Beside what holds today. */
  readonly moves: Moves
  readonly reach: Reach
  /** Clauses that speak to nobody on that day, and were counted on the first one of the week on which they do. */
  readonly reachDays: ReadonlyMap<string, Day>
  /** Clauses that hang on individual attributes: whom they reach is not told. */
  readonly individual: ReadonlySet<string>
  readonly strains: readonly Strain[]
  readonly offices: OfficesChanged
  readonly analysis: Analysis
}

/** How long a draft is tried: every weekday, and joint leave around it. */
const daysTried = 28

/** The last day that any draft is tried on whose period begins on a day. */
export const lastTried = (first: Day): Day => addDays(first, daysTried - 1)

/** The days on which a draft is tried: the first of its period, from today on where the text names no day. */
export function daysTriedOf({ in_force: { from, until } }: Circular, today: Day): readonly [from: Day, until: Day] {
  const first = typeof from === 'string' ? dayOf(from) : today
  const last = lastTried(first)
  const end = typeof until === 'string' && dayOf(until) < last ? dayOf(until) : last
  return [first, end < first ? first : end]
}

/**
 * Makes a ground ready; undefined: its law contradicts itself.
 * @param from the first day that drafts are tried on; the facts speak of all of them
 */
export function trialOn(ground: EffectGround, from: Day, until: Day): Trial | undefined {
  const days = daysOf(from, until)
  const world = worldAt(ground.facts, ground.known)
  const book = triedBook({ ground, world, days }, ground.law)
  if (!book) return undefined
  const column = countedColumn(world, days)
  const before = decideList(book, world.staff.ids, days)
  return { ground, days, column, world, before, offices: officesIn(book, before, column) }
}

/** Clauses and offices are counted on the first working day, or on the first of all where none is. */
const countedColumn = (world: World, days: readonly Day[]): number =>
  Math.max(
    0,
    days.findIndex((day) => isWorking(kindOfDay(world, day, 'five_day'))),
  )

/** The rules of some documents, tried from the first of some days on; undefined: they contradict themselves. */
export function triedBook(
  { ground: { known, readings }, world, days: [from] }: Pick<Trial, 'ground' | 'world' | 'days'>,
  documents: readonly Registered[],
  chosen: Readings = readings,
): Rulebook | undefined {
  const folded = fold(documents, { known, readings: chosen, simulate: from })
  // What lists of units mean is remembered by the lists, of which every draft has its own.
  const remembered = { ...world.remembered, listed: new Map() }
  return 'refused' in folded
    ? undefined
    : { versions: folded.versions, others: [], seatReadings: [], world: { ...world, remembered } }
}

/** A draft that waits for an event is tried as if that were declared on the first of the days. */
const asLaw = (doc: Circular, { ground: { known } }: Trial) =>
  asSimulated({ doc: asDeclared(doc), recorded: null }, known)

/** The rules as they would be with a draft. */
export interface WithDraft {
  /** The draft under the name by which its clauses are cited. */
  readonly read: Circular
  readonly book: Rulebook
}

/** @returns undefined: it contradicts itself or the law, so that nothing follows from it */
export function withDraft(written: Written, trial: Trial): WithDraft | undefined {
  const { doc, amends } = written
  const { ground } = trial
  const base = baseUnder(written, ground.law, ground)
  if (amends !== null && !base) return undefined
  const book = triedBook(trial, [...ground.law, asLaw(comesTo(written, base), trial)])
  return book && { read: base ? asAmended(doc, base) : doc, book }
}

/** The rules of a document by itself. */
export const aloneBook = (doc: Circular, trial: Trial): Rulebook | undefined => triedBook(trial, [asLaw(doc, trial)])

/** Tries a draft; undefined: it contradicts itself or the law, so that nothing follows from it. */
export function effectOf(written: Written, trial: Trial): Effect | undefined {
  const { doc } = written
  const { days, column, world, before } = trial
  const drafted = withDraft(written, trial)
  const alone = aloneBook(doc, trial)
  if (!drafted || !alone) return undefined
  const { read, book: after } = drafted
  const changed = decideList(after, world.staff.ids, days)
  const day = days[column] as Day
  const offices = officesIn(after, changed, column)
  return {
    days,
    day,
    moves: movesBetween(before, changed),
    ...reachIn(read, after, changed, column, peopleOf(offices)),
    individual: individualClauses(read),
    strains: strainsOn(offices.agencies),
    offices: officesChanged(trial.offices, offices),
    analysis: analyse(doc, alone, decideList(alone, world.staff.ids, days)),
  }
}

const peopleOf = ({ agencies }: OfficeDay): Seated[] => agencies.flatMap(({ people }) => people)

/** Days on which a clause is looked for that speaks to nobody on the day on which clauses are counted. */
const daysLookedAt = 7

function reachIn(
  read: Circular,
  book: Rulebook,
  table: DecisionTable,
  column: number,
  people: readonly Seated[],
): Pick<Effect, 'reach' | 'reachDays'> {
  const on = (at: number, clauses: Circular['clauses'], there: readonly Seated[]) =>
    reachOf({ ...read, clauses }, book, table.days[at] as Day, there)
  const reach = new Map(on(column, read.clauses, people))
  const reachDays = new Map<string, Day>()
  const silent = () => read.clauses.filter(({ id, when, who }) => when && !who.public && reach.get(id) === 0)
  const last = Math.min(table.days.length, column + daysLookedAt)
  for (let at = column + 1; at < last; at++) {
    const left = silent()
    if (left.length === 0) break
    for (const [clause, count] of on(at, left, peopleIn(book, table, at))) {
      if (count === 0) continue
      reach.set(clause, count)
      reachDays.set(clause, table.days[at] as Day)
    }
  }
  return { reach, reachDays }
}

/** What every other answer to an open question of a draft would change. */
export function readingMovesOf(doc: Circular, trial: Trial): ReadingMoves[] {
  const { ground, days, world } = trial
  const documents = [...ground.law, asLaw(doc, trial)]
  const decided = (readings?: Readings) => {
    const book = triedBook(trial, documents, readings)
    return book && decideList(book, world.staff.ids, days)
  }
  const asUsed = decided()
  return doc.open_questions.flatMap(({ id, used, readings }) =>
    readings.flatMap((reading) => {
      if (reading.id === used || reading.impossible !== undefined) return []
      const other = decided({ ...ground.readings, [`${doc.id}/${id}`]: reading.id })
      return asUsed && other ? [{ question: id, reading: reading.id, moves: movesBetween(asUsed, other) }] : []
    }),
  )
}

/** Who falls under a clause of a draft, on the day on which it was counted. */
export interface Reached {
  readonly day: Day
  readonly people: readonly Seated[]
}

/** @returns undefined: the draft contradicts itself */
export function reachedBy(written: Written, trial: Trial, clause: string): Reached | undefined {
  const drafted = withDraft(written, trial)
  if (!drafted) return undefined
  const { world, days, column } = trial
  const table = decideList(drafted.book, world.staff.ids, days)
  const { read, book } = drafted
  const counted = peopleIn(book, table, column)
  const only = { ...read, clauses: read.clauses.filter(({ id }) => id === clause) }
  const day = reachIn(only, book, table, column, counted).reachDays.get(clause)
  const at = day === undefined ? column : days.indexOf(day)
  const people = at === column ? counted : peopleIn(book, table, at)
  return { day: days[at] as Day, people: peopleUnder(clause, read, book, days[at] as Day, people) }
}

export const officesIn = (book: Rulebook, table: DecisionTable, column: number): OfficeDay =>
  officeDay(book, table.days[column] as Day, peopleIn(book, table, column))

/** Everybody who is employed on a day of a table of all, with what was decided for the middle of it. */
export function peopleIn({ world }: Rulebook, table: DecisionTable, column: number): Seated[] {
  const day = table.days[column] as Day
  const people: Seated[] = []
  for (let position = 0; position < table.employees.length; position++) {
    const row = rowAtPosition(world.staff, position, day)
    const finding = middayOf(spansAt(table, position, column))
    if (row !== undefined && finding) people.push({ person: world.staff.records[row] as EmployeeRecord, finding })
  }
  return people
}
