import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Mark, type MarkKind, markKinds, standingOf } from './mark.ts'

const mark = (inspector: string, kind: MarkKind, at: number, person = 'a1'): Mark => ({
  id: `${inspector}-${at}`,
  person,
  kind,
  inspector,
  at,
  note: '',
})

test('an inspector may think again: the later word stands', () => {
  const standing = standingOf([mark('x', 'found', 2), mark('x', 'absent', 1)]).get('a1')
  expect([standing?.mark.kind, standing?.differing]).toEqual(['found', []])
})

test('of two inspectors who differ, the kinder word stands and the other stays beside it', () => {
  const standing = standingOf([mark('x', 'absent', 9), mark('y', 'letter', 1)]).get('a1')
  expect(standing?.mark.kind).toBe('letter')
  expect(standing?.differing.map(({ inspector, kind }) => [inspector, kind])).toEqual([['x', 'absent']])
})

const anyMark = fc.record({
  id: fc.uuid(),
  person: fc.constantFrom('a1', 'a2'),
  kind: fc.constantFrom(...(Object.keys(markKinds) as MarkKind[])),
  inspector: fc.constantFrom('x', 'y', 'z'),
  at: fc.integer({ min: 0, max: 3 }),
  note: fc.constant(''),
})

test('whatever the order of arrival, and however often a mark arrives, the same stands and each inspector is heard', () => {
  fc.assert(
    fc.property(
      fc
        .uniqueArray(anyMark, { selector: ({ id }) => id, maxLength: 12 })
        .chain((marks) =>
          fc.tuple(fc.constant(marks), fc.shuffledSubarray([...marks, ...marks], { minLength: marks.length * 2 })),
        ),
      ([marks, arrived]) => {
        const standing = standingOf(marks)
        const shape = (all: ReturnType<typeof standingOf>) =>
          [...all].map(([person, { mark, differing }]) => [person, mark.id, differing.map(({ id }) => id)]).sort()
        expect(shape(standingOf(arrived))).toEqual(shape(standing))
        for (const { person, inspector } of marks) {
          const found = standing.get(person)
          const last = marks.filter((one) => one.person === person && one.inspector === inspector)
          const kinds = new Set([found?.mark.kind, ...(found?.differing.map(({ kind }) => kind) ?? [])])
          const newest = last.reduce((a, b) => (b.at > a.at || (b.at === a.at && b.id > a.id) ? b : a))
          expect(kinds).toContain(newest.kind)
        }
      },
    ),
  )
})
