/** What a rule does to the offices on a day, told by people who take turns, leaders and counters. */
import { expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { nobody, noFacts, plainUnit } from '../staff/facts.ts'
import { decideList } from './decide-list.ts'
import { peopleIn } from './effect.ts'
import { type OfficeDay, officeDay, officesChanged } from './office-day.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'

const day = '2021-07-21' as Day
const staff = (unit: string, positions: readonly string[]) =>
  positions.map((position, at) => ({ ...nobody, employee: `${unit}-${at}`, unit, position }))
const employees = [
  ...staff('dinas', ['kepala_dinas', 'sekretaris_opd', 'staf', 'staf', 'staf', 'staf']),
  ...staff('dinas/loket', ['staf', 'staf']),
  ...staff('badan', ['kepala_badan', 'staf']),
]
const units = [
  plainUnit('dinas'),
  { ...plainUnit('dinas/loket'), kind: 'service_post' as const },
  { ...plainUnit('badan'), class: ['badan'] },
]

function under(...clauses: readonly string[]): OfficeDay {
  const { doc } = sampleCircular(`clauses:\n${clauses.map((one) => `  - {cite: "u:1", ${one}}`).join('\n')}`)
  if (!doc) throw new Error('The circular does not parse.')
  const facts = { ...noFacts, employees, units }
  const book = rulebook([{ doc, recorded: null }], facts, { known: '2021-07-20T08:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  return officeDay(book, day, peopleIn(book, decideList(book, book.world.staff.ids, daysOf(day, day)), 0))
}

const office = 'id: k, kind: placement, who: {all: true}, place: office'
const turns = 'id: t, kind: placement, who: {all: true}, place: rotate'
const quota = (amount: string) =>
  `id: q, kind: quota, who: {all: true}, per: agency, place: office, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}`
const home = (who: string) => `id: h, kind: placement, who: ${who}, place: home, over: [k]`

test('a ceiling on people who take turns moves nobody, and halves who can be at the office', () => {
  const changed = officesChanged(under(turns), under(turns, quota('{max: 50%}')))
  expect(changed).toMatchObject({ staff: 10, before: { least: 0, most: 10 }, after: { least: 0, most: 5 } })
  expect(changed.agencies.map(({ agency, after }) => [agency, after.most])).toEqual([
    ['dinas', 4],
    ['badan', 1],
  ])
})

test('a floor says how many must be there', () =>
  expect(officesChanged(under(turns), under(turns, quota('{min: 50%}'))).after).toEqual({ least: 5, most: 10 }))

test('who comes by rule is there whatever is drawn', () =>
  expect(officesChanged(under(office), under(office)).after).toEqual({ least: 10, most: 10 }))

test('an agency whose head and deputy both work at home is told, one with a leader at the office is not', () => {
  const { leaderless } = officesChanged(
    under(office),
    under(office, home('{position: [kepala_dinas, sekretaris_opd]}')),
  )
  expect(leaderless).toEqual(['dinas'])
  expect(officesChanged(under(office), under(office, home('{position: [kepala_dinas]}'))).leaderless).toEqual([])
})

test('a counter to which nobody comes any more is told; one that was empty before is no news', () => {
  const emptied = under(office, home('{unit: [dinas/loket]}'))
  expect(officesChanged(under(office), emptied).empty).toEqual(['dinas/loket'])
  expect(officesChanged(emptied, emptied).empty).toEqual([])
})

test('a quota on some of the people bounds them alone, and of two that count the same people the larger one counts', () => {
  const some = (id: string, amount: string) =>
    `id: ${id}, kind: quota, who: {unit: [dinas/loket]}, per: agency, place: office, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}`
  const { after } = officesChanged(under(turns), under(turns, some('q', '{max: 0%}')))
  expect(after).toEqual({ least: 0, most: 8 })
  const both = officesChanged(under(turns), under(turns, some('q', '{max: 0%}'), some('r', '{max: 50%}')))
  expect(both.after).toEqual({ least: 0, most: 8 })
})
