import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../calendar/day.ts'
import { permitKinds } from './kinds.ts'
import {
  isOver,
  lastDayHeld,
  mayMove,
  moves,
  permitMoves,
  permitStates,
  type Wish,
  type WishRefusal,
  wishRefused,
} from './permit.ts'

const today = '2021-07-21' as Day
const on = (from: string, until: string = from, kind: Wish['kind'] = 'annual'): Wish => ({
  kind,
  from: from as Day,
  until: until as Day,
})

test.each<[string, Wish, readonly Wish[], WishRefusal | undefined]>([
  ['tomorrow', on('2021-07-22'), [], undefined],
  ['today, of a kind that is planned', on('2021-07-21'), [], 'permit-too-late'],
  ['today, of illness', on('2021-07-21', '2021-07-23', 'sick'), [], undefined],
  ['yesterday, of illness: that is a correction', on('2021-07-20', '2021-07-23', 'sick'), [], 'permit-day-past'],
  ['backwards', on('2021-07-25', '2021-07-24'), [], 'permit-days-reversed'],
  ['366 days', on('2021-07-22', '2022-07-22'), [], undefined],
  ['367 days', on('2021-07-22', '2022-07-23'), [], 'permit-too-long'],
  ['more than a year ahead', on('2022-07-23'), [], 'permit-too-long'],
  ['beside another leave', on('2021-07-26'), [on('2021-07-22', '2021-07-25')], undefined],
  ['on its last day', on('2021-07-25', '2021-07-28'), [on('2021-07-22', '2021-07-25')], 'permit-overlap'],
  ['leave on a journey', on('2021-07-26'), [on('2021-07-26', '2021-07-26', 'official_travel')], 'permit-overlap'],
  ['a letter within a leave', on('2021-07-26', '2021-07-26', 'surat_tugas'), [on('2021-07-26')], undefined],
  [
    'the same letter twice',
    on('2021-07-26', '2021-07-26', 'surat_tugas'),
    [on('2021-07-26', '2021-07-26', 'surat_tugas')],
    'permit-overlap',
  ],
])('a wish for %s', (_, wish, standing, expected) => {
  expect(wishRefused(wish, standing, today)).toBe(expected)
})

const days = fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: 0, max: 9 })).map(([from, length]) => ({
  from: addDays(today, from),
  until: addDays(today, from + length),
}))
const wishes = fc
  .record({ kind: fc.constantFrom(...permitKinds), days })
  .map(({ kind, days: own }) => ({ kind, ...own }))

test('two wishes stand in each other’s way alike, whichever came first', () => {
  fc.assert(
    fc.property(wishes, wishes, (one, other) => {
      const alone = (wish: Wish) => wishRefused(wish, [], today) === undefined
      fc.pre(alone(one) && alone(other))
      expect(wishRefused(one, [other], today)).toBe(wishRefused(other, [one], today))
    }),
  )
})

test('nothing leads out of an end, and only a refusal is possible once the days are over', () => {
  const ends = ['refused', 'withdrawn', 'revoked'] as const
  for (const move of permitMoves)
    for (const state of permitStates) {
      if ((ends as readonly string[]).includes(state))
        expect(mayMove(move, { state, version: 1, until: addDays(today, 5) }, today)).toBe(false)
      const late = mayMove(move, { state, version: 1, until: addDays(today, -8) }, today)
      expect(late).toBe(move === 'refuse' && moves.refuse.from.includes(state))
    }
})

test.each([
  ['asked once', 'asked', 1, -1, false],
  ['asked back', 'asked_back', 1, -7, true],
  ['asked back, longer ago', 'asked_back', 1, -8, false],
  ['asked again after a question', 'asked', 2, -7, true],
  ['granted after a question', 'granted', 2, -1, false],
] as const)('a permit %s whose days have passed', (_, state, version, last, isOpen) => {
  expect(isOver({ state, version, until: addDays(today, last) }, today)).toBe(!isOpen)
})

test('what was asked in time is not late when it is mended, whatever the day before that', () => {
  const sick = on('2021-07-20', '2021-07-20', 'sick')
  expect(wishRefused(sick, [], today, '2021-07-20' as Day)).toBeUndefined()
  expect(wishRefused(on('2021-07-20'), [], today, '2021-07-20' as Day)).toBe('permit-too-late')
  expect(wishRefused(on('2021-07-19', '2021-07-20', 'sick'), [], today, '2021-07-20' as Day)).toBe('permit-day-past')
})

test('what ends today held until yesterday, where it had begun', () => {
  expect(lastDayHeld(on('2021-07-19'), today)).toBe('2021-07-20')
  expect(lastDayHeld(on('2021-07-21'), today)).toBeUndefined()
})
