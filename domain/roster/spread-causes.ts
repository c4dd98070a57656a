/** Why fairest loads lie more than a day apart: found by drawing the same unit again as if a cause were not there. */
import { type Day, daysOf } from '../calendar/day.ts'
import { decideList } from '../decision/decide-list.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import type { World } from '../decision/world.ts'
import type { LeaveKind, LeaveRecord } from '../staff/facts.ts'
import { type LineupOptions, lineupsOf } from './lineup.ts'
import { roster } from './roster.ts'

/** In the order in which they are put back: of two that would do, the later one is named. */
export const spreadCauses = ['education', 'travel', 'leave', 'recall', 'service', 'acting'] as const
export type SpreadCause = (typeof spreadCauses)[number]

export interface DrawnUnit {
  readonly book: Rulebook
  readonly unit: string
  readonly from: Day
  readonly until: Day
  readonly options: LineupOptions
}

/**
 * The smallest set of causes without which loads would differ by one day at most: each of them is needed for that.
 * Pauses before each drawing, so that others can be served while a large unit is drawn several times.
 * @returns undefined where loads differ by more even without all of them
 */
export function* causesOfSpread(drawn: DrawnUnit): Generator<void, SpreadCause[] | undefined> {
  const there = spreadCauses.filter((cause) => isThere(cause, drawn))
  let without: readonly SpreadCause[] = there
  yield
  if (spreadWithout(drawn, without) > 1) return undefined
  for (const cause of there) {
    const fewer = without.filter((one) => one !== cause)
    yield
    if (spreadWithout(drawn, fewer) <= 1) without = fewer
  }
  return [...without]
}

/** Whether there is anything to set aside. */
function isThere(cause: SpreadCause, { book: { world }, options }: DrawnUnit): boolean {
  switch (cause) {
    case 'service':
      return (options.services ?? []).length > 0
    case 'acting':
      return world.acting.size > 0
    case 'recall':
      return world.overrides.size > 0
    default:
      return [...world.leave.values()].some((records) => records.some(({ kind }) => leaveCause(kind) === cause))
  }
}

function spreadWithout({ book, unit, from, until, options }: DrawnUnit, without: readonly SpreadCause[]): number {
  const world = worldWithout(book.world, without)
  const changed = { ...book, world }
  const table = decideList(changed, world.staff.ids, daysOf(from, until))
  const services = without.includes('service') ? [] : (options.services ?? [])
  const lineup = lineupsOf(changed, table, { ...options, services }).find((one) => one.unit === unit)
  if (!lineup) return 0
  return roster(lineup.input).metrics?.spread ?? Number.POSITIVE_INFINITY
}

const leaveCause = (kind: LeaveKind): SpreadCause =>
  kind === 'official_travel' ? 'travel' : kind === 'education' ? 'education' : 'leave'

const worldWithout = (world: World, without: readonly SpreadCause[]): World => ({
  ...world,
  acting: without.includes('acting') ? new Map() : world.acting,
  overrides: without.includes('recall') ? new Map() : world.overrides,
  leave: new Map(
    [...world.leave].map(([employee, records]): [string, LeaveRecord[]] => [
      employee,
      records.filter(({ kind }) => !without.includes(leaveCause(kind))),
    ]),
  ),
})
