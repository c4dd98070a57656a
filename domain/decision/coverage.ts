/** Who would find nobody: agencies and units that serve the public, on days on which most of their people work. */
import type { Day } from '../calendar/day.ts'
import { agencyOf, type UnitRecord, unitChain } from '../staff/facts.ts'
import { board } from './board.ts'
import type { Rulebook } from './rulebook.ts'
import type { Seated } from './seated.ts'
import { type Tally, tallyOf } from './tally.ts'
import { unitOn } from './world.ts'

/** Whether most people of a group work that day: it is a working day of theirs. */
export const mostWork = ({ staff, off }: Tally): boolean => staff > 0 && off * 2 <= staff

const isPublic = ({ kind, functions }: UnitRecord): boolean =>
  functions.length > 0 || kind === 'health' || kind === 'service_post'

/** Units below an agency that serve the public by their record, or of which the rules say that somebody is served. */
export function servingUnits(book: Rulebook, day: Day): ReadonlySet<string> {
  const { world } = book
  const serves = (unit: string) => {
    const record = unitOn(world, unit, day)
    if (!record) return false
    return isPublic(record) || board(book, unit, day, '12:00').services.some((one) => one.public !== 'closed')
  }
  return new Set([...world.units.keys()].filter((unit) => unit !== agencyOf(unit) && serves(unit)))
}

/** A unit and how often it is without anybody. */
export interface UnitCoverage {
  readonly unit: string
  /** Days on which nobody is at the office, or can be drawn. */
  readonly nobody: number
  /** The first of them; null: there is none. */
  readonly firstDay: Day | null
  /** Days on which whoever is there is so by a draw alone. */
  readonly byTurns: number
}

/** How a unit stands on a day: somebody is there, only whoever is drawn, or nobody. */
export type Cover = 'somebody' | 'by-turns' | 'nobody'

/**
 * @param seatsForTurns left in its agency for those who take turns
 */
export function coverOf(tally: Tally, seatsForTurns: number): Cover {
  // Where somebody's place cannot be said, that the unit is empty cannot be said either.
  if (tally.office > 0 || tally.undetermined > 0 || tally.conflict > 0) return 'somebody'
  return tally.turns > 0 && seatsForTurns > 0 ? 'by-turns' : 'nobody'
}

/** Counts the people of some units, those of the units below them included, day after day. */
export function tallying(units: ReadonlySet<string>): (people: readonly Seated[]) => ReadonlyMap<string, Tally> {
  const above = new Map<string, readonly string[]>()
  const countedIn = (unit: string): readonly string[] => {
    const known = above.get(unit) ?? unitChain(unit).filter((one) => units.has(one))
    above.set(unit, known)
    return known
  }
  return (people) => {
    const own = new Map<string, Seated[]>()
    for (const one of people) {
      for (const unit of countedIn(one.person.unit)) {
        const there = own.get(unit)
        if (there) there.push(one)
        else own.set(unit, [one])
      }
    }
    return new Map([...own].map(([unit, seated]) => [unit, tallyOf(seated)]))
  }
}

/** Counts covers as they come, by unit. */
export function covering(): { see(unit: string, day: Day, cover: Cover): void; units(): UnitCoverage[] } {
  const found = new Map<string, UnitCoverage>()
  return {
    see(unit, day, cover) {
      if (cover === 'somebody') return
      const { nobody, firstDay, byTurns } = found.get(unit) ?? { nobody: 0, firstDay: null, byTurns: 0 }
      const isEmpty = cover === 'nobody'
      found.set(unit, {
        ...{ unit, nobody: nobody + (isEmpty ? 1 : 0) },
        ...{ firstDay: firstDay ?? (isEmpty ? day : null), byTurns: byTurns + (isEmpty ? 0 : 1) },
      })
    },
    units: () => [...found.values()].toSorted((a, b) => b.nobody - a.nobody || a.unit.localeCompare(b.unit)),
  }
}

/** Units of an agency that are without anybody on some days. */
export interface EmptyAgency {
  readonly agency: string
  /** The agency itself may be among them. */
  readonly units: readonly UnitCoverage[]
  /** Of the unit that is without anybody most often. */
  readonly days: number
  /** The first day of any. */
  readonly firstDay: Day
}

/** Units without anybody, by the agency that they belong to: the one with the most of them first. */
export function emptyByAgency(covered: readonly UnitCoverage[]): EmptyAgency[] {
  const agencies = new Map<string, UnitCoverage[]>()
  for (const one of covered) {
    if (one.firstDay === null) continue
    const agency = agencyOf(one.unit)
    agencies.set(agency, [...(agencies.get(agency) ?? []), one])
  }
  return [...agencies]
    .map(([agency, units]) => {
      const [firstDay] = units.flatMap((one) => one.firstDay ?? []).toSorted()
      return { agency, units, days: Math.max(...units.map(({ nobody }) => nobody)), firstDay: firstDay as Day }
    })
    .toSorted((a, b) => b.units.length - a.units.length || a.agency.localeCompare(b.agency))
}
