/** Which services the public finds: of a day, of the days ahead, of one unit. Nothing here is about a person. */
import type { DayKind } from '@piket/domain/calendar/calendar.ts'
import { addDays, type Day, type Instant } from '@piket/domain/calendar/day.ts'
import { type Board, board, patternsOf } from '@piket/domain/decision/board.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { kindOfDay, unitOn } from '@piket/domain/decision/world.ts'
import { unitChain } from '@piket/domain/staff/facts.ts'
import { as } from '#platform/db.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { areasOf, type District } from '../area/service.ts'
import { type Ground, groundOf } from '../ground/service.ts'
import { businessDay, knowledgeOf } from '../knowledge/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { channelsOf, type UnitChannel } from '../service-channel/service.ts'

/** What the public finds at one unit. */
export interface PublicUnit extends Board {
  readonly name: string
  /** Name of the agency it belongs to; null: it is one. */
  readonly within: string | null
  /** Code of the district that it, or a unit above it, is named after; null: none. */
  readonly district: string | null
}

export interface PublicServices {
  readonly day: Day
  /** What the day is for offices that work five days. */
  readonly kind: DayKind
  /** Whether any document speaks of services that day. */
  readonly anySpeaks: boolean
  /** Units that a document speaks of to the public, by name. */
  readonly units: readonly PublicUnit[]
  /** What is asked of the public, once. */
  readonly asked: Pick<Board, 'duties' | 'bans'>
}

/** Which units are looked for; empty: all. */
export interface Looked {
  /** Part of the name, or of the short name in addresses, of a unit or of one above it. */
  readonly search?: string
  /** Code of a district. */
  readonly district?: string | undefined
}

type Boards = ReadonlyMap<string, Board>

/** Boards of every unit, by ground and day: visitors of a morning ask for the same ones. */
const boardsKept = new WeakMap<Ground, Map<Day, Boards>>()

function boardsOf(ground: Ground, day: Day): Boards {
  const kept = boardsKept.get(ground) ?? new Map<Day, Boards>()
  boardsKept.set(ground, kept)
  const { world } = ground.book
  const made = kept.get(day) ?? boardsMade(ground, [...world.units.keys()], day)
  kept.set(day, made)
  return made
}

function boardsMade({ book }: Ground, units: readonly string[], day: Day): Boards {
  const patterns = patternsOf(book.world, day)
  return new Map(units.map((unit) => [unit, board(book, unit, day, '12:00', patterns.get(unit))]))
}

/**
 * Which services are open to the public on a day. A unit below one that says the same is not listed again, unless it is
 * looked for.
 */
export function publicServices(
  ground: Ground,
  day: Day,
  { search = '', district }: Looked = {},
  districts: readonly District[] = [],
): PublicServices {
  const { world } = ground.book
  const boards = boardsOf(ground, day)
  const said = (unit: string) => JSON.stringify(boards.get(unit)?.services ?? [])
  const nameOf = (unit: string) => unitOn(world, unit, day)?.name ?? unit
  const wanted = search.trim().toLocaleLowerCase('id')
  const named = (unit: string) => unitChain(unit).map(nameOf).join(' ').toLocaleLowerCase('id')
  const districtOf = (unit: string) => districtNamed(unitChain(unit).map(nameOf), districts)
  const isInPlace = (unit: string) => district === undefined || districtOf(unit) === district
  const units = [...boards.values()].filter(({ unit, services }) => {
    if (services.length === 0 || !isInPlace(unit)) return false
    if (wanted !== '') return unit.includes(wanted) || named(unit).includes(wanted)
    const [, ...above] = unitChain(unit)
    return !above.some((upper) => said(upper) === said(unit) && isInPlace(upper))
  })
  const [any] = boards.values()
  return {
    day,
    kind: kindOfDay(world, day, 'five_day'),
    anySpeaks: [...boards.values()].some(({ services }) => services.length > 0),
    units: units
      .map((one) => ({
        ...one,
        name: nameOf(one.unit),
        within: one.unit.includes('/') ? nameOf(one.unit.split('/', 1)[0] as string) : null,
        district: districtOf(one.unit),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    asked: { duties: any?.duties ?? [], bans: any?.bans ?? [] },
  }
}

/** `Puskesmas Kuaro` and whatever lies below `Kecamatan Kuaro` are of the district Kuaro: staff data know no other place. */
function districtNamed(names: readonly string[], districts: readonly District[]): string | null {
  const fits = (name: string) => districts.find((one) => name.toLowerCase().endsWith(` ${one.name.toLowerCase()}`))
  for (const name of names) {
    const found = fits(name)
    if (found) return found.code
  }
  return null
}

/** A day at a glance: how many of the listed units are open, open for fewer hours, and closed. */
export interface DayAhead {
  readonly day: Day
  readonly kind: DayKind
  readonly open: number
  readonly limited: number
  readonly closed: number
}

const daysAhead = 7

/** The board of a region as somebody asked for it. */
export interface RegionBoard {
  readonly day: Day
  readonly known: Instant
  readonly today: Day
  /** The day is over: shown as it was known at its end. */
  readonly isPast: boolean
  readonly ground: Ground
  readonly districts: readonly District[]
  /** Today and the days after it; none where the day is over. */
  readonly ahead: readonly Day[]
  /** How each unit is reached now; none where the day is over. */
  readonly channels: readonly UnitChannel[]
}

/** Loads what a board follows from. A day that is over is shown as it was known when it ended, unless another is asked. */
export async function boardOf(
  source: Source,
  region: RegionAsListed,
  { date, known }: { readonly date?: string | undefined; readonly known?: string | undefined },
): Promise<RegionBoard | Refusal> {
  const today = businessDay(source, region)
  const isPast = date !== undefined && date < today
  const asked = knowledgeOf(source, region, { date, known: known ?? (isPast ? date : undefined) })
  if (isRefusal(asked)) return asked
  const { day, ...knowledge } = asked
  const last = addDays(today, daysAhead - 1)
  const span = isPast ? { from: day, until: day } : { from: today, until: day > last ? day : last }
  const ground = await groundOf(source.db, region, { ...span, ...knowledge })
  if (isRuleRefusal(ground)) return { refused: 'not-found' }
  const [{ districts }, channels] = await as(source.db, { region: region.code, reach: 'region' }, async (tx) => [
    await areasOf(tx),
    isPast ? [] : await channelsOf(tx),
  ])
  const ahead = isPast ? [] : Array.from({ length: daysAhead }, (_, at) => addDays(today, at))
  return { day, known: knowledge.known, today, isPast, ground, districts, ahead, channels }
}

/** The days ahead at a glance. */
export const glances = ({ ground, ahead }: RegionBoard): DayAhead[] => ahead.map((day) => glance(ground, day))

function glance(ground: Ground, day: Day): DayAhead {
  const { kind, units } = publicServices(ground, day)
  const count = (state: string) => units.filter(({ services }) => services.some((one) => one.public === state)).length
  return { day, kind, open: count('open'), limited: count('limited'), closed: count('closed') }
}

/** The clauses by which somebody of the public was to be served at a unit on the day of the board, as `circular/clause`. */
export const clausesServing = ({ ground, day }: RegionBoard, unit: string): string[] =>
  (boardsOf(ground, day).get(unit)?.services ?? [])
    .filter((one) => one.public !== 'closed')
    .map(({ circular, clause }) => `${circular}/${clause}`)

/** One unit: what the public finds there today and on the days after. */
export interface UnitBoard {
  readonly unit: string
  readonly name: string
  readonly within: string | null
  readonly days: readonly (Board & { readonly kind: DayKind })[]
  readonly channels: readonly UnitChannel[]
}

/** The board of one unit; undefined: there is none of that path today. */
export function unitBoard({ ground, today, ahead, channels }: RegionBoard, unit: string): UnitBoard | undefined {
  const { world } = ground.book
  const record = unitOn(world, unit, today)
  if (!record) return undefined
  const [agency = unit] = unit.split('/')
  const within = agency === unit ? null : (unitOn(world, agency, today)?.name ?? agency)
  const days = ahead.flatMap((day) => {
    const found = boardsOf(ground, day).get(unit)
    return found ? [{ ...found, kind: kindOfDay(world, day, 'five_day') }] : []
  })
  return { unit, name: record.name, within, days, channels: channels.filter((one) => one.unit === unit) }
}
