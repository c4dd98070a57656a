import { expect, test } from 'vitest'
import { type Day, daysOf } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { nobody, noFacts } from '../staff/facts.ts'
import { readSettings } from '../staff/settings.ts'
import { decide } from './decide.ts'
import { decideList, rowsAt } from './decide-list.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'

test.each([
  ['where a list follows another', [{ positions: ['camat'] }, { from: '2021-07-21', positions: ['camat', 'lurah'] }]],
  ['where it follows the usual posts', [{ from: '2021-07-21', positions: ['camat', 'lurah'] }]],
])('who is a head is asked of the day, whenever the question is put, %s', (_where, opd_head) => {
  const read = readSettings({ opd_head }, '2026-01-01' as Day)
  if ('wrong' in read) throw new Error('The settings cannot be read.')
  const { doc } = sampleCircular(
    'clauses:\n  - {id: c1, kind: placement, who: {position: [opd_head]}, place: home, cite: "u:1"}',
  )
  if (!doc) throw new Error('The circular does not parse.')
  const employees = [{ ...nobody, employee: 'e1', unit: 'dlh', position: 'lurah' }]
  const book = rulebook(
    [{ doc, recorded: null }],
    { ...noFacts, settings: read.settings, employees },
    { known: '2026-01-01' },
  )
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const days = daysOf('2021-07-19' as Day, '2021-07-23' as Day)
  const alone = days.map((day) => decide(book, 'e1', day)[0]?.place)
  expect(alone).toEqual(['office', 'office', 'home', 'home', 'home'])
  const table = decideList(book, ['e1'], days)
  expect(days.map((_, column) => rowsAt(table, 0, column)[0]?.place)).toEqual(alone)
})
