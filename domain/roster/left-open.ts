import type { DayMask } from './day-mask.ts'
import { noDays } from './day-mask.ts'
import type { OfficeLimit, RosterInput } from './roster-input.ts'

/**
 * The same unit with some days left open: nobody is drawn on them, and nothing is asked of them. People at the office by
 * rule stay there and count. A week or month that has lost a day can no longer ask for its full number.
 */
export function leaveOpen(input: RosterInput, days: DayMask): RosterInput {
  const { unit } = input
  const open = (index: number) => ((days >> BigInt(index)) & 1n) === 1n
  const lenient = (limits: readonly OfficeLimit[]) =>
    limits.map((limit) => ((limit.days & days) === noDays ? limit : { ...limit, min: 0 }))
  return {
    ...input,
    unit: {
      ...unit,
      people: unit.people.map((person) => ({
        ...person,
        free: person.free & ~days,
        ...(person.pinnedHome !== undefined && { pinnedHome: person.pinnedHome & ~days }),
        ...(person.pinnedOffice !== undefined && { pinnedOffice: person.pinnedOffice & ~days }),
        ...(person.limits && { limits: lenient(person.limits) }),
      })),
      demand: unit.demand.map((demand, index) => (open(index) ? { ...demand, min: 0 } : demand)),
      positions: unit.positions.map((rule) => ({ ...rule, min: rule.min.map((min, day) => (open(day) ? 0 : min)) })),
      ...(unit.limits && { limits: lenient(unit.limits) }),
    },
  }
}
