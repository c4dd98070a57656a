import { addDays, type Day, daysOf, type Instant, weekOf } from '@piket/domain/calendar/day.ts'
import { canonical } from '@piket/domain/canonical.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { engineVersion } from '@piket/domain/decision/receipt.ts'
import { isRuleRefusal, type RuleRefusal } from '@piket/domain/decision/rulebook.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { hasDay, indexesOf } from '@piket/domain/roster/day-mask.ts'
import { keptAtOffice } from '@piket/domain/roster/explanation.ts'
import { type Lineup, lineupsOf, type ServiceNeed } from '@piket/domain/roster/lineup.ts'
import { rosterNames } from '@piket/domain/roster/names.ts'
import { masksFromPlain, masksToJson, masksToPlain } from '@piket/domain/roster/plain.ts'
import { roster } from '@piket/domain/roster/roster.ts'
import type { Explanation, RosterMetrics, RosterResult } from '@piket/domain/roster/roster-result.ts'
import { sentences } from '@piket/domain/roster/sentence.ts'
import { type ShiftOf, shiftsDealt } from '@piket/domain/roster/shift-letters.ts'
import { unitCovers } from '@piket/domain/staff/facts.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, touchRegion } from '#platform/event.ts'
import { sha256 } from '../circular/service.ts'
import { groundOf } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { addDuties, addRoster, type DutyRow, linesOf, publishedRosters, serviceNeeds } from './queries.ts'

/** A roster as it was published. */
export interface PublishedRoster {
  readonly id: string
  readonly version: number
  readonly unit: string
  readonly from: Day
  readonly until: Day
  readonly seed: number
  readonly engine: string
  readonly pattern: string
  readonly inputHash: string
  readonly status: RosterResult['status']
  /** All that was stated beside the lines, for whoever checks it. */
  readonly stated: Omit<RosterResult, 'duties'>
  /** The days that sets of days in `stated` speak of. */
  readonly days: readonly Day[]
  readonly published: Instant
  readonly publishedBy: string
}

export interface PublishOrder {
  readonly from: Day
  readonly until: Day
  readonly seed: number
  readonly by: string
  /** When, on the region's knowledge clock. */
  readonly published: Instant
}

/**
 * Draws and publishes the rosters of every agency in which somebody takes turns, in one transaction. Days that cannot be
 * met are published with the reason instead of turns.
 * @returns how many units have a roster, how many of these with days left open, and how many have none
 */
export async function publishRosters(
  db: Db,
  region: RegionAsListed,
  order: PublishOrder,
): Promise<{ drawn: number; partial: number; infeasible: number } | RuleRefusal> {
  const { from, until, published: known } = order
  const ground = await groundOf(db, region, { from, until, known, withoutRoster: true })
  if (isRuleRefusal(ground)) return ground
  const employees = ground.book.world.staff.ids
  const table = decideList(ground.book, employees, daysOf(from, until))
  return as(db, { region: region.code, reach: 'region' }, async (tx) => {
    const services = await loadNeeds(tx)
    const lineups = lineupsOf(ground.book, table, { seed: order.seed, services })
    const duties: DutyRow[] = []
    const count = { exact: 0, bounded: 0, partial: 0, infeasible: 0 }
    for (const lineup of lineups) {
      const result = roster(lineup.input)
      count[result.status]++
      const id = await publish(tx, lineup, result, order)
      if (result.status !== 'infeasible')
        duties.push(...dutiesOf(lineup, result, id, shiftsDealt(lineup, result, ground.book)))
    }
    const { partial, infeasible } = count
    await addDuties(tx, duties)
    await touchRegion(tx)
    await recordEvent(tx, {
      actor: order.by,
      kind: 'rosters-published',
      subject: 'roster',
      body: { from, until, units: lineups.length, partial, infeasible },
    })
    return { drawn: lineups.length - infeasible, partial, infeasible }
  })
}

const loadNeeds = async (tx: Tx): Promise<ServiceNeed[]> => serviceNeeds(tx)

/** What counters need: those of a unit, or of the whole region. */
export async function needsOf(db: Db, region: RegionAsListed, unit?: string): Promise<ServiceNeed[]> {
  const needs = await as(db, { region: region.code, reach: 'region' }, loadNeeds)
  return unit === undefined ? needs : needs.filter((need) => unitCovers(unit, need.unit))
}

async function publish(tx: Tx, lineup: Lineup, result: RosterResult, order: PublishOrder): Promise<string> {
  const { from, until, seed, by, published } = order
  const { duties: _, metrics, conflicts, ...stated } = result
  const { roster_id } = await addRoster(tx, {
    unit_id: lineup.unit,
    starts_on: from,
    ends_on: until,
    seed,
    engine: engineVersion,
    pattern: lineup.input.pattern,
    input_hash: inputHash(lineup),
    certificate: masksToJson({ ...stated, days: lineup.input.days }),
    metrics: masksToJson(metrics),
    infeasible: conflicts.length > 0 ? masksToJson(conflicts) : null,
    by,
    published,
  })
  return roster_id
}

/** Hash of everything a roster was drawn from; in which order people are listed is no part of it. */
export function inputHash({ input }: Lineup): string {
  const people = input.unit.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return sha256(canonical(masksToPlain({ ...input, unit: { ...input.unit, people } })))
}

/** One line for everybody and every day of the roster that is a working day of theirs, less turns on days left open. */
function dutiesOf(
  { people, input }: Lineup,
  { duties, leftOpen }: RosterResult,
  roster_id: string,
  shiftOf: ShiftOf,
): DutyRow[] {
  const drawn = new Map(duties.map((duty) => [duty.person, duty]))
  return people.flatMap(({ employee, days }) =>
    days.flatMap((one, position): DutyRow[] => {
      if (!one || one.standing === 'off') return []
      const { person, finding, standing } = one
      const clause = finding.clause.map((id) => `${finding.circular}/${id}`)
      const day = input.days[position] as Day
      const shift = shiftOf(employee, day) ?? null
      const line = { roster_id, employee_id: employee, day, shift, clause, unit_id: person.unit }
      const atOffice = hasDay(drawn.get(employee)?.days ?? 0n, position)
      if (standing === 'turns' && hasDay(leftOpen, position)) return []
      if (standing === 'turns') return [{ ...line, place: atOffice ? 'office' : 'home', reason: 'drawn' }]
      if (standing !== 'away') return [{ ...line, place: 'office', reason: 'fixed' }]
      if (finding.place !== 'home') return [{ ...line, place: null, reason: 'away' }]
      return [{ ...line, place: 'home', reason: finding.force === 'should' ? 'advised' : 'fixed' }]
    }),
  )
}

export interface RosterQuery {
  readonly from: Day
  readonly until: Day
  readonly known: Instant
  readonly unit?: string
  /** Only those of units of which a roster leaves days open. */
  readonly withOpenDays?: boolean
}

/** Rosters published by then that hold on some of the days, the newest version of each unit and period last. */
export async function listRosters(db: Db, region: RegionAsListed, query: RosterQuery): Promise<PublishedRoster[]> {
  const rows = await as(db, { region: region.code, reach: 'region' }, (tx) =>
    publishedRosters(tx, { ...query, zone: region.zone }),
  )
  return rows.map((row) => {
    const { days, ...stated } = masksFromPlain(row.certificate) as PublishedRoster['stated'] & { days: Day[] }
    return {
      id: row.roster_id,
      version: row.version,
      unit: row.unit_id,
      from: row.starts_on as Day,
      until: row.ends_on as Day,
      seed: row.seed,
      engine: row.engine,
      pattern: row.pattern ?? 'daily',
      inputHash: row.input_hash,
      status: stated.status,
      stated: {
        ...stated,
        metrics: masksFromPlain(row.metrics) as RosterMetrics | null,
        conflicts: (masksFromPlain(row.infeasible) ?? []) as Explanation[],
      },
      days,
      published: row.published,
      publishedBy: row.published_by ?? '',
    }
  })
}

/** The newest version for each unit and period, the one that was published last at the end: its places hold. */
export const newestOf = (rosters: readonly PublishedRoster[]): PublishedRoster[] =>
  [...new Map(rosters.map((one) => [`${one.unit} ${one.from} ${one.until}`, one])).values()].toSorted((a, b) =>
    a.published.localeCompare(b.published),
  )

/** The roster that holds in a unit on a day. */
export const rosterOn = async (
  db: Db,
  region: RegionAsListed,
  { day, known, unit }: { readonly day: Day; readonly known: Instant; readonly unit: string },
): Promise<PublishedRoster | undefined> =>
  newestOf(await listRosters(db, region, { from: day, until: day, known, unit })).at(-1)

/** A day of a unit that the roster which holds then leaves open. */
export interface OpenDay {
  readonly unit: string
  readonly day: Day
  readonly roster: PublishedRoster
}

/** The days that published rosters leave open, each by the roster that holds on it. */
export async function daysLeftOpen(db: Db, region: RegionAsListed, query: RosterQuery): Promise<OpenDay[]> {
  const holding = new Map<string, OpenDay>()
  for (const roster of newestOf(await listRosters(db, region, { ...query, withOpenDays: true }))) {
    const [from, until] = [query.from, query.until]
    for (const day of daysOf(from, until).filter((one) => roster.from <= one && one <= roster.until))
      holding.set(`${roster.unit} ${day}`, { unit: roster.unit, day, roster })
  }
  return [...holding.values()].filter(({ day, roster }) => hasDay(roster.stated.leftOpen, roster.days.indexOf(day)))
}

/** Days that cannot be met, and why, in words. */
export interface OpenDays {
  readonly days: readonly Day[]
  readonly words: Bilingual
  /** Who must be at the office on some of these days and so takes seats that are wanted. */
  readonly kept: readonly string[]
}

/** Why days of a roster are left open, in the words of their clauses. */
export function openDaysOf(
  { days, stated }: PublishedRoster,
  names: { readonly documents: ReadonlyMap<string, Circular>; readonly unitName: (unit: string) => string },
): OpenDays[] {
  return sentences(stated.conflicts, rosterNames({ days, ...names })).map(({ days: mask, words, conflicts }) => ({
    days: indexesOf(mask).flatMap((index) => days[index] ?? []),
    words,
    kept: [...new Set(conflicts.flatMap(keptAtOffice).map(({ person }) => person))],
  }))
}

export type PublishedLine = Awaited<ReturnType<typeof publishedLines>>[number]

/** The lines of a published roster that place somebody. */
export const publishedLines = (db: Db, region: RegionAsListed, { id }: PublishedRoster) =>
  as(db, { region: region.code, reach: 'region' }, (tx) => linesOf(tx, id))

/** Four weeks from the Monday of a day's week: the usual period of a roster. */
export function fourWeeksFrom(day: Day): { readonly from: Day; readonly until: Day } {
  const from = weekOf(day)
  return { from, until: addDays(from, 25) }
}
