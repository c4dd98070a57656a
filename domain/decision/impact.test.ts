import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import type { Span } from './decide.ts'
import type { DecisionTable } from './decide-list.ts'
import { movesBetween } from './impact.ts'
import type { Finding, Place } from './row.ts'

const finding = (place: Place, force = 'must', hours: string | null = null): Finding =>
  ({
    ...{ place, force, hours, windows: [], duties: [], bans: [], services: [], missing: [] },
    ...{ undetermined: null, override: null },
  }) as unknown as Finding
const answer = (...args: Parameters<typeof finding>): readonly Span[] => [
  { span: '00:00-24:00', finding: finding(...args) },
]

const days = ['2021-07-19', '2021-07-20'] as Day[]
/** People by the answers of their two days; -1: not employed. */
function table(answers: readonly (readonly Span[])[], lines: readonly (readonly number[])[]): DecisionTable {
  const employees = lines.map((_, one) => `e${one}`)
  return { employees, days, answers, lines: lines.map((line) => Int32Array.from(line)) }
}
const nothing = {
  ...{ people: 0, toHome: 0, toOffice: 0, toTurns: 0, elsewhere: 0, otherwise: 0, same: 0 },
  ...{ undetermined: 0, conflict: 0, gap: 0, personDays: 0 },
}

test('everybody stands under each heading once, however many of their days it is true of', () => {
  const before = table(
    [answer('office'), answer('home'), answer('office', 'default')],
    [
      [0, 0],
      [0, 1],
      [2, 2],
      [0, 0],
      [-1, -1],
      [0, -1],
      [-1, 0],
    ],
  )
  const after = table(
    [answer('home'), answer('office'), answer('office', 'default'), answer('office', 'must', '08:00-15:00/30')],
    [
      [0, 0],
      [0, 1],
      [2, 2],
      [3, 1],
      [-1, -1],
      [0, -1],
      [1, 1],
    ],
  )
  expect(movesBetween(before, after)).toEqual({
    ...nothing,
    ...{ people: 6, toHome: 3, toOffice: 1, otherwise: 1, same: 2, gap: 1, personDays: 5 },
  })
  expect(movesBetween(before, after, [0, 4])).toEqual({ ...nothing, people: 1, toHome: 1, personDays: 2 })
})

test('what nobody can say, and where clauses collide, is told of the rules after the change', () => {
  const before = table(
    [answer('undetermined'), answer('office')],
    [
      [0, 0],
      [1, 1],
    ],
  )
  const after = table(
    [answer('conflict'), answer('undetermined'), answer('rotate')],
    [
      [2, 2],
      [0, 1],
    ],
  )
  expect(movesBetween(before, after)).toEqual({
    ...nothing,
    ...{ people: 2, toTurns: 1, undetermined: 1, conflict: 1, personDays: 2 },
  })
})

test('the same as counting every person and day by hand, also where people share a line', () => {
  const places = ['office', 'home', 'rotate', 'off', 'conflict', 'undetermined', 'field'] as const
  const answers = places.flatMap((place) => [answer(place), answer(place, 'should')])
  const cell = fc.integer({ min: -1, max: answers.length - 1 })
  const pair = fc.tuple(fc.tuple(cell, cell), fc.tuple(cell, cell))
  const drawn = fc.array(pair, { minLength: 1, maxLength: 5 }).chain((pairs) => fc.array(fc.constantFrom(...pairs)))
  fc.assert(
    fc.property(drawn, (people) => {
      const shared = [...new Set(people)]
      const tableOf = (side: 0 | 1): DecisionTable => {
        const { lines, ...made } = table(
          answers,
          shared.map((one) => one[side]),
        )
        const employees = people.map((_, one) => `e${one}`)
        return { ...made, employees, lines: people.map((one) => lines[shared.indexOf(one)] as Int32Array) }
      }
      const placeOf = (number: number) => places[Math.floor(number / 2)]
      const moves = people.map(([old, fresh]) =>
        days.flatMap((_, day) => {
          const [one, other] = [old[day] as number, fresh[day] as number]
          return one >= 0 && other >= 0 && placeOf(one) !== placeOf(other) ? [placeOf(other)] : []
        }),
      )
      const seen = movesBetween(tableOf(0), tableOf(1))
      const having = (place: string) => moves.filter((one) => one.some((to) => to === place)).length
      expect([seen.toHome, seen.toOffice, seen.toTurns, seen.elsewhere]).toEqual(
        ['home', 'office', 'rotate', 'field'].map(having),
      )
      expect(seen.personDays).toBe(
        moves.flat().filter((to) => ['home', 'office', 'rotate', 'field'].includes(to as string)).length,
      )
      expect(seen.people).toBe(people.filter(([, fresh]) => fresh.some((one) => one >= 0)).length)
    }),
  )
})
