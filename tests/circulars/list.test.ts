import { addDays, type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { decide } from '@piket/domain/decision/decide.ts'
import { decideList, rowsAt } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import {
  type EmployeeRecord,
  echelons,
  employments,
  type Facts,
  jobs,
  workPatterns,
} from '@piket/domain/staff/facts.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circulars } from './folder.ts'
import { factsOf, registerOf } from './run-case.ts'

const { caseFiles, loadCases } = circulars
const { docs } = circulars.loadCirculars()

describe.each(caseFiles)('%s', (name) => {
  const file = loadCases(name)
  const register = registerOf(file, docs)
  const [first] = register
  const proposal = first?.doc.status === 'proposed'
  const start = (proposal ? '2021-01-25' : String(first?.doc.in_force.from)) as Day
  const days = daysOf(addDays(start, -2), addDays(start, 16))
  const given = factsOf(file)

  const sameForAll = (facts: Facts) => {
    const book = rulebook(register, facts, { known: '9999-12-31', simulate: proposal ? start : undefined })
    if (isRuleRefusal(book)) throw new Error(book.refused)
    const table = decideList(book, book.world.staff.ids, days)
    for (const [person, employee] of table.employees.entries()) {
      for (const [column, day] of days.entries())
        expect(rowsAt(table, person, column)).toEqual(decide(book, employee, day))
    }
  }

  test('a list decides as person by person: everybody of the cases', () => sameForAll(given))

  test('a list decides as person by person: whoever there may be', () => {
    const units = [...new Set(given.employees.map(({ unit }) => unit))]
    const positions = [...new Set(given.employees.map(({ position }) => position)), 'lurah', 'kepala_dinas']
    const day = fc.constantFrom(...days)
    const somebody = fc.record({
      unit: fc.constantFrom(...units),
      position: fc.constantFrom(...positions),
      echelon: fc.constantFrom(...echelons),
      employment: fc.constantFrom(...employments),
      job: fc.constantFrom(...jobs),
      workPattern: fc.constantFrom(...workPatterns),
      // Some have their fifty-fifth birthday inside the period.
      birth: fc.oneof(
        fc.constant(null),
        fc.constantFrom(`1966${addDays(start, 3).slice(4)}`, '1950-01-01', '1990-06-06'),
      ),
      leave: fc.option(fc.tuple(day, fc.constantFrom('annual', 'official_travel', 'education')), { nil: undefined }),
      drawn: fc.option(day, { nil: undefined }),
      unwell: fc.option(fc.constantFrom(true, 'unknown' as const), { nil: undefined }),
      acting: fc.option(fc.tuple(day, fc.constantFrom(...positions)), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(somebody, { minLength: 1, maxLength: 12 }), (people) => {
        const ids = people.map((_, number) => `r${number}`)
        const each = <T>(make: (person: (typeof people)[number], employee: string) => T[]) =>
          people.flatMap((person, number) => make(person, ids[number] as string))
        const template = given.employees[0] as EmployeeRecord
        sameForAll({
          ...given,
          employees: each(({ leave: _l, drawn: _d, unwell: _u, acting: _a, birth, ...own }, employee) => [
            { ...template, ...own, employee, birth: birth as Day | null },
          ]),
          leave: each(({ leave }, employee) =>
            leave ? [{ employee, kind: leave[1], from: leave[0], until: addDays(leave[0], 2), recorded: null }] : [],
          ),
          drawn: each(({ drawn }, employee) => (drawn ? [{ employee, day: drawn, place: 'office' as const }] : [])),
          attributes: each(({ unwell }, employee) =>
            unwell
              ? [
                  {
                    employee,
                    attribute: 'unwell',
                    value: unwell,
                    issuer: null,
                    from: null,
                    until: null,
                    recorded: null,
                  },
                ]
              : [],
          ),
          acting: each(({ acting }, employee) =>
            acting
              ? [
                  {
                    employee,
                    position: acting[1],
                    echelon: 'II' as const,
                    unit: null,
                    kind: 'plt' as const,
                    letter: null,
                    from: acting[0],
                    until: addDays(acting[0], 4),
                  },
                ]
              : [],
          ),
        })
      }),
      { numRuns: 15 },
    )
  })
})
