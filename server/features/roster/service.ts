import { isWorking } from '@piket/domain/calendar/calendar.ts'
import { addDays, type Day, daysOf, type Instant, weekdayOf, weekOf } from '@piket/domain/calendar/day.ts'
import { activeAt } from '@piket/domain/decision/active.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { canonical, engineVersion } from '@piket/domain/decision/receipt.ts'
import type { Place } from '@piket/domain/decision/row.ts'
import { isRuleRefusal, type RuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { documentsFor, type Seated, type Seats, seatsOf, standingOf } from '@piket/domain/decision/seats.ts'
import { employeeOn, kindOfDay, type World } from '@piket/domain/decision/world.ts'
import { hasDay } from '@piket/domain/roster/day-mask.ts'
import { type Lineup, lineupsOf, middayOf, type ServiceNeed } from '@piket/domain/roster/lineup.ts'
import { masksFromPlain, masksToJson, masksToPlain } from '@piket/domain/roster/plain.ts'
import { roster } from '@piket/domain/roster/roster.ts'
import type { Certificate, Explanation, RosterMetrics, RosterResult } from '@piket/domain/roster/roster-result.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import { agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent, touchRegion } from '#platform/event.ts'
import { sha256 } from '../circular/service.ts'
import { groundOf } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { addDuties, addRoster, type DutyRow, publishedRosters, serviceNeeds } from './queries.ts'

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
  readonly certificate: Certificate | null
  readonly metrics: RosterMetrics | null
  /** Why the unit has no roster, and the days its numbers speak of; null: it has one. */
  readonly infeasible: { readonly days: readonly Day[]; readonly explanation: Explanation } | null
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
 * Draws and publishes the rosters of every agency in which somebody takes turns, in one transaction. A unit for which no
 * roster exists is published with the reason instead.
 * @returns how many units have a roster, and how many cannot
 */
export async function publishRosters(
  db: Db,
  region: RegionAsListed,
  order: PublishOrder,
): Promise<{ drawn: number; infeasible: number } | RuleRefusal> {
  const { from, until, published: known } = order
  const ground = await groundOf(db, region, { from, until, known, withoutRoster: true })
  if (isRuleRefusal(ground)) return ground
  const employees = ground.book.world.staff.ids
  const table = decideList(ground.book, employees, daysOf(from, until))
  return as(db, { region: region.code, reach: 'region' }, async (tx) => {
    const services = await loadNeeds(tx)
    const lineups = lineupsOf(ground.book, table, { seed: order.seed, services })
    const duties: DutyRow[] = []
    let infeasible = 0
    for (const lineup of lineups) {
      const result = roster(lineup.input)
      if (result.status === 'infeasible') infeasible++
      const id = await publish(tx, lineup, result, order)
      if (result.status !== 'infeasible') duties.push(...dutiesOf(lineup, result, id))
    }
    await addDuties(tx, duties)
    await touchRegion(tx)
    await recordEvent(tx, {
      actor: order.by,
      kind: 'rosters-published',
      subject: 'roster',
      body: { from, until, units: lineups.length, infeasible },
    })
    return { drawn: lineups.length - infeasible, infeasible }
  })
}

const loadNeeds = async (tx: Tx): Promise<ServiceNeed[]> => serviceNeeds(tx)

/** What counters of the region need. */
export const needsOf = (db: Db, region: RegionAsListed): Promise<ServiceNeed[]> =>
  as(db, { region: region.code, reach: 'region' }, loadNeeds)

async function publish(tx: Tx, lineup: Lineup, result: RosterResult, order: PublishOrder): Promise<string> {
  const { from, until, seed, by, published } = order
  const { roster_id } = await addRoster(tx, {
    unit_id: lineup.unit,
    starts_on: from,
    ends_on: until,
    seed,
    engine: engineVersion,
    pattern: lineup.input.pattern,
    input_hash: inputHash(lineup),
    certificate: masksToJson({ status: result.status, certificate: result.certificate }),
    metrics: masksToJson(result.metrics),
    infeasible: result.explanation ? masksToJson({ days: lineup.input.days, explanation: result.explanation }) : null,
    by,
    published,
  })
  return roster_id
}

/** Hash of everything a roster was drawn from. */
export const inputHash = ({ input }: Lineup): string => sha256(canonical(masksToPlain(input)))

/** One line for everybody and every day of the roster that is a working day of theirs. */
function dutiesOf({ people, input }: Lineup, { duties }: RosterResult, roster_id: string): DutyRow[] {
  const drawn = new Map(duties.map((duty) => [duty.person, duty]))
  return people.flatMap(({ employee, days }) =>
    days.flatMap((one, position): DutyRow[] => {
      if (!one || one.standing === 'off') return []
      const { person, finding, standing } = one
      const clause = finding.clause.map((id) => `${finding.circular}/${id}`)
      const line = { roster_id, employee_id: employee, day: input.days[position] as Day, clause, unit_id: person.unit }
      const atOffice = hasDay(drawn.get(employee)?.days ?? 0n, position)
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
}

/** Rosters published by then that hold on some of the days, the newest version of each unit and period last. */
export async function listRosters(db: Db, region: RegionAsListed, query: RosterQuery): Promise<PublishedRoster[]> {
  const rows = await as(db, { region: region.code, reach: 'region' }, (tx) =>
    publishedRosters(tx, { ...query, zone: region.zone }),
  )
  return rows.map((row) => {
    const { status, certificate } = masksFromPlain(row.certificate) as Pick<RosterResult, 'status' | 'certificate'>
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
      status,
      certificate,
      metrics: masksFromPlain(row.metrics) as RosterMetrics | null,
      infeasible: masksFromPlain(row.infeasible) as PublishedRoster['infeasible'],
      published: row.published,
      publishedBy: row.published_by ?? '',
    }
  })
}

/** Four weeks from the Monday of a day's week: the usual period of a roster. */
export function fourWeeksFrom(day: Day): { readonly from: Day; readonly until: Day } {
  const from = weekOf(day)
  return { from, until: addDays(from, 25) }
}

export interface GridCell {
  readonly place: Place
  /** Decided by a clause or an order, not by the draw. */
  readonly fixed: boolean
}

export interface GridRow {
  readonly employee: string
  readonly name: string
  readonly unit: string
  /** One a day of the grid; null: not employed that day. */
  readonly cells: readonly (GridCell | null)[]
  /** Office days in turns. */
  readonly turns: number
  /** Takes no turns: a clause keeps them where they are. */
  readonly bound: boolean
}

export interface CounterRow {
  readonly need: ServiceNeed
  /** People at the office who can serve it, a day each. */
  readonly present: readonly number[]
  readonly wanted: readonly number[]
}

/** The published roster of a unit, drawn beside what the rules say of each day. */
export interface RosterGrid {
  readonly roster: PublishedRoster | undefined
  readonly unit: string
  readonly days: readonly Day[]
  readonly rows: readonly GridRow[]
  readonly seats: readonly Seats[]
  readonly counters: readonly CounterRow[]
  readonly fairness: { readonly most: number; readonly least: number; readonly mean: number } | null
  /** What an independent check says of the published roster. */
  readonly verdict: RosterVerdict | undefined
  readonly subUnits: readonly { readonly unit: string; readonly people: number }[]
}

export interface RosterVerdict {
  /** The lineup of today's facts is the one the roster was drawn from. */
  readonly sameInput: boolean
  readonly ok: boolean
  readonly faults: number
  readonly falseClaims: number
}

export interface GridQuery {
  readonly day: Day
  readonly known: Instant
  readonly unit: string
}

/** The grid of an agency for the roster that covers a day, or for the four weeks of that day when none is published. */
export async function rosterGrid(
  db: Db,
  region: RegionAsListed,
  { day, known, unit }: GridQuery,
): Promise<RosterGrid | undefined> {
  const agency = agencyOf(unit)
  const published = (await listRosters(db, region, { from: day, until: day, known, unit: agency })).at(-1)
  const period = published ?? fourWeeksFrom(day)
  const days = daysOf(period.from, period.until)
  const query = { from: period.from, until: period.until, known, agency }
  const ground = await groundOf(db, region, query)
  if (isRuleRefusal(ground)) return undefined
  const { book } = ground
  const employees = book.world.staff.ids
  if (employees.length === 0) return undefined
  const table = decideList(book, employees, days)
  const people = employees.flatMap((employee, row): (GridRow & { readonly seated: readonly (Seated | null)[] })[] => {
    const seated = days.map((one, column) => {
      const person = employeeOn(book.world, employee, one)
      const finding = middayOf(spansAt(table, row, column))
      return person && finding ? { person, finding } : null
    })
    const last = seated.findLast((one) => one !== null)
    if (!last) return []
    const active = activeAt(book.versions, {
      person: last.person,
      day,
      time: '12:00',
      world: book.world,
      unknown: new Set(),
    })
    const documents = documentsFor(active)
    const standings = seated.map((one) => one && standingOf(one, documents))
    const cells = seated.map((one, column) => one && { place: one.finding.place, fixed: standings[column] !== 'turns' })
    const turns = cells.filter((cell) => cell && !cell.fixed && cell.place === 'office').length
    return [
      {
        employee,
        name: last.person.name,
        unit: last.person.unit,
        cells,
        turns,
        bound: !standings.includes('turns'),
        seated,
      },
    ]
  })
  const workdays = days.flatMap((_, column) => (people.some(({ cells }) => isAtWork(cells[column])) ? [column] : []))
  const pick = <T>(list: readonly T[]): T[] => workdays.map((column) => list[column] as T)
  const seats = pick(
    days.map((one, column) =>
      seatsOf(
        book,
        one,
        people.flatMap(({ seated }) => seated[column] ?? []),
      ),
    ),
  )
  const needs = (await needsOf(db, region)).filter((need) => unitCovers(agency, need.unit))
  const inTurns = people.filter(({ bound }) => !bound).map(({ turns }) => turns)
  return {
    roster: published,
    unit: agency,
    days: pick(days),
    rows: people
      .map(({ seated: _, ...row }) => ({ ...row, cells: pick(row.cells) }))
      .toSorted(
        (a, b) =>
          Number(b.bound) - Number(a.bound) || a.unit.localeCompare(b.unit) || a.name.localeCompare(b.name, 'id'),
      ),
    seats,
    counters: needs.map((need) => counterRow(need, people, pick, days, book.world)),
    fairness:
      inTurns.length === 0
        ? null
        : {
            most: Math.max(...inTurns),
            least: Math.min(...inTurns),
            mean: inTurns.reduce((sum, turns) => sum + turns, 0) / inTurns.length,
          },
    verdict: published && (await verdictOf(db, region, published)),
    subUnits: subUnitsOf(people),
  }
}

const isAtWork = (cell: GridCell | null | undefined) => cell != null && cell.place !== 'off'

function counterRow(
  need: ServiceNeed,
  people: readonly { readonly seated: readonly (Seated | null)[] }[],
  pick: <T>(list: readonly T[]) => T[],
  days: readonly Day[],
  world: World,
): CounterRow {
  const serves = (one: Seated | null | undefined) =>
    one != null &&
    one.finding.place === 'office' &&
    unitCovers(need.unit, one.person.unit) &&
    (need.position === null || need.position === one.person.position)
  const opens = (day: Day) =>
    isWorking(kindOfDay(world, day, 'five_day')) && (need.weekday === null || need.weekday === weekdayOf(day))
  return {
    need,
    present: pick(days.map((_, column) => people.filter(({ seated }) => serves(seated[column])).length)),
    wanted: pick(days.map((day) => (opens(day) ? need.minimum : 0))),
  }
}

function subUnitsOf(people: readonly GridRow[]): RosterGrid['subUnits'] {
  const counts = new Map<string, number>()
  for (const { unit } of people) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].map(([unit, count]) => ({ unit, people: count })).toSorted((a, b) => a.unit.localeCompare(b.unit))
}

/** Lines the unit up again from what was known at publication, draws with the same seed, and has the outcome verified. */
async function verdictOf(
  db: Db,
  region: RegionAsListed,
  published: PublishedRoster,
): Promise<RosterVerdict | undefined> {
  const { from, until, unit, seed } = published
  const ground = await groundOf(db, region, {
    from,
    until,
    known: published.published,
    withoutRoster: true,
    agency: unit,
  })
  if (isRuleRefusal(ground)) return undefined
  const table = decideList(ground.book, ground.book.world.staff.ids, daysOf(from, until))
  const services = await needsOf(db, region)
  const lineup = lineupsOf(ground.book, table, { seed, services }).find((one) => one.unit === unit)
  if (!lineup) return undefined
  const { ok, faults, falseClaims } = verify(lineup.input, roster(lineup.input))
  return {
    sameInput: inputHash(lineup) === published.inputHash,
    ok,
    faults: faults.length,
    falseClaims: falseClaims.length,
  }
}
