/** Certificates of fairness: nobody can be relieved by somebody two days below. */
import type { OfficeLimit, RosterInput, RosterPerson } from '../roster/roster-input.ts'
import type { CertificateLevel, PersonDuty } from '../roster/roster-result.ts'
import { bit, count } from './masks.ts'
import { countPart, partsOf } from './parts.ts'

/** One person as the verifier sees them. */
export interface Row {
  readonly person: RosterPerson
  readonly duty: PersonDuty
  /** Days the draw could have decided: free, without pins, inside the team's days. */
  readonly free: bigint
  readonly team: number | undefined
  readonly fixed: bigint
  readonly load: number
  readonly limits: readonly OfficeLimit[]
}

/**
 * Whether nobody at or above the level can be relieved by somebody two below. It is enough that the stated places are
 * closed: whoever could take one of them has all days they could give inside; a reached place above its minimum opens the
 * day, an open day offers itself to every position below its maximum, a day above its minimum reaches the total, the
 * total offers every day below its maximum; and nobody two below the level could take a reached place. Parts of the
 * people stand between place and day in the same way; where parts cross, no seat leaves its place.
 */
export function closed(
  input: RosterInput,
  rows: readonly Row[],
  deciding: readonly Row[],
  entry: CertificateLevel,
): boolean {
  const { unit, days } = input
  const positions = new Set([
    ...rows.map(({ person }) => person.position),
    ...unit.positions.map((one) => one.position),
  ])
  for (const [index] of days.entries()) {
    const demand = unit.demand[index]!
    const byRule = rows.filter(({ person }) => bit(person.office & ~(person.outside ?? 0n), index)).length
    const seated = byRule + rows.filter(({ person, duty }) => bit(duty.days & ~person.office, index)).length
    const open = bit(entry.openDays, index)
    if (open && seated > demand.min && !entry.total) return false
    if (entry.total && seated < demand.max && !open) return false
    const parts = partsOf(demand)
    if (parts.crossing.length > 0) continue
    const isReached = (part: (typeof parts.nested)[number] | undefined) =>
      part === undefined ? open : bit(entry.groups?.[part.name] ?? 0n, index)
    for (const part of parts.nested) {
      const { found, min, max } = countPart(part, rows, index)
      const [reached, above] = [isReached(part), isReached(parts.around(part))]
      if ((reached && found > min && !above) || (above && found < max && !reached)) return false
    }
    for (const position of positions) {
      const here = rows.filter(({ person, duty }) => person.position === position && bit(duty.days, index)).length
      const rules = unit.positions.filter((one) => one.position === position)
      const min = Math.max(0, ...rules.map((rule) => rule.min[index]!))
      const max = Math.min(Infinity, ...rules.map((rule) => rule.max?.[index] ?? Infinity))
      const reached = bit(entry.places[position] ?? 0n, index)
      const above = isReached(parts.around(position))
      if ((reached && here > min && !above) || (above && here < max && !reached)) return false
    }
  }
  return deciding.every((row) => personClosed(row, entry))
}

/** Follows a person's limits: a day taken passes upwards through limits with room, a day given downwards above minima. */
function personClosed({ person, duty, free, fixed, load, limits }: Row, { level, places }: CertificateLevel): boolean {
  const reach = places[person.position] ?? 0n
  const couldTake = free & ~duty.drawn & reach
  const own = limits.map((limit, index) => ({ ...limit, index, found: count(duty.days & limit.days) }))
  // From the outside in; of equal limits the earlier is the outer one.
  own.sort((one, other) => count(other.days) - count(one.days) || one.index - other.index)
  const around = (days: bigint, before: number) =>
    own.findLastIndex((limit, index) => index < before && (days & ~limit.days) === 0n)
  /** -1 is the person as a whole. */
  const reached = new Set<number>()
  if (load >= level) reached.add(-1)
  const dayOwner = (day: number) => around(1n << BigInt(day), own.length)
  for (let day = 0n, rest = couldTake; rest; day++, rest >>= 1n) if (rest % 2n) reached.add(dayOwner(Number(day)))
  for (let grown = true; grown; ) {
    grown = false
    for (const [index, { days, min, max, found }] of own.entries()) {
      const outer = around(days, index)
      const up = reached.has(index) && found < max && !reached.has(outer)
      const least = min - count(days & ~(person.free | person.office))
      const down = reached.has(outer) && found > Math.max(least, count(fixed & days)) && !reached.has(index)
      if (up) reached.add(outer)
      if (down) reached.add(index)
      grown ||= up || down
    }
  }
  if (reached.has(-1) && load <= level - 2) return false
  for (let day = 0n, rest = duty.drawn; rest; day++, rest >>= 1n) {
    if (rest % 2n && reached.has(dayOwner(Number(day))) && !bit(reach, Number(day))) return false
  }
  return true
}
