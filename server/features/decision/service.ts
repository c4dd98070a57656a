/** What the rules say, for a region's staff as filed. Nothing is stored: an answer is derived each time it is asked. */
import { addDays, type Day, daysOf, type Instant } from '@piket/domain/calendar/day.ts'
import type { Readings } from '@piket/domain/circular/patch.ts'
import { isRuleRefusal, type Rulebook, type RuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import type { Facts } from '@piket/domain/staff/facts.ts'
import { as, type Db } from '#platform/db.ts'
import { loadRegister, type Register, registered } from '../circular/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { loadFacts } from '../staff/service.ts'

/** A region's rules and facts for a stretch of days, as known at an instant. */
export interface Ground {
  readonly region: RegionAsListed
  readonly from: Day
  readonly until: Day
  readonly known: Instant
  readonly register: Register
  readonly facts: Facts
  readonly book: Rulebook
  /** Readings other than those in use, where somebody asked for them. */
  readonly readings: Readings
  /** Proposals were taken as if in force from this day. */
  readonly simulate: Day | undefined
}

export interface GroundQuery {
  readonly from: Day
  readonly until: Day
  readonly known: Instant
  readonly readings?: Readings
  readonly simulate?: Day | undefined
  /** Leave out drawn places, so that turns are still open. */
  readonly withoutRoster?: boolean
  /** Only the people of one agency: enough for its board, its roster and its people. Default: the whole region. */
  readonly agency?: string
}

const kept = new Map<string, Promise<Ground | RuleRefusal>>()
const mostKept = 24

/**
 * Loads what is needed to decide. Kept while the region's revision stands, so that the pages of one morning share it.
 * @returns a refusal when the readings asked for do not fit
 */
export function groundOf(db: Db, region: RegionAsListed, query: GroundQuery): Promise<Ground | RuleRefusal> {
  const key = JSON.stringify([region.code, region.revision, query])
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const made = load(db, region, query)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return made
}

async function load(db: Db, region: RegionAsListed, query: GroundQuery): Promise<Ground | RuleRefusal> {
  const { from, until, known, readings = {}, simulate, withoutRoster, agency } = query
  const { zone } = region
  const reach = agency === undefined ? ({ reach: 'region' } as const) : ({ reach: 'agency', agency } as const)
  const [register, loaded] = await as(db, { region: region.code, ...reach }, async (tx) => [
    await loadRegister(tx, { known, zone }),
    await loadFacts(tx, { from, until, known, zone }),
  ])
  const facts = withoutRoster ? { ...loaded, drawn: [] } : loaded
  const chosen = { ...register.readings, ...readings }
  // Proposals are no law: without a simulation they are left out, and ordinary office work stays.
  const law = registered(register).filter(({ doc }) => simulate !== undefined || doc.status !== 'proposed')
  const book = rulebook(law, facts, {
    known,
    readings: chosen,
    simulate,
    // Turns do not hang on readings that are not in use.
    withoutOtherReadings: withoutRoster,
  })
  if (isRuleRefusal(book)) return book
  return { region, from, until, known, register, facts, book, readings: chosen, simulate }
}

/** The month around a day: pages of one month share their ground. */
export function monthOf(day: Day): { readonly from: Day; readonly until: Day } {
  const from = `${day.slice(0, 8)}01` as Day
  const last = daysOf(from, addDays(from, 31)).findLast((one) => one.slice(0, 7) === day.slice(0, 7))
  return { from, until: last ?? day }
}
