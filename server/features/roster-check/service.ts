/** A published roster checked again: its unit lined up from what was known at publication, its lines and its claims verified. */
import { daysOf } from '@piket/domain/calendar/day.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { dividesOverAgencies } from '@piket/domain/decision/quota-groups.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { actingOn } from '@piket/domain/decision/world.ts'
import { type DayMask, noDays, sizeOf } from '@piket/domain/roster/day-mask.ts'
import { type Lineup, lineupsOf } from '@piket/domain/roster/lineup.ts'
import type { PersonDuty } from '@piket/domain/roster/roster-result.ts'
import { causesOfSpread, type DrawnUnit, type SpreadCause } from '@piket/domain/roster/spread-causes.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import type { ActingRecord } from '@piket/domain/staff/facts.ts'
import { breathing, stepped } from '#platform/breathe.ts'
import type { Db } from '#platform/db.ts'
import { type Ground, groundOf } from '../ground/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { inputHash, needsOf, type PublishedLine, type PublishedRoster, publishedLines } from '../roster/service.ts'

export interface RosterVerdict {
  /** The lineup of today's facts is the one the roster was drawn from. */
  readonly sameInput: boolean
  /** null: it can no longer be checked, since the facts name other days now. */
  readonly ok: boolean | null
  readonly faults: number
  readonly falseClaims: number
}

/** A published roster beside the lineup of its unit, made again from what was known at publication. */
export interface RosterRead {
  readonly published: PublishedRoster
  readonly ground: Ground
  readonly drawn: DrawnUnit
  readonly lineup: Lineup
  /** Whether that lineup is the one the roster was drawn from. */
  readonly sameInput: boolean
  /** As published; none where no day could be met. */
  readonly lines: readonly PublishedLine[]
  /** The lines as the duties of everybody in the lineup. */
  readonly duties: readonly PersonDuty[]
}

/** Reads a published roster; undefined where nobody takes turns by the facts as they are now. */
export async function readRoster(
  db: Db,
  region: RegionAsListed,
  published: PublishedRoster,
): Promise<RosterRead | undefined> {
  const { from, until, unit, seed, published: known } = published
  const breathe = breathing()
  const asked = { from, until, known, withoutRoster: true }
  const own = await groundOf(db, region, { ...asked, agency: unit })
  if (isRuleRefusal(own)) return undefined
  // Of a share that agencies divide, no agency alone can say its part.
  const ground = dividesOverAgencies(own.book.versions) ? await groundOf(db, region, asked) : own
  if (isRuleRefusal(ground)) return undefined
  const services = await needsOf(db, region, unit)
  const { book } = ground
  const drawn = { book, unit, from, until, options: { seed, services } }
  await breathe()
  const table = decideList(book, book.world.staff.ids, daysOf(from, until))
  await breathe()
  const lineup = lineupsOf(book, table, drawn.options).find((one) => one.unit === unit)
  if (!lineup) return undefined
  await breathe()
  const sameInput = inputHash(lineup) === published.inputHash
  const lines = published.status === 'infeasible' ? [] : await publishedLines(db, region, published)
  const duties = published.status === 'infeasible' ? [] : publishedDuties(lineup, published, lines)
  return { published, ground, drawn, lineup, sameInput, lines, duties }
}

/** Has the published lines and statements verified. */
export function verdictOf({ published, lineup, sameInput, duties }: RosterRead): RosterVerdict {
  // Statements about other days than these say nothing here.
  if (lineup.input.days.join() !== published.days.join())
    return { sameInput: false, ok: null, faults: 0, falseClaims: 0 }
  const { ok, faults, falseClaims } = verify(lineup.input, { ...published.stated, duties })
  return { sameInput, ok, faults: faults.length, falseClaims: falseClaims.length }
}

/** Why loads that cannot be fairer lie more than a day apart. */
export interface WideSpread {
  /** Without them loads would differ by one day at most; empty where more than these keep them apart. */
  readonly causes: readonly SpreadCause[]
  /** The acting posts among those causes. */
  readonly acting: readonly ActingRecord[]
}

/**
 * Looks for the causes of a spread of more than a day by drawing the unit again without them.
 * @returns undefined where there is no such spread, or nothing can be said of it any more
 */
export async function wideSpreadOf(read: RosterRead): Promise<WideSpread | undefined> {
  if ((read.published.stated.metrics?.spread ?? 0) <= 1 || !read.sameInput) return undefined
  const kept = spreadsKept.get(read.ground)
  if (kept) return kept
  const made = makeWideSpread(read)
  spreadsKept.set(read.ground, made)
  made.catch(() => spreadsKept.delete(read.ground))
  return made
}

/** By the ground of the publication, which stays while grids of later knowledge come and go. */
const spreadsKept = new WeakMap<Ground, Promise<WideSpread>>()

async function makeWideSpread({ drawn, lineup }: RosterRead): Promise<WideSpread> {
  const causes = (await stepped(causesOfSpread(drawn))) ?? []
  return { causes, acting: causes.includes('acting') ? actingInTurns(drawn, lineup) : [] }
}

/** Acting posts, in the days of a roster, of people who also take turns in it. */
function actingInTurns({ book: { world } }: DrawnUnit, { input }: Lineup): ActingRecord[] {
  const turning = input.unit.people.filter(({ free, office }) => free !== noDays && office !== noDays)
  return [...new Set(turning.flatMap(({ id }) => input.days.flatMap((day) => actingOn(world, id, day))))]
}

/** The lines of a published roster as the duties of everybody in its lineup. */
function publishedDuties(
  { input }: Lineup,
  { days, stated }: PublishedRoster,
  lines: readonly PublishedLine[],
): PersonDuty[] {
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
