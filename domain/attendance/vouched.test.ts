import { describe, expect, test } from 'vitest'
import type { MomentWindow } from './time-bounds.ts'
import { judgeVouched, saysAsMuch, type Vouched, vouchedMoments, wordRefused } from './vouched.ts'

const minute = 60_000
const coming: MomentWindow = { kind: 'in', opensAt: 0, closesAt: 90 * minute }
const leaving: MomentWindow = { kind: 'out', opensAt: 500 * minute, closesAt: 900 * minute }
const word = (given: Partial<Vouched>): Vouched => ({
  kind: 'superior_word',
  moment: 'in',
  place: 'office',
  at: 80 * minute,
  vouchedAt: 1000 * minute,
  ...given,
})

describe('the time of a vouched moment', () => {
  test.each([
    ['a word that says in time', word({}), coming, 'on_time', 'stated'],
    ['a word that says too late proves nobody late', word({ at: 100 * minute }), coming, 'undecided', 'stated'],
    [
      'a word that says left before the end proves nothing either',
      word({ moment: 'out' }),
      leaving,
      'undecided',
      'stated',
    ],
    ['a list that says left at the end', word({ kind: 'paper_list', at: 510 * minute }), leaving, 'on_time', 'stated'],
    ['the shared device in time', word({ kind: 'kiosk_pin', vouchedAt: 80 * minute }), coming, 'on_time', 'online'],
    ['the shared device has a clock: late', word({ kind: 'kiosk_pin', at: 91 * minute }), coming, 'late', 'online'],
  ] as const)('%s', (_name, vouched, window, timing, certainty) => {
    expect(judgeVouched(vouched, window, [])).toEqual({ timing, certainty, outage: null })
  })
})

test('words about one coming are one, led by the earliest; about one leaving by the latest', () => {
  const words = [
    word({ at: 85 * minute }),
    word({ at: 80 * minute, kind: 'paper_list' }),
    word({ moment: 'out', at: 500 * minute }),
    word({ moment: 'out', at: 510 * minute }),
    word({ place: 'field' }),
  ]
  expect(vouchedMoments(words).map((group) => group.map(({ at }) => at / minute))).toEqual([[80, 85], [510, 500], [80]])
})

test.each([
  [{ at: 80 * minute }, { at: 85 * minute }, true],
  [{ at: 85 * minute }, { at: 80 * minute }, false],
  [{ moment: 'out', at: 85 * minute }, { moment: 'out', at: 80 * minute }, true],
  [{ place: 'home' }, {}, false],
  [{ moment: 'out' }, {}, false],
] as const)('an own record %j says as much as the word %j: %s', (own, vouched, expected) => {
  expect(saysAsMuch(word(own), word(vouched))).toBe(expected)
})

const day = 24 * 60 * minute
test.each([
  [{}, null],
  [{ by: 'e1' }, 'vouch-own'],
  [{ at: 41 * day }, 'vouch-time-ahead'],
  [{ at: 7 * day }, 'vouch-day-past'],
  [{ reason: ' ' }, 'vouch-reason-missing'],
  [{ seenBy: '' }, 'vouch-reason-missing'],
] as const)('%j: %s', (given, refused) => {
  const said = { employee: 'e1', by: 'e2', at: 39 * day, reason: 'Ponsel rusak', seenBy: 'Ani', ...given }
  expect(wordRefused(said, 40 * day)).toBe(refused)
})
