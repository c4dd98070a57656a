import type { DayKind } from '@piket/domain/calendar/calendar.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { type Board, board, patternsOf } from '@piket/domain/decision/board.ts'
import { kindOfDay, unitOn } from '@piket/domain/decision/world.ts'
import { unitChain } from '@piket/domain/staff/facts.ts'
import type { Ground } from '../ground/service.ts'

/** What the public finds at one unit. */
export interface PublicUnit extends Board {
  readonly name: string
  /** Name of the agency it belongs to; null: it is one. */
  readonly within: string | null
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

/**
 * Which services are open to the public on a day. A unit below one that says the same is not listed again, unless it is
 * looked for.
 * @param search part of the name, or of the short name in addresses, of a unit or of one above it; '' for all
 */
export function publicServices({ book }: Ground, day: Day, search = ''): PublicServices {
  const { world } = book
  const patterns = patternsOf(world, day)
  const boards = new Map(
    [...world.units.keys()].map((unit) => [unit, board(book, unit, day, '12:00', patterns.get(unit))]),
  )
  const said = (unit: string) => JSON.stringify(boards.get(unit)?.services ?? [])
  const nameOf = (unit: string) => unitOn(world, unit, day)?.name ?? unit
  const wanted = search.trim().toLocaleLowerCase('id')
  const named = (unit: string) => unitChain(unit).map(nameOf).join(' ').toLocaleLowerCase('id')
  const units = [...boards.values()].filter(({ unit, services }) => {
    if (services.length === 0) return false
    if (wanted !== '') return unit.includes(wanted) || named(unit).includes(wanted)
    const [, ...above] = unitChain(unit)
    return !above.some((upper) => said(upper) === said(unit))
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
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    asked: { duties: any?.duties ?? [], bans: any?.bans ?? [] },
  }
}
