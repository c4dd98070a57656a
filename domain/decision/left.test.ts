import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import type { Circular } from '../circular/schema.ts'
import { asksHeads, isTaken, type Left, leftFrom } from './left.ts'

const doc = sampleCircular(`clauses:
  - {id: c1, kind: placement, who: {all: true}, place: home, cite: "u:1"}
  - {id: c2, kind: placement, who: {unit: [a]}, place: {ask: opd_head, about: siapa datang, until_then: office}, cite: "u:2"}
  - {id: c3, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: {ask: bkpsdm}}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:3"}`)
  .doc as Circular
const version = {
  doc,
  recorded: null,
  segments: [{ from: '2021-07-05', until: '2021-07-30', recorded: null }],
} as const
const [place, amount] = leftFrom([version], '2021-07-30' as Day) as [Left, Left]

test('clauses that leave something to somebody, while their document lasts', () => {
  expect([place, amount].map(({ clause, ask, untilThen, kinds }) => [clause.id, ask, untilThen, kinds])).toEqual([
    ['c2', 'opd_head', 'office', ['place']],
    ['c3', 'bkpsdm', null, ['amount']],
  ])
  expect([place, amount].map((one) => asksHeads(one, ['camat']))).toEqual([true, false])
  expect(leftFrom([version], '2021-07-31' as Day)).toEqual([])
})

test.each([
  [place, 'home', true],
  [place, '25%', false],
  [amount, '25%', true],
  [amount, '12', true],
  [amount, 'home', false],
])('%#: what a clause takes', (left, value, taken) => expect(isTaken(left, value)).toBe(taken))
