/** Shifts of a day: the rows of a timetable that name one. */
import { weekdayOf } from '../calendar/day.ts'
import type { Circular } from '../circular/schema.ts'
import type { Scene } from './scene.ts'
import type { Seated } from './seated.ts'
import { inSeason } from './select-days.ts'
import { applies } from './speaks-to.ts'
import { resolveValue } from './value.ts'

type Row = NonNullable<Circular['timetables']>[string]['rows'][number]

/** The rows of a timetable that hold on the day: those of its season before those without one. */
export function rowsOn(name: string, { doc, day, world }: Scene): readonly Row[] {
  const weekday = weekdayOf(day)
  const rows = (doc.timetables?.[name]?.rows ?? []).filter((row) => row.weekday.includes(weekday))
  const ofSeason = rows.filter(({ season }) => season && inSeason(season, world, day))
  return ofSeason.length > 0 ? ofSeason : rows.filter(({ season }) => season === undefined)
}

/** The shifts into which the hours of the document divide the day of some people, in the order of the timetable. */
export function shiftsOf(people: readonly Seated[], scene: Scene): string[] {
  const found = new Set<string>()
  const clauses = scene.doc.clauses.filter((clause) => clause.kind === 'hours')
  for (const { person, finding } of people) {
    const here = { ...scene, person, placed: finding.place, settledBy: finding.clause }
    for (const clause of clauses) {
      if (clause.timetable === undefined || applies(clause, here) !== true) continue
      const name = resolveValue(clause.timetable, clause, here, 'timetable')
      if ('value' in name) for (const { shift } of rowsOn(String(name.value), here)) if (shift) found.add(shift)
    }
  }
  return [...found]
}
