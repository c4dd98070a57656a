/** Who has which shift: the letters that a roster deals where the hours of a day come in shifts. */
import type { Day } from '../calendar/day.ts'
import { activeAt } from '../decision/active.ts'
import { notWorking } from '../decision/row.ts'
import type { Rulebook } from '../decision/rulebook.ts'
import { shiftsOf } from '../decision/shifts.ts'
import { hasDay } from './day-mask.ts'
import type { Lineup } from './lineup.ts'
import type { RosterResult } from './roster-result.ts'

/** The shift of a person on a day; undefined where their hours come in none. */
export type ShiftOf = (employee: string, day: Day) => string | undefined

/**
 * Deals the people of a day evenly over their shifts, those at the office and those at home apart, so that a bound that
 * holds for all shifts together holds in each. Whoever has one shift today has another one the next time.
 */
export function shiftsDealt(
  { people, input }: Lineup,
  { duties, leftOpen }: Pick<RosterResult, 'duties' | 'leftOpen'>,
  { versions, world }: Rulebook,
): ShiftOf {
  const timetables = versions.flatMap(({ doc }) => Object.values(doc.timetables ?? {}))
  if (!timetables.some(({ rows }) => rows.some(({ shift }) => shift !== undefined))) return () => undefined
  const drawn = new Map(duties.map((duty) => [duty.person, duty.days]))
  const letters = new Map<string, string>()
  for (const [column, day] of input.days.entries()) {
    const alike = new Map<string, { readonly shifts: readonly string[]; readonly employees: string[] }>()
    for (const { employee, days } of people) {
      const one = days[column]
      if (!one || notWorking.has(one.finding.place)) continue
      const turn = one.standing === 'turns'
      if (turn && hasDay(leftOpen, column)) continue
      const place = turn ? (hasDay(drawn.get(employee) ?? 0n, column) ? 'office' : 'home') : one.finding.place
      const scene = { person: one.person, day, time: '12:00', world, unknown: new Set<string>() }
      const seated = { person: one.person, finding: { ...one.finding, place } }
      // Timetables follow the precedence of placements: the first document that names one decides.
      const shifts = activeAt(versions, scene)
        .map(({ doc }) => shiftsOf([seated], { ...scene, doc }))
        .find((own) => own.length > 0)
      if (!shifts) continue
      const key = `${place === 'office'} ${shifts}`
      const own = alike.get(key) ?? { shifts, employees: [] }
      alike.set(key, own)
      own.employees.push(employee)
    }
    for (const { shifts, employees } of alike.values())
      for (const [rank, employee] of employees.toSorted().entries())
        letters.set(`${employee} ${day}`, shifts[(rank + column) % shifts.length] as string)
  }
  return (employee, day) => letters.get(`${employee} ${day}`)
}
