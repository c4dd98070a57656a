import { expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { nobody, noFacts } from '../staff/facts.ts'
import { decide } from './decide.ts'
import { decideList, rowsAt } from './decide-list.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'

test('people whom a clause does not tell apart by their own post, and by an acting one does, are not one group', () => {
  const { doc } = sampleCircular(
    'clauses: [{id: c1, kind: placement, who: {echelon: [II, IV]}, place: home, cite: "u:1"}]',
  )
  if (!doc) throw new Error('The circular does not parse.')
  const employees = (['II', 'IV'] as const).map((echelon) => ({
    ...nobody,
    ...{ employee: echelon, unit: 'dinas', position: 'kepala_bidang', echelon },
  }))
  const acting = employees.map(({ employee }) => ({
    ...{ employee, position: 'kepala_bagian', echelon: 'III' as const, unit: 'dinas', kind: 'plt' as const },
    ...{ letter: null, from: null, until: null, recorded: null },
  }))
  const book = rulebook([{ doc, recorded: null }], { ...noFacts, employees, acting }, { known: '2021-07-20T08:00' })
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const [day] = daysOf('2021-07-21' as Day, '2021-07-21' as Day) as [Day]
  const table = decideList(book, ['II', 'IV'], [day])
  const places = ['II', 'IV'].map((_, at) => rowsAt(table, at, 0).map(({ place }) => place))
  expect(places).toEqual([['home'], ['office']])
  expect(places).toEqual(['II', 'IV'].map((one) => decide(book, one, day).map(({ place }) => place)))
})
