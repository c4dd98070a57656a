import { plural } from '@piket/domain/messages/plural.ts'
import type { Lineup } from '@piket/domain/roster/lineup.ts'
import type { RosterLine } from './drawn-places.ts'
import type { Violation } from './violations.ts'

/** Shifts with more people at the office than a quota of each shift lets in, or fewer than it asks for. */
export function shiftViolations({ unit, input, seats }: Lineup, lines: readonly RosterLine[]): Violation[] {
  return seats.flatMap(({ quotas }, position) => {
    const date = input.days[position]
    return quotas
      .filter(({ per, side }) => per === 'shift' && side === 'office')
      .flatMap(({ circular, clause, direction, bound, members }): Violation[] => {
        const counts = new Map<string, number>()
        for (const { employee, date: day, place, shift } of lines)
          if (day === date && place === 'office' && shift !== undefined && members.has(employee))
            counts.set(shift, (counts.get(shift) ?? 0) + 1)
        return [...counts].flatMap(([shift, found]) => {
          const over = direction !== 'min' && found > bound
          if (!over && (direction === 'max' || found >= bound)) return []
          return [
            {
              code: over ? 'PKT-901' : 'PKT-902',
              unit,
              employee: null,
              date: date ?? null,
              clause: `${circular}/${clause}`,
              message_id: `${found} orang di kantor pada sif ${shift}, paling ${over ? 'banyak' : 'sedikit'} ${bound}.`,
              message_en: `${found} ${plural(found, 'person', 'people')} at the office in shift ${shift}, at ${over ? 'most' : 'least'} ${bound}.`,
            },
          ]
        })
      })
  })
}
