/** The public page of one unit: its services, and what is asked of the public. */
import { isWorking, type WorkPattern } from '../calendar/calendar.ts'
import type { Day, Time } from '../calendar/day.ts'
import { nobody, unitChain, workPatterns } from '../staff/facts.ts'
import { activeAt } from './active.ts'
import { banOf, consequencesOf, dutyOf } from './consequences.ts'
import type { RowBan, RowDuty, RowService } from './row.ts'
import type { Rulebook } from './rulebook.ts'
import { holds } from './select-days.ts'
import { applies } from './speaks-to.ts'
import { kindOfDay, rowAtPosition, type World } from './world.ts'

export interface Board {
  readonly unit: string
  readonly date: Day
  readonly services: readonly RowService[]
  readonly duties: readonly RowDuty[]
  readonly bans: readonly RowBan[]
}

/** The pattern by which most people of each unit work, those of the units below included. */
export function patternsOf({ staff }: World, day: Day): ReadonlyMap<string, WorkPattern> {
  const counts = new Map<string, Record<WorkPattern, number>>()
  for (const position of staff.ids.keys()) {
    const row = rowAtPosition(staff, position, day)
    const record = row === undefined ? undefined : staff.records[row]
    if (!record) continue
    for (const unit of unitChain(record.unit)) {
      const own = counts.get(unit) ?? { five_day: 0, six_day: 0, shift: 0 }
      counts.set(unit, own)
      own[record.workPattern]++
    }
  }
  return new Map(
    [...counts].map(([unit, own]) => [unit, workPatterns.reduce((most, one) => (own[one] > own[most] ? one : most))]),
  )
}

/**
 * What the public finds at a unit on a day: selectors are asked about the unit itself, of nobody in particular.
 * @param workPattern by which the unit works
 */
export function board(
  { versions, world }: Rulebook,
  unit: string,
  day: Day,
  time: Time,
  workPattern: WorkPattern = 'five_day',
): Board {
  const scene = { person: { ...nobody, unit, workPattern }, day, time, world, unknown: new Set<string>() }
  const active = activeAt(versions, scene)
  const { services } = consequencesOf(active, scene, {
    working: isWorking(kindOfDay(world, day, workPattern)),
    leave: undefined,
    applies: ({ doc }) => {
      const here = { ...scene, doc, placed: 'office', settledBy: [] }
      return (clause) => applies(clause, here)
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
