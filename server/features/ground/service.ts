/** The ground a decision stands on: a region's documents and facts, as known at an instant. */
import { addDays, type Day, type Instant, monthOf } from '@piket/domain/calendar/day.ts'
import { canonical } from '@piket/domain/canonical.ts'
import type { Readings } from '@piket/domain/circular/patch.ts'
import { lawOf } from '@piket/domain/circular/register.ts'
import { middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import { publicFacts } from '@piket/domain/decision/public-view.ts'
import type { Hash } from '@piket/domain/decision/receipt.ts'
import { isRuleRefusal, type Rulebook, type RuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import type { Seated } from '@piket/domain/decision/seated.ts'
import { employeeOn, unitOn } from '@piket/domain/decision/world.ts'
import type { Facts, Settings } from '@piket/domain/staff/facts.ts'
import { as, type Db } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { type FiledCircular, loadRegister, type Register, registered, sha256 } from '../circular/service.ts'
import { loadFacts } from '../fact/service.ts'
import { type Asked, knowledgeOf } from '../knowledge/service.ts'
import { type RegionAsListed, receiptSeal } from '../region/service.ts'

/** A region's rules and facts for a stretch of days, as known at an instant. */
export interface Ground {
  readonly region: RegionAsListed
  readonly from: Day
  readonly until: Day
  readonly known: Instant
  readonly register: Register
  readonly facts: Facts
  readonly book: Rulebook
  /** Seals the records of receipts. */
  readonly seal: Hash
  /** Readings other than those in use, where somebody asked for them. */
  readonly readings: Readings
  /** Proposals were taken as if in force from this day; undefined also where nothing is proposed. */
  readonly simulate: Day | undefined
}

export interface GroundQuery {
  readonly from: Day
  readonly until: Day
  readonly known: Instant
  /** Attributes, leave and letters as known at this instant. Default: `known`. */
  readonly personal?: Instant
  readonly readings?: Readings
  readonly simulate?: Day | undefined
  /** Leave out drawn places, so that turns are still open. */
  readonly withoutRoster?: boolean
  /** Only the people of one agency: enough for its board, its roster and its people. Default: the whole region. */
  readonly agency?: string
}

/** People of all grounds kept at once: a few regencies of the day, or many agencies. */
const mostPeople = 80_000

/** What any ground weighs at least: units and documents are held even where there is nobody. */
const leastWeight = 1000

interface Kept {
  readonly made: Promise<Ground | RuleRefusal>
  weight: number
}

/** Grounds by database: the one asked for last stands last. */
const keptFor = new WeakMap<Db, Map<string, Kept>>()

/**
 * Loads what is needed to decide. Kept for the same question while the region's revision stands.
 * @returns a refusal when the readings asked for do not fit
 */
export function groundOf(db: Db, region: RegionAsListed, query: GroundQuery): Promise<Ground | RuleRefusal> {
  const kept = keptFor.get(db) ?? new Map<string, Kept>()
  keptFor.set(db, kept)
  const key = JSON.stringify([region.code, region.revision, query])
  const known = kept.get(key)
  kept.delete(key)
  if (known) {
    kept.set(key, known)
    return known.made
  }
  const entry: Kept = { made: load(db, region, query), weight: leastWeight }
  kept.set(key, entry)
  forget(kept)
  entry.made.then(
    (ground) => {
      if ('facts' in ground) entry.weight = Math.max(leastWeight, ground.facts.employees.length)
      forget(kept)
    },
    () => kept.delete(key),
  )
  return entry.made
}

/** Drops what was not asked for longest, until the rest is small enough. */
function forget(kept: Map<string, Kept>) {
  let weight = [...kept.values()].reduce((sum, entry) => sum + entry.weight, 0)
  for (const [key, entry] of kept) {
    if (weight <= mostPeople || kept.size === 1) break
    kept.delete(key)
    weight -= entry.weight
  }
}

async function load(db: Db, region: RegionAsListed, query: GroundQuery): Promise<Ground | RuleRefusal> {
  const { from, until, known, personal, readings = {}, withoutRoster, agency } = query
  const { zone } = region
  const reach = agency === undefined ? ({ reach: 'region' } as const) : ({ reach: 'agency', agency } as const)
  const [register, loaded, seal] = await as(db, { region: region.code, ...reach }, async (tx) => [
    await loadRegister(tx, { known, zone }),
    await loadFacts(tx, { from, until, known, personal, zone }),
    await receiptSeal(tx),
  ])
  const chosen = { ...register.readings, ...readings }
  const simulate = register.filed.some(({ doc }) => doc.status === 'proposed') ? query.simulate : undefined
  const facts = publicFacts(withoutRoster ? { ...loaded, drawn: [] } : loaded, simulate !== undefined)
  // A region asks what holds: where nothing is law, ordinary office work does.
  const asked = simulate === undefined ? lawOf(registered(register)) : registered(register)
  const book = rulebook(asked, facts, {
    known,
    personal,
    readings: chosen,
    simulate,
    // Turns do not hang on readings that are not in use.
    withoutOtherReadings: withoutRoster,
  })
  if (isRuleRefusal(book)) return book
  return { region, from, until, known, register, facts, book, seal, readings: chosen, simulate }
}

const fewAgencies = 3

/** How far ahead something can be declared or answered. */
export const daysAhead = 366

/** The ground of a region as known now, from today on, with what was entered for the days ahead. */
export async function groundAhead(source: Source, region: RegionAsListed): Promise<Ground | Refusal> {
  const asked = knowledgeOf(source, region, {})
  if (isRefusal(asked)) return asked
  const { day: from, known, personal } = asked
  const ground = await groundOf(source.db, region, { from, until: addDays(from, daysAhead), known, personal })
  return isRuleRefusal(ground) ? { refused: 'not-found' } : ground
}

/** Some people, and the ground on which their days are decided. */
interface GroundFor<Person> {
  readonly ground: Ground
  readonly people: readonly Person[]
}

/**
 * The grounds for some people: those of a few agencies stand each on their own one, those of many together on the
 * region's, which is loaded once and held for others too.
 */
export async function groundsFor<Person extends { readonly agency: string }>(
  db: Db,
  asked: Asked,
  people: readonly Person[],
): Promise<GroundFor<Person>[] | Refusal> {
  const agencies = new Set(people.map(({ agency }) => agency))
  const together = agencies.size > fewAgencies ? [undefined] : [...agencies]
  const grounds: GroundFor<Person>[] = []
  for (const agency of together) {
    const ground = await groundAsked(db, asked, agency)
    if (isRefusal(ground)) return ground
    grounds.push({ ground, people: agency === undefined ? people : people.filter((one) => one.agency === agency) })
  }
  return grounds
}

/**
 * The ground of a question, the whole region's unless an agency is named.
 * @returns a refusal in words when the documents cannot be read that way
 */
export async function groundAsked(
  db: Db,
  { region, day, known, personal, simulate }: Asked,
  agency?: string,
): Promise<Ground | Refusal> {
  // One agency is small: its month and the next are loaded, so that pages of one person share them.
  const month = monthOf(day)
  const window =
    agency === undefined
      ? { from: day, until: day }
      : { from: month.from, until: monthOf(addDays(month.until, 1)).until }
  const made = await groundOf(db, region, {
    ...window,
    known,
    personal,
    simulate,
    ...(agency !== undefined && { agency }),
  })
  return isRuleRefusal(made) ? impossible(made) : made
}

const impossible = ({ refused, circular }: RuleRefusal): Refusal => ({
  refused: 'reading-impossible',
  detail: {
    id: `Surat ${circular} tidak dapat dihitung dengan bacaan itu (${refused}).`,
    en: `Document ${circular} cannot be evaluated under that reading (${refused}).`,
  },
})

const peopleKept = new WeakMap<Ground, Map<Day, readonly Seated[]>>()

/** Everybody employed on a day, with what holds in the middle of it: decided once while the ground is kept. */
export function peopleOn(ground: Ground, day: Day): readonly Seated[] {
  const kept = peopleKept.get(ground) ?? new Map<Day, readonly Seated[]>()
  peopleKept.set(ground, kept)
  const people = kept.get(day) ?? decidePeople(ground, day)
  kept.set(day, people)
  return people
}

function decidePeople({ book }: Ground, day: Day): Seated[] {
  const table = decideList(book, book.world.staff.ids, [day])
  return table.employees.flatMap((employee, row) => {
    const person = employeeOn(book.world, employee, day)
    const finding = middayOf(spansAt(table, row, 0))
    return person && finding ? [{ person, finding }] : []
  })
}

/** Whether an address names an agency or a unit on record below one; an agency without people is found out later. */
export const isUnit = ({ book }: Ground, unit: string, day: Day): boolean =>
  !unit.includes('/') || unitOn(book.world, unit, day) !== undefined

/** Names of units on a day; the path of a unit that has no record. */
export const unitNames =
  ({ book }: Ground, day: Day) =>
  (unit: string): string =>
    unitOn(book.world, unit, day)?.name ?? unit

/** What stands before the rows of every table in JSON. */
export const envelope = ({ known, facts, zone, documents }: EnvelopeGround) => ({
  known,
  settings: settingsOf(facts.settings, zone),
  circulars: documents.map(({ id, sha256: hash, recorded, recordedBy }) => ({
    id,
    sha256: hash,
    recorded,
    recorded_by: recordedBy,
  })),
})

interface EnvelopeGround {
  readonly known: Instant
  readonly facts: Facts
  readonly zone: string
  readonly documents: readonly Pick<FiledCircular, 'id' | 'sha256' | 'recorded' | 'recordedBy'>[]
}

/** The settings as `settings.yaml` writes them, and which version of them was used: a hash of what they say. */
function settingsOf({ placement, quota, heads }: Settings, zone: string) {
  const settings = { zone, precedence: { placement, quota }, opd_head: heads, fallback: 'office' }
  return { ...settings, version: sha256(canonical(settings)) }
}
