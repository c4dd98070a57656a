/** What a unit sees of its roster: the published one beside what the rules say of each day. */
import { type Day, daysOf, type Instant } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { type DayMask, noDays, sizeOf } from '@piket/domain/roster/day-mask.ts'
import { type Grid, gridOf } from '@piket/domain/roster/grid.ts'
import { type Lineup, lineupsOf } from '@piket/domain/roster/lineup.ts'
import type { PersonDuty } from '@piket/domain/roster/roster-result.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import { agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import type { Db } from '#platform/db.ts'
import { type Ground, groundOf, isUnit } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import {
  fourWeeksFrom,
  inputHash,
  listRosters,
  needsOf,
  type PublishedRoster,
  publishedLines,
} from '../roster/service.ts'

export interface RosterGrid extends Grid {
  readonly unit: string
  readonly from: Day
  readonly until: Day
  /** The published roster whose period the grid shows; undefined: none covers the day. */
  readonly roster: PublishedRoster | undefined
  /** Others that hold on some of the days shown, the newest of each period. Their drawn places are part of the grid. */
  readonly overlapping: readonly PublishedRoster[]
  /** How the office days of the published roster are shared; null: nobody takes turns in it. */
  readonly fairness: Fairness | null
  /** What an independent check says of the published roster. */
  readonly verdict: RosterVerdict | undefined
  /** Documents by id, for citing clauses. */
  readonly documents: ReadonlyMap<string, Circular>
}

/** Office days as published, those by a clause or an order included, of everybody who takes turns. */
export interface Fairness {
  readonly people: number
  /** So many people with so many days, the most days first. */
  readonly shares: readonly { readonly days: number; readonly people: number }[]
  /** People whose office days have become others since: recalled, on leave, moved. */
  readonly changed: number
}

export interface RosterVerdict {
  /** The lineup of today's facts is the one the roster was drawn from. */
  readonly sameInput: boolean
  /** null: it can no longer be checked, since the facts name other days now. */
  readonly ok: boolean | null
  readonly faults: number
  readonly falseClaims: number
}

export interface GridQuery {
  readonly day: Day
  readonly known: Instant
  /** Attributes, leave and letters as known at this instant. */
  readonly personal: Instant
  readonly unit: string
}

/**
 * The grid of an agency over the published roster that covers a day, or over the four weeks of that day when none does.
 * @returns the grid with the ground it stands on; nothing for a unit without people, a name that is no unit, and where
 * the documents refuse to be read
 */
export async function rosterGrid(
  db: Db,
  region: RegionAsListed,
  { day, known, personal, unit }: GridQuery,
): Promise<{ readonly grid: RosterGrid; readonly ground: Ground } | undefined> {
  const agency = agencyOf(unit)
  const published = newestOf(await listRosters(db, region, { from: day, until: day, known, unit: agency })).at(-1)
  const { from, until } = published ?? fourWeeksFrom(day)
  const ground = await groundOf(db, region, { from, until, known, personal, agency })
  if (isRuleRefusal(ground)) return undefined
  if (ground.book.world.staff.ids.length === 0 || !isUnit(ground, unit, day)) return undefined
  return { grid: await keptGrid(db, region, ground, agency, published), ground }
}

function keptGrid(...given: Parameters<typeof makeGrid>): Promise<RosterGrid> {
  const [, , ground] = given
  const kept = gridsKept.get(ground)
  if (kept) return kept
  const made = makeGrid(...given)
  gridsKept.set(ground, made)
  made.catch(() => gridsKept.delete(ground))
  return made
}

/** Grids of grounds that are kept: whatever is published or written makes another ground. */
const gridsKept = new WeakMap<Ground, Promise<RosterGrid>>()

async function makeGrid(
  db: Db,
  region: RegionAsListed,
  { book, from, until, known }: Ground,
  unit: string,
  published: PublishedRoster | undefined,
): Promise<RosterGrid> {
  const table = decideList(book, book.world.staff.ids, daysOf(from, until))
  const needs = (await needsOf(db, region)).filter((need) => unitCovers(unit, need.unit))
  const held = newestOf(await listRosters(db, region, { from, until, known, unit }))
  const grid = gridOf(book, table, needs)
  const lines = published ? await publishedLines(db, region, published) : []
  return {
    ...grid,
    unit,
    from,
    until,
    roster: published,
    overlapping: held.filter(({ id }) => id !== published?.id).toSorted((a, b) => a.from.localeCompare(b.from)),
    fairness: fairnessOf(lines, grid.rows),
    verdict: published && (await verdictOf(db, region, published, lines)),
    documents: new Map(book.versions.map(({ doc }) => [doc.id, doc])),
  }
}

/** The newest version for each period, the one that was published last at the end: its places hold. */
const newestOf = (rosters: readonly PublishedRoster[]): PublishedRoster[] =>
  [...new Map(rosters.map((one) => [`${one.from} ${one.until}`, one])).values()].toSorted((a, b) =>
    a.published.localeCompare(b.published),
  )

/** Lines the unit up again from what was known at publication, and has the published lines and statements verified. */
async function verdictOf(
  db: Db,
  region: RegionAsListed,
  published: PublishedRoster,
  lines: readonly Line[],
): Promise<RosterVerdict | undefined> {
  const { from, until, unit, seed, stated } = published
  const query = { from, until, known: published.published, withoutRoster: true, agency: unit }
  const ground = await groundOf(db, region, query)
  if (isRuleRefusal(ground)) return undefined
  const table = decideList(ground.book, ground.book.world.staff.ids, daysOf(from, until))
  const services = await needsOf(db, region)
  const lineup = lineupsOf(ground.book, table, { seed, services }).find((one) => one.unit === unit)
  if (!lineup) return undefined
  const sameInput = inputHash(lineup) === published.inputHash
  // Statements about other days than these say nothing here.
  if (lineup.input.days.join() !== published.days.join())
    return { sameInput: false, ok: null, faults: 0, falseClaims: 0 }
  const duties = published.status === 'infeasible' ? [] : dutiesOf(lineup, published, lines)
  const { ok, faults, falseClaims } = verify(lineup.input, { ...stated, duties })
  return { sameInput, ok, faults: faults.length, falseClaims: falseClaims.length }
}

type Line = Awaited<ReturnType<typeof publishedLines>>[number]

/** The lines of a published roster as the duties of everybody in its lineup. */
function dutiesOf({ input }: Lineup, { days, stated }: PublishedRoster, lines: readonly Line[]): PersonDuty[] {
  const columns = new Map(days.map((day, column) => [day as string, 1n << BigInt(column)]))
  const masks = new Map<string, { office: DayMask; drawn: DayMask }>()
  for (const { employee, day, place, reason } of lines) {
    if (place !== 'office') continue
    const own = masks.get(employee) ?? { office: noDays, drawn: noDays }
    masks.set(employee, own)
    own.office |= columns.get(day) ?? noDays
    if (reason === 'drawn') own.drawn |= columns.get(day) ?? noDays
  }
  return input.unit.people.map(({ id, free, carry }) => {
    const { office = noDays, drawn = noDays } = masks.get(id) ?? {}
    const takesTurns = (free & ~stated.leftOpen) !== noDays
    return { person: id, days: office, drawn, load: takesTurns ? carry + sizeOf(office) : null }
  })
}

/** How many people have how many office days in a published roster, among those who take turns in it. */
function fairnessOf(lines: readonly Line[], rows: Grid['rows']): Fairness | null {
  const turning = new Set(lines.filter(({ reason }) => reason === 'drawn').map(({ employee }) => employee))
  const own = new Map([...turning].map((employee) => [employee, 0]))
  for (const { employee, place } of lines) {
    const days = own.get(employee)
    if (days !== undefined && place === 'office') own.set(employee, days + 1)
  }
  if (own.size === 0) return null
  const shares = new Map<number, number>()
  for (const days of own.values()) shares.set(days, (shares.get(days) ?? 0) + 1)
  return {
    people: own.size,
    shares: [...shares].map(([days, people]) => ({ days, people })).toSorted((a, b) => b.days - a.days),
    changed: rows.filter(({ employee, officeDays }) => (own.get(employee) ?? officeDays) !== officeDays).length,
  }
}
