import { expect, test } from 'vitest'
import { type Expected, findingsOf, presenceOf } from './finding.ts'
import { type MarkKind, standingOf } from './mark.ts'

const person = (id: string, place: Expected['place'], more: Partial<Expected> = {}): Expected => ({
  person: id,
  place,
  excused: false,
  circular: 'paser-2021-07',
  clause: ['c2'],
  ...more,
})
const marked = (kinds: Readonly<Record<string, MarkKind>>) =>
  standingOf(
    Object.entries(kinds).map(([who, kind]) => ({ id: who, person: who, kind, inspector: 'x', at: 1, note: '' })),
  )

test.each([
  ['office', 'absent', false, ['not_found']],
  ['other_office', 'absent', false, ['not_found']],
  ['office', 'found', false, []],
  ['office', 'letter', false, []],
  ['office', 'absent', true, []],
  ['home', 'found', false, ['should_be_home']],
  ['home', 'misplaced', false, ['should_be_home']],
  ['home', 'letter', false, []],
  ['home', 'found', true, []],
  ['home', 'absent', false, []],
  ['field', 'absent', false, []],
  ['leave', 'found', false, []],
] as const)('to be at %s and marked %s (excused: %s) is %j', (place, kind, excused, expected) => {
  const found = findingsOf([person('a1', place, { excused })], marked({ a1: kind }))
  expect(found.map((one) => one.kind)).toEqual(expected)
})

test('people of the same clause and direction are one finding', () => {
  const list = [
    person('a1', 'home'),
    person('a2', 'home'),
    person('a3', 'home', { clause: ['c9'] }),
    person('a4', 'office'),
  ]
  const found = findingsOf(list, marked({ a1: 'found', a2: 'misplaced', a3: 'found', a4: 'absent' }))
  expect(found.map(({ kind, clause, people }) => [kind, clause, people])).toEqual([
    ['should_be_home', ['c2'], ['a1', 'a2']],
    ['should_be_home', ['c9'], ['a3']],
    ['not_found', ['c2'], ['a4']],
  ])
})

test('who was not looked for is counted as that, and is no finding', () => {
  const list = [person('a1', 'office'), person('a2', 'office'), person('a3', 'home')]
  const standing = marked({ a1: 'letter', a3: 'found' })
  expect(presenceOf(list, standing)).toEqual({ expected: 2, found: 1, letters: 1, unmarked: 1 })
  expect(findingsOf(list, standing).map(({ kind }) => kind)).toEqual(['should_be_home'])
})
