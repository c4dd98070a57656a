import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { isRuleRefusal, rulebook } from '../decision/rulebook.ts'
import { type ActingRecord, type Facts, type LeaveRecord, nobody, noFacts } from '../staff/facts.ts'
import type { ServiceNeed } from './lineup.ts'
import { causesOfSpread } from './spread-causes.ts'

const turns = `
piket: circular/1
id: giliran
kind: circular
status: in_force
level: regency
region: uji
number: "1"
title: Uji
issued_on: 2021-07-01
issuer: {office: bupati, signed_by: null}
in_force: {from: 2021-07-01, until: 2021-12-31}
relations: []
basis: []
sources: [{id: s, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: rotate, cite: "s:1"}
  - {id: c2, kind: placement, who: {position: [camat]}, place: office, over: [c1], cite: "s:2"}
  - {id: c3, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: 2}, of: {staff: assigned, heads: in, exempt: in}, cite: "s:3"}
open_questions: []
`
const staff = ['a1', 'a2', 'a3', 'a4', 'a5'].map((employee) => ({ ...nobody, employee, name: employee, unit: 'a' }))
const plt: ActingRecord = {
  employee: 'a1',
  position: 'camat',
  echelon: 'III',
  unit: 'b',
  kind: 'plt',
  letter: '1',
  from: null,
  until: '2021-07-28' as Day,
}
const leave = (employee: string, kind: LeaveRecord['kind'], until: string): LeaveRecord => ({
  employee,
  kind,
  from: null,
  until: until as Day,
  recorded: null,
})
const counter: ServiceNeed = { unit: 'a', service: 'loket', position: 'fungsional', weekday: null, minimum: 1 }

/** The causes in ten working days, Monday 19 to Friday 30 July 2021. */
function causes(facts: Partial<Facts>, services: readonly ServiceNeed[] = []) {
  const { doc, problems } = parseCircular('uji.yaml', turns)
  if (!doc) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
  const all = { ...noFacts, employees: staff, ...facts }
  const book = rulebook([{ doc, recorded: null }], all, { known: '2021-07-31T23:59' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const period = { from: '2021-07-19' as Day, until: '2021-07-30' as Day }
  const search = causesOfSpread({ book, unit: 'a', ...period, options: { seed: 1, services } })
  let found = search.next()
  while (!found.done) found = search.next()
  return found.value
}

describe('the causes of a spread are those without which there would be none', () => {
  test('an acting post whose days come on top of the turns', () => {
    expect(causes({ acting: [plt] })).toEqual(['acting'])
  })

  test('leave that takes the days of somebody, and not the journey of a day beside it', () => {
    const absences = [leave('a2', 'annual', '2021-07-29'), leave('a3', 'official_travel', '2021-07-19')]
    expect(causes({ leave: absences })).toEqual(['leave'])
  })

  test('two that each suffice are both named', () => {
    const absences = [leave('a2', 'annual', '2021-07-29'), leave('a3', 'official_travel', '2021-07-29')]
    expect(causes({ leave: absences })).toEqual(['travel', 'leave'])
  })

  test('a counter that one person alone can serve', () => {
    const one = staff.map((person) => (person.employee === 'a1' ? { ...person, position: 'fungsional' } : person))
    expect(causes({ employees: one }, [counter])).toEqual(['service'])
  })

  test('nothing is claimed where loads differ by more than a day even so', () => {
    const late = staff.map((person) => (person.employee === 'a2' ? { ...person, from: '2021-07-30' as Day } : person))
    expect(causes({ employees: late })).toBeUndefined()
  })
})
