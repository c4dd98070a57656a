/** A register and the facts, made ready for questions: folded once, with the other readings beside it. */
import { type Day, dayOf, type Instant, type Time } from '../calendar/day.ts'
import type { Moment } from '../circular/literal.ts'
import type { PatchRefusal, Readings } from '../circular/patch.ts'
import { fold, onlyProposals, type Registered, type Version } from '../circular/register.ts'
import { everyWhen } from '../circular/selectors.ts'
import type { Facts } from '../staff/facts.ts'
import { type World, worldAt } from './world.ts'

export interface RuleOptions {
  /** As known at this instant, in the region's own time. */
  readonly known: Instant
  /** Attributes, leave and letters as known at this instant. Default: `known`. */
  readonly personal?: Instant | undefined
  readonly readings?: Readings | undefined
  /** Treat proposals as if in force from this day; without it they are never law. */
  readonly simulate?: Day | undefined
  /** Leave out the search for other readings that would change a row. Default: they are searched. */
  readonly withoutOtherReadings?: boolean | undefined
}

/** An open question answered otherwise, where that could move somebody. */
export interface OtherReading {
  /** `document/question.reading` */
  readonly key: string
  readonly versions: readonly Version[]
}

export interface Rulebook {
  readonly versions: readonly Version[]
  readonly others: readonly OtherReading[]
  /** Readings under which a quota says otherwise, or of other people. */
  readonly seatReadings: readonly OtherReading[]
  readonly world: World
}

/** Only proposals and drafts: they can be simulated, they are not law. */
export interface ProposalRefusal {
  readonly refused: 'PKT-701'
  readonly circular: string
}

export type RuleRefusal = PatchRefusal | ProposalRefusal

export const isRuleRefusal = (outcome: object): outcome is RuleRefusal => 'refused' in outcome

/**
 * Makes a register ready.
 * @returns a refusal when a chosen reading is impossible (PKT-306) or unknown (PKT-304), a patch fits nothing
 * (PKT-305), a text names a group or table that is not there (PKT-303), or the register holds nothing but proposals and
 * drafts (PKT-701)
 */
export function rulebook(register: readonly Registered[], facts: Facts, options: RuleOptions): Rulebook | RuleRefusal {
  const { known, personal, readings, simulate } = options
  if (simulate === undefined && onlyProposals(register, readings))
    return { refused: 'PKT-701', circular: register.map(({ doc }) => doc.id).join(', ') }
  const folded = fold(register, options)
  if ('refused' in folded) return folded
  const { versions } = folded
  const found = options.withoutOtherReadings ? [] : otherReadings(register, options)
  const differing = (kind: 'placement' | 'quota') => {
    const unchanged = textOf(versions, kind)
    return found.filter((other) => textOf(other.versions, kind) !== unchanged)
  }
  return {
    versions,
    others: differing('placement'),
    seatReadings: differing('quota'),
    world: worldAt(facts, known, personal),
  }
}

/** The register under each reading that is not in use. */
function otherReadings(register: readonly Registered[], options: RuleOptions): OtherReading[] {
  return register.flatMap(({ doc }) =>
    doc.open_questions.flatMap((question) => {
      const asked = `${doc.id}/${question.id}`
      const inUse = options.readings?.[asked] ?? question.used
      return question.readings.flatMap((reading) => {
        if (reading.id === inUse || reading.impossible !== undefined || !reading.set) return []
        const folded = fold(register, { ...options, readings: { ...options.readings, [asked]: reading.id } })
        if ('refused' in folded) return []
        return [{ key: `${asked}.${reading.id}`, versions: folded.versions }]
      })
    }),
  )
}

/** All of a register that clauses of a kind hang on: two registers with the same text place everybody, or seat them, alike. */
const textOf = (versions: readonly Version[], kind: 'placement' | 'quota'): string =>
  JSON.stringify(
    versions.map(({ doc, segments, adopted }) => ({
      adopted,
      segments,
      ...doc,
      title: '',
      number: null,
      clauses: doc.clauses.filter((clause) => clause.kind === kind),
      sources: [],
      open_questions: [],
      considerations: [],
      observations: [],
      figures: [],
      measures: [],
      stated_counts: [],
      kind: '',
      issuer: '',
    })),
  )

/** The times at which a day can change for somebody: start or end of a document, a clause's hours, an event, an order. */
export function timesOf(book: Rulebook, day: Day, employee: string): readonly Time[] {
  const orders = book.world.overrides.get(employee) ?? []
  const own = orders.flatMap(({ at }) => (at === null ? [] : timeOn(at, day)))
  const common = commonTimes(book, day)
  return own.length === 0 ? common : [...new Set([...common, ...own])].toSorted()
}

const timeOn = (moment: Moment | null | undefined, day: Day): Time[] =>
  typeof moment === 'string' && moment.length > 10 && dayOf(moment) === day ? [moment.slice(11, 16)] : []

const remembered = new WeakMap<Rulebook, Map<Day, readonly Time[]>>()

/** The times at which the day changes for everybody. */
function commonTimes(book: Rulebook, day: Day): readonly Time[] {
  const days = remembered.get(book) ?? new Map<Day, readonly Time[]>()
  remembered.set(book, days)
  const known = days.get(day)
  if (known) return known
  const times = new Set<Time>(['00:00'])
  const add = (moment: Moment | null | undefined) => {
    for (const time of timeOn(moment, day)) times.add(time)
  }
  for (const { doc, segments } of book.versions) {
    for (const { from, until } of segments) for (const moment of [from, until]) add(moment)
    for (const { from, until, time } of doc.clauses.flatMap(({ when }) => (when ? everyWhen(when) : []))) {
      for (const moment of [from, until]) add(moment)
      if (time?.from !== undefined) times.add(time.from)
      if (time?.to !== undefined && time.to !== '24:00') times.add(time.to)
    }
  }
  for (const { from } of book.world.facts.events) add(from)
  const made = [...times].toSorted()
  days.set(day, made)
  return made
}
