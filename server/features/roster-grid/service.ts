/** What a unit sees of its roster: the published one beside what the rules say of each day. */
import { type Day, daysOf, type Instant } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { type Grid, gridOf } from '@piket/domain/roster/grid.ts'
import { type UnmetPattern, unmetPatterns } from '@piket/domain/roster/unmet-patterns.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { breathing } from '#platform/breathe.ts'
import type { Db } from '#platform/db.ts'
import { type Ground, groundOf, isUnit } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import {
  fourWeeksFrom,
  listRosters,
  needsOf,
  newestOf,
  type PublishedLine,
  type PublishedRoster,
  publishedLines,
  rosterOn,
} from '../roster/service.ts'
import {
  type RosterRead,
  type RosterVerdict,
  readRoster,
  verdictOf,
  type WideSpread,
  wideSpreadOf,
} from '../roster-check/service.ts'

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
  /** Why the fairest loads lie more than a day apart; undefined: they do not, or nothing can be said of it. */
  readonly wideSpread: WideSpread | undefined
  /** Turns and runs that a clause asks for and the published roster does not keep. */
  readonly unmet: readonly UnmetPattern[]
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
  const published = await rosterOn(db, region, { day, known, unit: agency })
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
  const breathe = breathing()
  const table = decideList(book, book.world.staff.ids, daysOf(from, until))
  await breathe()
  const needs = await needsOf(db, region, unit)
  const held = newestOf(await listRosters(db, region, { from, until, known, unit }))
  const grid = gridOf(book, table, needs)
  await breathe()
  const read = published && (await readRoster(db, region, published))
  const lines = published ? await publishedLines(db, region, published) : []
  await breathe()
  const verdict = read && verdictOf(read)
  await breathe()
  return {
    ...grid,
    unit,
    from,
    until,
    roster: published,
    overlapping: held.filter(({ id }) => id !== published?.id).toSorted((a, b) => a.from.localeCompare(b.from)),
    fairness: fairnessOf(lines, grid.rows),
    wideSpread: read && (await wideSpreadOf(read)),
    unmet: read ? unmetIn(read, lines) : [],
    verdict,
    documents: new Map(book.versions.map(({ doc }) => [doc.id, doc])),
  }
}

function unmetIn({ lineup, ground }: RosterRead, lines: readonly PublishedLine[]): UnmetPattern[] {
  const places = new Map(lines.map(({ employee, day, place }) => [`${employee} ${day}`, place]))
  return unmetPatterns(lineup, (employee, day) => places.get(`${employee} ${day}`) ?? undefined, ground.book)
}

/** How many people have how many office days in a published roster, among those who take turns in it. */
function fairnessOf(lines: readonly PublishedLine[], rows: Grid['rows']): Fairness | null {
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
