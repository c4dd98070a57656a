import { type DayMask, maskOf, noDays } from './day-mask.ts'
import type { RosterInput } from './roster-input.ts'
import type { Explanation } from './roster-result.ts'

/**
 * The same unit with some days left open: nobody is drawn on them, and nothing is asked of them. People at the office by
 * rule stay there and count. A minimum of a person is less by each day that is lost, as by a day of leave.
 */
export function leaveOpen(input: RosterInput, days: DayMask): RosterInput {
  const { unit } = input
  const open = (index: number) => ((days >> BigInt(index)) & 1n) === 1n
  return {
    ...input,
    unit: {
      ...unit,
      people: unit.people.map((person) => ({
        ...person,
        free: person.free & ~days,
        away: person.away.map(({ mask, clause }) => ({ mask: mask & ~days, clause })),
        ...(person.runs && { runs: person.runs.map((run) => ({ ...run, days: run.days & ~days })) }),
        ...(person.pinnedHome !== undefined && { pinnedHome: person.pinnedHome & ~days }),
        ...(person.pinnedOffice !== undefined && { pinnedOffice: person.pinnedOffice & ~days }),
      })),
      demand: unit.demand.map((demand, index) =>
        open(index)
          ? {
              ...demand,
              min: 0,
              ...(demand.groups && { groups: demand.groups.map((group) => ({ ...group, min: 0 })) }),
            }
          : demand,
      ),
      positions: unit.positions.map((rule) => ({ ...rule, min: rule.min.map((min, day) => (open(day) ? 0 : min)) })),
    },
  }
}

/** The days on which nobody can say how many may come, each with its reason. They are open before anything is drawn. */
export const unsettledDays = ({ unit }: RosterInput): Explanation[] =>
  unit.demand.flatMap(({ unsettled }, day): Explanation[] => {
    if (!unsettled) return []
    const { kind, clauses, least, most, reason, ask } = unsettled
    const [demanding, taking] = [clauses.slice(0, 1), clauses.slice(1)]
    return [
      {
        kind,
        days: maskOf([day]),
        posts: [],
        wanted: least,
        left: most,
        short: least - most,
        demanding,
        taking,
        alsoTaking: [],
        people: [],
        reason,
        ask,
        repairs: [],
        cut: { people: [], limits: [], places: {}, days: noDays, total: false, pool: false },
      },
    ]
  })
