import { expect, test } from 'vitest'
import { type Candidate, substitutesFor } from './substitute.ts'

const somebody = (
  employee: string,
  change: Partial<Candidate['person']> = {},
  more: Partial<Candidate> = {},
): Candidate => ({
  person: { employee, unit: 'dinas-a/umum', position: 'staf', ...change },
  reasons: ['meeting'],
  planned: 'home',
  wasRecalled: false,
  ...more,
})
const asked = { person: somebody('p', { position: 'analis' }).person, reason: 'meeting' } as const
const found = (...callable: Candidate[]) => substitutesFor(asked, callable).map(({ person }) => person.employee)

test('who holds the same position comes first, the others as they are listed, and no more than three', () => {
  expect(found(somebody('a'), somebody('b', { position: 'analis' }), somebody('c'))).toEqual(['b', 'a', 'c'])
  expect(found(...['a', 'b', 'c', 'd'].map((one) => somebody(one)))).toEqual(['a', 'b', 'c'])
})

test.each<[string, Candidate]>([
  ['of another unit', somebody('a', { unit: 'dinas-a/keuangan' })],
  ['in the field', somebody('a', {}, { planned: 'field' })],
  ['called today before', somebody('a', {}, { wasRecalled: true })],
  ['not to be called for that reason', somebody('a', {}, { reasons: ['urgent_service'] })],
  ['the very person', somebody('p')],
])('nobody is proposed who is %s', (_, one) => {
  expect(found(one)).toEqual([])
})
