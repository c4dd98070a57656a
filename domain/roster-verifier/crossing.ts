/** A day on which parts of the people cross and cannot be met together: tried again, all numbers that there can be. */
import type { RosterInput } from '../roster/roster-input.ts'
import type { RosterResult } from '../roster/roster-result.ts'
import type { Deny } from './claims.ts'
import { bit } from './masks.ts'
import { partsOf } from './parts.ts'
import { teamDays } from './teams.ts'

/** Numbers that are tried before the statement counts as not proved. */
const mostTried = 2_000_000

export function checkCrossing(
  input: RosterInput,
  stated: RosterResult['conflicts'][number],
  teamOf: RosterResult['teamOf'],
  deny: Deny,
) {
  const day = input.days.findIndex((_, index) => stated.days === 1n << BigInt(index))
  const demand = input.unit.demand[day]
  if (!demand || partsOf(demand).crossing.length === 0) return deny('explanation', 'nothing crosses')
  // Whoever says that no way was found states nothing more.
  if (stated.reason === null && !impossible(input, day, new Set(stated.demanding), teamOf))
    deny('explanation', 'parts that can be met together')
}

interface Bound {
  readonly counts: (position: string) => boolean
  readonly min: number
  readonly max: number
}

/** Whether no numbers of people keep the bounds of some clauses on a day. */
function impossible(
  { unit, days, ...input }: RosterInput,
  day: number,
  clauses: ReadonlySet<string>,
  teamOf: RosterResult['teamOf'],
): boolean {
  const pinned = (one: (typeof unit.people)[number]) => bit((one.pinnedOffice ?? 0n) & ~one.office, day) === 1
  const demand = unit.demand[day]!
  const seated = unit.people.filter((one) => bit(one.office & ~(one.outside ?? 0n), day) || pinned(one)).length
  const stands = (clause: string) => clauses.has(clause)
  const least = stands(demand.minClause ?? demand.clause) ? demand.min : 0
  const most = stands(demand.clause) ? demand.max : Infinity
  const bounds: Bound[] = [
    { counts: () => true, min: least - seated, max: Math.max(0, most - seated) },
    ...(demand.groups ?? [])
      .filter(({ clause }) => stands(clause))
      .map(({ positions, inside, min, max, first }): Bound => {
        const here = unit.people.filter(
          (one) =>
            (inside.includes(one.id) && bit(one.office, day)) || (positions.includes(one.position) && pinned(one)),
        ).length
        const free = first ? freeIn((one) => positions.includes(one)) : Infinity
        return {
          counts: (one) => positions.includes(one),
          min: Math.min(min - here, free),
          max: Math.max(0, max - here),
        }
      }),
    ...unit.positions
      .filter(({ clause }) => stands(clause))
      .map(({ position, min, max }): Bound => {
        const here = unit.people.filter(
          (one) => one.position === position && (bit(one.office, day) || pinned(one)),
        ).length
        return {
          counts: (one) => one === position,
          min: min[day]! - here,
          max: Math.max(0, (max?.[day] ?? Infinity) - here),
        }
      }),
  ]
  // Positions that the same bounds count are one.
  const sizes = new Map<string, { free: number; readonly bounds: readonly number[] }>()
  for (const position of new Set([...unit.people, ...unit.positions].map((one) => one.position))) {
    const own = bounds.flatMap(({ counts }, at) => (counts(position) ? [at] : []))
    const class_ = sizes.get(own.join()) ?? { free: 0, bounds: own }
    class_.free += freeIn((one) => one === position)
    sizes.set(own.join(), class_)
  }
  const classes = [...sizes.values()]
  let tried = 0
  const reach = bounds.map((_, at) => classes.map((_class, from) => sumOf(classes.slice(from), at)))
  const possible = (from: number, here: readonly number[]): boolean => {
    if (++tried > mostTried) return true
    for (const [at, { min, max }] of bounds.entries())
      if (here[at]! > max || here[at]! + (reach[at]![from] ?? 0) < min) return false
    const next = classes[from]
    if (!next) return true
    for (let people = 0; people <= next.free; people++)
      if (
        possible(
          from + 1,
          here.map((sum, at) => sum + (next.bounds.includes(at) ? people : 0)),
        )
      )
        return true
    return false
  }
  return !possible(
    0,
    bounds.map(() => 0),
  )

  function freeIn(counts: (position: string) => boolean): number {
    return unit.people.filter(
      (one) =>
        counts(one.position) &&
        !pinned(one) &&
        bit(one.free & teamDays({ ...input, unit, days }, teamOf[one.id]) & ~(one.pinnedHome ?? 0n), day),
    ).length
  }
}

const sumOf = (classes: readonly { readonly free: number; readonly bounds: readonly number[] }[], at: number): number =>
  classes.reduce((sum, { free, bounds }) => sum + (bounds.includes(at) ? free : 0), 0)
