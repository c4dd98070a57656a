import { daysOf } from '@piket/domain/calendar/day.ts'
import { circular } from '@piket/domain/circular/schema.ts'
import { decide } from '@piket/domain/decision/decide.ts'
import { decideList, rowsAt } from '@piket/domain/decision/decide-list.ts'
import { isRuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseFile } from './case-file.ts'
import { documents, firstDay, lastDay, somebody, worlds } from './random-documents.ts'
import { factsOf } from './run-case.ts'

const days = daysOf(firstDay, lastDay)

test('a list decides as person by person, under whatever documents', () => {
  let cells = 0
  let refused = 0
  const places = new Set<string>()
  const staff = fc.array(somebody, { minLength: 10, maxLength: 24 })
  fc.assert(
    fc.property(documents, staff, worlds, (docs, everybody, world) => {
      const people = Object.fromEntries(everybody.map(({ drawn: _d, shift: _s, ...person }, at) => [`e${at}`, person]))
      const assignments = everybody.flatMap(({ drawn, shift }, at) =>
        drawn ? [{ person: `e${at}`, date: drawn, place: 'home', ...(shift && { shift }) }] : [],
      )
      const file = caseFile.parse({
        piket: 'cases/1',
        register: docs.map((doc) => ({ circular: doc })),
        world: { ...world, assignments },
        people,
        cases: [{ id: 'a', says: 'nothing', check: true, expect: {} }],
      })
      const register = docs.map((doc) => ({ doc: circular.parse(doc), recorded: null }))
      const book = rulebook(register, factsOf(file), { known: '9999-12-31' })
      if (isRuleRefusal(book)) {
        refused++
        return
      }
      const table = decideList(book, book.world.staff.ids, days)
      for (const [person, employee] of table.employees.entries())
        for (const [column, day] of days.entries()) {
          const alone = decide(book, employee, day)
          cells++
          for (const { place } of alone) places.add(place)
          expect(rowsAt(table, person, column)).toEqual(alone)
        }
    }),
    { numRuns: 560 },
  )
  expect(cells).toBeGreaterThanOrEqual(100_000)
  expect(refused).toBeLessThan(56)
  expect([...places].toSorted()).toEqual([
    'conflict',
    'education',
    'field',
    'home',
    'leave',
    'off',
    'office',
    'other_office',
    'rotate',
    'travel',
    'undetermined',
  ])
}, 240_000)
