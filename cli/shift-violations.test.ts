import { type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { sampleCircular } from '@piket/domain/circular/sample-circular.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import { lineupsOf } from '@piket/domain/roster/lineup.ts'
import { nobody, noFacts } from '@piket/domain/staff/facts.ts'
import { expect, test } from 'vitest'
import { shiftViolations } from './shift-violations.ts'

const date = '2021-07-21' as Day
const row = (shift: string) => `{weekday: [wednesday], shift: ${shift}, from: '07:00', to: '13:00', break_minutes: 0}`

test('each shift is held to the bound of its quota', () => {
  const { doc } = sampleCircular(`timetables: {two: {rows: [${row('early')}, ${row('late')}]}}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: rotate, cite: "u:1"}
  - {id: c2, kind: hours, who: {all: true}, timetable: two, cite: "u:2"}
  - {id: c3, kind: quota, who: {all: true}, per: shift, place: office, amount: {max: 1}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:3"}`)
  if (!doc) throw new Error('The circular does not parse.')
  const employees = ['e1', 'e2', 'e3'].map((employee) => ({ ...nobody, employee, unit: 'dlh' }))
  const book = rulebook([{ doc, recorded: null }], { ...noFacts, employees }, { known: '2021-07-31' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const [lineup] = lineupsOf(book, decideList(book, book.world.staff.ids, daysOf(date, date)), { seed: 1 })
  if (!lineup) throw new Error('Nobody takes turns.')
  const line = (employee: string, shift: string) => ({ employee, date, place: 'office', shift })
  expect(shiftViolations(lineup, [line('e1', 'early'), line('e2', 'late')])).toEqual([])
  expect(shiftViolations(lineup, [line('e1', 'late'), line('e2', 'late')])).toMatchObject([
    { code: 'PKT-901', clause: 'contoh/c3', message_en: '2 people at the office in shift late, at most 1.' },
  ])
})
