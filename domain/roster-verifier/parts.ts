/** Parts of a unit with bounds of their own on a day, read off the input the verifier's own way. */
import type { RosterInput } from '../roster/roster-input.ts'
import type { Row } from './certificate.ts'
import { bit } from './masks.ts'

type Demand = RosterInput['unit']['demand'][number]
export type Part = NonNullable<Demand['groups']>[number]

/** Parts that are nested or disjoint, as the input orders them, and those that cross one before them. */
export interface Parts {
  readonly nested: readonly Part[]
  readonly crossing: readonly Part[]
  /** The smallest part around a position, or around a part; undefined: the day itself. */
  readonly around: (inner: string | Part) => Part | undefined
}

const common = (one: Part, other: Part): number => one.positions.filter((at) => other.positions.includes(at)).length

export function partsOf({ groups = [] }: Demand): Parts {
  const nested: Part[] = []
  const crossing: Part[] = []
  for (const group of groups) {
    const crosses = nested.some((other) => {
      const both = common(group, other)
      return both > 0 && both < group.positions.length && both < other.positions.length
    })
    ;(crosses ? crossing : nested).push(group)
  }
  return {
    nested,
    crossing,
    around: (inner) => {
      const holds = (part: Part, at: number) => {
        if (typeof inner === 'string') return part.positions.includes(inner)
        if (part === inner || inner.positions.length === 0 || common(part, inner) < inner.positions.length) return false
        return part.positions.length > inner.positions.length || at < nested.indexOf(inner)
      }
      // Of parts of the same people the later one lies inside.
      return nested.reduce<Part | undefined>(
        (best, part, at) =>
          holds(part, at) && (best === undefined || part.positions.length <= best.positions.length) ? part : best,
        undefined,
      )
    },
  }
}

/** The people of a part on a day: at the office, there whatever is drawn, and free for the draw; with what it may ask. */
export function countPart(part: Part, rows: readonly Row[], day: number) {
  const own = rows.filter(({ person }) => part.positions.includes(person.position))
  const turns = own.filter(({ person, duty }) => bit(duty.days & ~person.office, day)).length
  const pinned = own.filter(({ person, fixed }) => bit(fixed & ~person.office, day)).length
  const free = own.filter((row) => bit(row.free, day)).length
  const byRule = rows.filter(({ person }) => part.inside.includes(person.id) && bit(person.office, day)).length
  const mandatory = byRule + pinned
  const min = part.first ? Math.min(part.min, free + mandatory) : part.min
  return { found: byRule + turns, mandatory, min, max: part.max }
}
