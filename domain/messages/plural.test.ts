import { expect, test } from 'vitest'
import { plural } from './plural.ts'

test.each([
  [0, 'days'],
  [1, 'day'],
  [2, 'days'],
])('%i %s', (count, noun) => {
  expect(plural(count, 'day')).toBe(noun)
})

test('the other word is given where an s does not do', () => {
  expect([1, 2].map((count) => plural(count, 'person', 'people'))).toEqual(['person', 'people'])
})
