/** The roster of an agency over the week of a day, as a case asks for it. */
import { addDays, type Day, daysOf, weekOf } from '@piket/domain/calendar/day.ts'
import { middayOf } from '@piket/domain/decision/decide.ts'
import { decideList, spansAt } from '@piket/domain/decision/decide-list.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import { employeeOn, unitOn } from '@piket/domain/decision/world.ts'
import { hasDay } from '@piket/domain/roster/day-mask.ts'
import { lineupsOf } from '@piket/domain/roster/lineup.ts'
import { rosterNames } from '@piket/domain/roster/names.ts'
import { roster } from '@piket/domain/roster/roster.ts'
import { sentence } from '@piket/domain/roster/sentence.ts'
import { unmetOf } from '@piket/domain/roster/written.ts'
import { verify } from '@piket/domain/roster-verifier/verify.ts'
import { unitChain } from '@piket/domain/staff/facts.ts'

/** How many come on the day, by unit, or why nobody can; the roster must hold. */
export function askRoster(agency: string, book: Rulebook, on: Day) {
  const monday = weekOf(on)
  const table = decideList(book, book.world.staff.ids, daysOf(monday, addDays(monday, 6)))
  const lineup = lineupsOf(book, table, { seed: 1 }).find(({ unit }) => unit === agency)
  if (!lineup) throw new Error(`Nobody of ${agency} takes turns.`)
  const result = roster(lineup.input)
  const { ok, faults, falseClaims } = verify(lineup.input, result)
  if (!ok) throw new Error(JSON.stringify([faults, falseClaims]))
  const day = lineup.input.days.indexOf(on)
  const seated: Record<string, number> = {}
  for (const { person, days } of result.duties) {
    const unit = employeeOn(book.world, person, on)?.unit
    if (unit === undefined || !hasDay(days, day)) continue
    for (const one of unitChain(unit)) seated[one] = (seated[one] ?? 0) + 1
  }
  const names = rosterNames({
    days: lineup.input.days,
    documents: new Map(book.versions.map(({ doc }) => [doc.id, doc])),
    unitName: (unit) => unitOn(book.world, unit, on)?.name ?? unit,
  })
  const homes: Record<string, number> = {}
  for (const [row, employee] of table.employees.entries()) {
    const office = result.duties.find(({ person }) => person === employee)?.days ?? 0n
    homes[employee] = table.days.filter((one, column) => {
      const { place = 'off' } = middayOf(spansAt(table, row, column)) ?? {}
      return place === 'home' || (place === 'rotate' && !hasDay(office, lineup.input.days.indexOf(one)))
    }).length
  }
  const conflict = result.conflicts.find(({ days }) => hasDay(days, day))
  return {
    seated: Object.fromEntries(Object.entries(seated).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    home_days: homes,
    unmet: unmetOf({ lineup, result }, book).map(
      ({ employee, date, message_en }) => `${employee} ${date}: ${message_en}`,
    ),
    crossing: hasDay(result.certificate?.crossing ?? 0n, day),
    left_open: conflict ? sentence(conflict, names).en : null,
  }
}
