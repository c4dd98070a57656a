import { expect, test } from 'vitest'
import { nobody } from '../staff/facts.ts'
import type { Finding, Place } from './row.ts'
import { tallyOf } from './tally.ts'

const at = (place: Place, circular: string | null = 'uji') => ({
  person: nobody,
  finding: {
    place,
    circular,
    force: circular === null ? 'default' : 'must',
    clause: [],
    override: null,
  } as unknown as Finding,
})

test('everybody is counted at one place, and those of whom no clause speaks once more as a gap', () => {
  const people = [
    ...(['office', 'other_office', 'home', 'field', 'travel', 'leave', 'education', 'off'] as const).map((one) =>
      at(one),
    ),
    ...(['rotate', 'conflict', 'undetermined'] as const).map((one) => at(one)),
    at('office', null),
  ]
  const { staff, gap, ...places } = tallyOf(people)
  expect([staff, gap]).toEqual([12, 1])
  expect(places).toEqual({
    office: 3,
    home: 1,
    field: 2,
    leave: 2,
    off: 1,
    turns: 1,
    conflict: 1,
    undetermined: 1,
  })
})
