/** What a unit sees of its roster: the published one beside what the rules say of each day. */
import { type Day, daysOf, type Instant } from '@piket/domain/calendar/day.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { type Grid, gridOf } from '@piket/domain/roster/grid.ts'
import { lineupsOf } from '@piket/domain/roster/lineup.ts'
import { roster } from '@piket/domain/roster/roster.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import { agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import type { Db } from '#platform/db.ts'
import { groundOf } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { fourWeeksFrom, inputHash, listRosters, needsOf, type PublishedRoster } from '../roster/service.ts'

export interface RosterGrid extends Grid {
  readonly unit: string
  readonly from: Day
  readonly until: Day
  /** The published roster whose period the grid shows; undefined: none covers the day. */
  readonly roster: PublishedRoster | undefined
  /** Others that hold on some of the days shown, the newest of each period. Their drawn places are part of the grid. */
  readonly overlapping: readonly PublishedRoster[]
  /** What an independent check says of the published roster. */
  readonly verdict: RosterVerdict | undefined
  /** Documents by id, for citing clauses. */
  readonly documents: ReadonlyMap<string, Circular>
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

/**
 * The grid of an agency over the published roster that covers a day, or over the four weeks of that day when none does.
 * @returns nothing for a unit without people, and where the documents refuse to be read
 */
export async function rosterGrid(
  db: Db,
  region: RegionAsListed,
  { day, known, unit }: GridQuery,
): Promise<RosterGrid | undefined> {
  const agency = agencyOf(unit)
  const published = newestOf(await listRosters(db, region, { from: day, until: day, known, unit: agency })).at(-1)
  const { from, until } = published ?? fourWeeksFrom(day)
  const ground = await groundOf(db, region, { from, until, known, agency })
  if (isRuleRefusal(ground)) return undefined
  const { book } = ground
  if (book.world.staff.ids.length === 0) return undefined
  const table = decideList(book, book.world.staff.ids, daysOf(from, until))
  const needs = (await needsOf(db, region)).filter((need) => unitCovers(agency, need.unit))
  const held = newestOf(await listRosters(db, region, { from, until, known, unit: agency }))
  return {
    ...gridOf(book, table, needs),
    unit: agency,
    from,
    until,
    roster: published,
    overlapping: held.filter(({ id }) => id !== published?.id).toSorted((a, b) => a.from.localeCompare(b.from)),
    verdict: published && (await verdictOf(db, region, published)),
    documents: new Map(book.versions.map(({ doc }) => [doc.id, doc])),
  }
}

/** The newest version for each period, the one that was published last at the end: its places hold. */
const newestOf = (rosters: readonly PublishedRoster[]): PublishedRoster[] =>
  [...new Map(rosters.map((one) => [`${one.from} ${one.until}`, one])).values()].toSorted((a, b) =>
    a.published.localeCompare(b.published),
  )

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
