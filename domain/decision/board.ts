/** The public page of one unit: its services, and what is asked of the public. */
import { isWorking } from '../calendar/calendar.ts'
import type { Day, Time } from '../calendar/day.ts'
import { nobody } from '../staff/facts.ts'
import { activeAt } from './active.ts'
import { banOf, consequencesOf, dutyOf } from './consequences.ts'
import type { RowBan, RowDuty, RowService } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { holds } from './select-days.ts'
import { speaksTo } from './speaks-to.ts'
import { kindOfDay } from './world.ts'

export interface Board {
  readonly unit: string
  readonly date: Day
  readonly services: readonly RowService[]
  readonly duties: readonly RowDuty[]
  readonly bans: readonly RowBan[]
}

/** What the public finds at a unit on a day: selectors are asked about the unit itself, of nobody in particular. */
export function board({ versions, world }: Rulebook, unit: string, day: Day, time: Time): Board {
  const scene = { person: { ...nobody, unit }, day, time, world, unknown: new Set<string>() }
  const active = activeAt(versions, scene)
  const { services } = consequencesOf(active, scene, {
    working: isWorking(kindOfDay(world, day, 'five_day')),
    leave: undefined,
    applies: ({ doc }) => {
      const here = { ...scene, doc, placed: 'office', settledBy: [] }
      return (clause) => speaksTo(clause, here)
    },
  })
  const duties: RowDuty[] = []
  const bans: RowBan[] = []
  for (const { doc } of active) {
    for (const clause of doc.clauses) {
      if (!clause.who.public || holds(clause.when, { ...scene, doc }) !== true) continue
      const ref = { circular: doc.id, clause: clause.id }
      if (clause.kind === 'duty') duties.push(dutyOf(ref, clause, true))
      if (clause.kind === 'ban') bans.push(banOf(ref, clause, true))
    }
  }
  return { unit, date: day, services, duties, bans }
}
