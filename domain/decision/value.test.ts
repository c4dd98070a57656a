import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { sampleCircular } from '../circular/sample-circular.ts'
import { nobody, noFacts } from '../staff/facts.ts'
import { isRuleRefusal, rulebook } from './rulebook.ts'
import { resolveValue } from './value.ts'

const { doc } = sampleCircular(
  'clauses: [{id: c1, kind: service, who: {unit: [a]}, public: {ask: opd_head}, hours: {ask: opd_head}, cite: "u:1"}]',
)
const answer = (value: string, unit: string | null, recorded: string) => ({
  ...{ circular: 'contoh', clause: 'c1', unit, value, by: 'opd_head', recorded },
  ...{ from: '2021-07-05' as Day, until: null },
})

function found(...answers: ReturnType<typeof answer>[]) {
  if (!doc) throw new Error('The circular does not parse.')
  const person = { ...nobody, employee: 'e', unit: 'a/b' }
  const book = rulebook(
    [{ doc, recorded: null }],
    { ...noFacts, employees: [person], answers },
    { known: '2021-07-20' },
  )
  if (isRuleRefusal(book)) throw new Error(book.refused)
  const scene = { doc, person, day: '2021-07-20' as Day, time: '12:00', world: book.world, unknown: new Set<string>() }
  const [clause] = doc.clauses
  if (clause?.kind !== 'service' || !clause.hours) throw new Error('It is no service.')
  const value = (of: ReturnType<typeof resolveValue>) => ('value' in of ? of.value : undefined)
  return [
    value(resolveValue(clause.public, clause, scene, 'service')),
    value(resolveValue(clause.hours, clause, scene, 'text')),
  ]
}

test('what a clause leaves twice is answered twice, in whatever order', () => {
  const [closed, hours] = [answer('closed', null, '2021-07-06'), answer('08.00-10.00', null, '2021-07-07')]
  expect(found(closed)).toEqual(['closed', undefined])
  expect(found(closed, hours)).toEqual(['closed', '08.00-10.00'])
  expect(found(hours, { ...closed, recorded: '2021-07-08' })).toEqual(['closed', '08.00-10.00'])
})

test('who answers for a unit is heard before who answers for all, and of the same reach the newest', () => {
  const own = answer('limited', 'a', '2021-07-06')
  expect(found(own, answer('closed', null, '2021-07-08'))[0]).toBe('limited')
  expect(found(own, answer('open', 'a', '2021-07-09'))[0]).toBe('open')
})
