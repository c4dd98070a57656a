import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { type EmployeeRecord, type Facts, nobody, noFacts } from '../staff/facts.ts'
import { middayOf } from './decide.ts'
import { decideList, spansAt } from './decide-list.ts'
import { excessWords } from './excess.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'
import { seatsOf } from './seats.ts'
import { employeeOn } from './world.ts'

const source = `
piket: circular/1
id: giliran
kind: circular
status: in_force
level: regency
region: uji
number: 1/UJI
title: Giliran
issued_on: 2021-07-01
issuer: {office: bupati, signed_by: Uji}
in_force: {from: 2021-07-01, until: 2021-12-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 25%}, of: {staff: assigned, heads: HEADS, exempt: in}, cite: "u:1"}
  - {id: c2, kind: placement, who: {all: true}, place: rotate, force: must, cite: "u:2"}
  - {id: c3, kind: placement, who: {position: [kepala_dinas]}, place: office, force: must, over: [c2], cite: "u:3"}
open_questions: []
`
const day = '2021-07-21' as Day
const person = (employee: string, given: Partial<EmployeeRecord> = {}) => ({
  ...nobody,
  employee,
  unit: 'dinas',
  ...given,
})
const recall = (employee: string) =>
  ({ employee, day, do: 'recall', by: 'kepala_dinas', at: null, reason: null }) as const

/** Eight people of one agency, of whom two may sit: the first ones are heads, others drawn or called in. */
function excessWith({ heads = 1, headsCount = 'in', drawn = [] as string[], recalled = [] as string[] }) {
  const { doc } = parseCircular('giliran.yaml', source.replace('HEADS', headsCount))
  if (!doc) throw new Error('The circular does not parse.')
  const ids = Array.from({ length: 8 }, (_, number) => `e${number}`)
  const facts: Facts = {
    ...noFacts,
    employees: ids.map((id, number) => person(id, number < heads ? { position: 'kepala_dinas' } : {})),
    drawn: ids.map((employee) => ({ employee, day, place: drawn.includes(employee) ? 'office' : 'home' })),
    overrides: recalled.map(recall),
  }
  const book = rulebook([{ doc, recorded: null }], facts, { known: '2021-07-21T12:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const table = decideList(book, ids, [day])
  const people = ids.flatMap((id, row) => {
    const [who, finding] = [employeeOn(book.world, id, day), middayOf(spansAt(table, row, 0))]
    return who && finding ? [{ person: who, finding }] : []
  })
  return seatsOf(book, day, people).limits?.excess
}

test('where no more sit than may, nothing is to be explained', () => {
  expect(excessWith({ drawn: ['e1'] })).toBeNull()
  expect(excessWith({ drawn: ['e1'], recalled: ['e1'] })).toBeNull()
})

test('who is called in sits above the quota, and it is said', () => {
  const excess = excessWith({ drawn: ['e1'], recalled: ['e2', 'e3'] })
  expect(excess).toEqual({ people: 2, recalled: 2, byClause: 0 })
  expect(excess && excessWords(excess)).toEqual({
    id: '2 orang lebih, karena dipanggil ke kantor',
    en: '2 people more, because they are called to the office',
  })
})

test('whom a clause keeps at the office sits above the quota too', () => {
  const excess = excessWith({ heads: 3 })
  expect(excess).toEqual({ people: 1, recalled: 0, byClause: 1 })
  expect(excess && excessWords(excess)).toEqual({
    id: '1 orang lebih, karena butir lain menempatkannya di kantor',
    en: '1 person more, because another clause places them at the office',
  })
  // Heads who are not counted fill nothing.
  expect(excessWith({ heads: 3, headsCount: 'out' })).toBeNull()
})

test('what neither an order nor a clause explains is too many', () => {
  const drawn = ['e1', 'e2', 'e3']
  expect(excessWith({ drawn })).toEqual({ people: 2, recalled: 0, byClause: 0 })
  const both = excessWith({ drawn, recalled: ['e4'] })
  expect(both).toEqual({ people: 3, recalled: 1, byClause: 0 })
  expect(both && excessWords(both)).toEqual({
    id: '3 orang lebih: 1 karena dipanggil ke kantor, 2 terlalu banyak',
    en: '3 people more: 1 because they are called to the office, 2 too many',
  })
})
