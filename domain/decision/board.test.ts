import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { type EmployeeRecord, nobody, noFacts, type UnitRecord } from '../staff/facts.ts'
import { board, patternsOf } from './board.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'

const source = `
piket: circular/1
id: loket
kind: circular
status: in_force
level: regency
region: uji
number: 1/UJI
title: Loket
issued_on: 2026-01-01
issuer: {office: bupati, signed_by: Uji}
in_force: {from: 2026-01-01, until: 2026-12-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, kind: service, who: {unit: [rsud, disdukcapil]}, public: open, cite: "u:1"}
open_questions: []
`
const { doc } = parseCircular('loket.yaml', source)
if (!doc) throw new Error('The circular does not parse.')

const always = { from: null, until: null, recorded: null }
const person = (employee: string, unit: string, workPattern: EmployeeRecord['workPattern']) => ({
  ...nobody,
  ...always,
  employee,
  unit,
  workPattern,
})
const employees = [
  person('e1', 'disdukcapil', 'five_day'),
  person('e2', 'rsud', 'five_day'),
  ...['e3', 'e4'].map((id) => person(id, 'rsud/rawat-inap', 'shift')),
]
const units = ['rsud', 'rsud/rawat-inap', 'disdukcapil'].map((unit) => ({ ...always, unit, name: unit }) as UnitRecord)
const book = rulebook([{ doc, recorded: null }], { ...noFacts, units, employees }, { known: '2026-03-01' })
if (isRuleRefusal(book)) throw new Error(book.refused)

test.each([
  ['2026-03-04', 'a Wednesday', ['rsud', 'disdukcapil']],
  ['2026-03-08', 'a Sunday', ['rsud']],
])('on %s, %s, a unit is open on the days of most of its people', (day, _, open) => {
  const patterns = patternsOf(book.world, day as Day)
  const found = ['rsud', 'disdukcapil'].filter(
    (unit) => board(book, unit, day as Day, '12:00', patterns.get(unit)).services.length > 0,
  )
  expect(found).toEqual(open)
})
