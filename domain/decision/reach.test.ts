/** People whom no clause tells apart are asked once, and still everybody is counted as if asked alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { type EmployeeRecord, type Facts, nobody, noFacts, plainUnit } from '../staff/facts.ts'
import { middayOf } from './decide.ts'
import { decideList, spansAt } from './decide-list.ts'
import { reachOf } from './reach.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'
import { speaksTo } from './speaks-to.ts'
import { employeeOn } from './world.ts'

const [wednesday, saturday] = ['2021-07-21', '2021-07-24'] as [Day, Day]
const text = `
piket: circular/1
id: uji
kind: circular
status: in_force
level: regency
region: uji
number: 1/UJI
title: Uji
issued_on: 2021-07-16
issuer: {office: bupati, signed_by: null}
in_force: {from: 2021-07-19, until: 2021-08-31}
relations: []
basis: []
sources: [{id: u, type: invented, publisher: Uji}]
groups: {counters: {units: [kantor/loket], positions: [kepala_dinas]}}
clauses:
  - {id: c1, kind: quota, who: {unit: [dinas]}, per: agency, place: office, amount: {max: 50%}, of: {staff: assigned, heads: in, exempt: in}, round: down, cite: "u:1"}
  - {id: c2, kind: placement, who: {all: true}, place: rotate, force: must, cite: "u:2"}
  - {id: c3, kind: placement, who: {group: [counters]}, place: office, force: must, over: [c2, c4], cite: "u:3"}
  - {id: c4, kind: placement, who: {age: {at_least: 36}}, place: home, force: must, over: [c2], cite: "u:4"}
  - {id: c5, kind: duty, who: {placed: [home]}, do: work_report, to: direct_superior, due: {every: workday, time: '16:00'}, cite: "u:5"}
  - {id: c6, kind: duty, who: {under: [c3]}, do: work_report, to: direct_superior, due: {every: workday, time: '16:00'}, cite: "u:6"}
  - {id: c7, kind: duty, who: {echelon: [II]}, do: work_report, to: direct_superior, due: {every: workday, time: '16:00'}, cite: "u:7"}
open_questions: []
`
const { doc } = parseCircular('uji', text)

const days = fc.constantFrom<Day | null>(
  null,
  null,
  null,
  null,
  null,
  null,
  ...(['2021-07-20', wednesday, '2021-07-22', saturday] as Day[]),
)
const period = fc.record({ from: days, until: days })
const person = fc.record({
  ...{ from: days, until: days, recorded: fc.constant(null) },
  employee: fc.constantFrom(...'abcdefghijklmnopqrst'),
  unit: fc.constantFrom('dinas/bidang', 'kantor/loket'),
  position: fc.constantFrom('staf', 'kepala_dinas'),
  echelon: fc.constantFrom('II', 'none'),
  birth: fc.constantFrom<Day | null>(
    null,
    '1985-07-20' as Day,
    '1985-07-21' as Day,
    '1985-07-24' as Day,
    '1985-07-25' as Day,
    '2000-01-01' as Day,
  ),
  workPattern: fc.constantFrom('five_day', 'six_day'),
})
const post = fc.record({ employee: fc.constantFrom(...'abcdefgh'), period })

test('as many fall under a clause as when each is asked', () => {
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 20, maxLength: 40 }),
      fc.array(post),
      fc.array(post),
      fc.constantFrom(wednesday, saturday),
      (people, acting, leave, day) => {
        if (!doc) throw new Error('The document does not parse.')
        const facts: Facts = {
          ...noFacts,
          units: ['dinas', 'dinas/bidang', 'kantor', 'kantor/loket'].map((unit) => plainUnit(unit)),
          employees: people.map((one): EmployeeRecord => ({ ...nobody, ...one })),
          acting: acting.map(({ employee, period }) => ({
            ...{ employee, ...period, position: 'kepala_dinas', echelon: 'II', unit: null, kind: 'plt', letter: null },
          })),
          leave: leave.map(({ employee, period }) => ({ employee, ...period, kind: 'annual', recorded: null })),
        }
        const book = rulebook([{ doc, recorded: null }], facts, { known: '2021-07-21T07:00' })
        if (isRuleRefusal(book)) throw new Error(book.refused)
        const table = decideList(book, book.world.staff.ids, [day])
        const seated = table.employees.flatMap((employee, row) => {
          const person = employeeOn(book.world, employee, day)
          const finding = middayOf(spansAt(table, row, 0))
          return person && finding ? [{ person, finding }] : []
        })
        const alone = doc.clauses.map((clause) => [
          clause.id,
          seated.filter(
            ({ person, finding: { place, clause: settledBy } }) =>
              speaksTo(clause, {
                ...{ doc, person, day, time: '12:00', world: book.world, unknown: new Set<string>() },
                ...{ placed: place, settledBy },
              }) === true,
          ).length,
        ])
        expect([...reachOf(doc, book, day, seated)]).toEqual(alone)
      },
    ),
    { numRuns: 300 },
  )
})
