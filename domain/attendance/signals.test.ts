import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { coarse } from './check-in-record.ts'
import { type SeenCheckIn, type Signal, signalKinds, signalsOf } from './signals.ts'
import { type Cheat, syntheticMonth } from './synthetic-month.ts'

const hour = 3_600_000
const start = Date.parse('2026-06-01T00:25:00Z')
const point = (latitude: number, accuracy = 20) => coarse({ latitude, longitude: 112.9, accuracy, age: 0 })

/** The check-in of a day of June 2026, counted from 1. */
const one = (day: number, change: Partial<SeenCheckIn> = {}): SeenCheckIn => ({
  person: 'p1',
  device: 'd1',
  seq: day,
  prev: day === 1 ? null : `h${day - 1}`,
  hash: `h${day}`,
  day: `2026-06-${String(day).padStart(2, '0')}` as Day,
  place: 'office',
  position: null,
  at: start + day * 24 * hour,
  receivedAt: start + day * 24 * hour,
  skew: 0,
  officeCode: false,
  band: null,
  ...change,
})
const days = (count: number, change: (day: number) => Partial<SeenCheckIn>) =>
  Array.from({ length: count }, (_, step) => one(step + 1, change(step + 1)))
const kinds = (signals: readonly Signal[]) => signals.map(({ kind, person }) => `${kind} ${person}`)
const found = (seen: readonly SeenCheckIn[]) => kinds(signalsOf(seen, start + 60 * 24 * hour))

test('points that move, an unbroken chain and a steady clock show nothing', () => {
  expect(found(days(20, (day) => ({ position: point(-2.5 + day * 1e-5, 15 + day / 10) })))).toEqual([])
})

test.each<[string, readonly SeenCheckIn[], string[]]>([
  ['one point on nine days', days(9, (day) => ({ position: point(-2.5, 20 + day) })), ['repeated_point p1']],
  ['one point of a mast on nine days', days(9, () => ({ position: point(-2.5, 900) })), []],
  [
    'one accuracy of 5 m on nine days',
    days(9, (day) => ({ position: point(-2.5 + day * 1e-5, 5) })),
    ['implausible_accuracy p1'],
  ],
  ['one accuracy of 65 m on nine days', days(9, (day) => ({ position: point(-2.5 + day * 1e-5, 65) })), []],
  [
    'accurate to the centimetre',
    days(3, (day) => ({ position: point(-2.5 + day * 1e-5, 0) })),
    ['implausible_accuracy p1'],
  ],
  [
    'two people at one point on three days',
    [
      ...days(3, () => ({ position: point(-2.5) })),
      ...days(3, () => ({ position: point(-2.5), person: 'p2', device: 'd2' })),
    ],
    ['shared_point p1', 'shared_point p2'],
  ],
  [
    'two people at one point once',
    [one(1, { position: point(-2.5) }), one(1, { position: point(-2.5), person: 'p2', device: 'd2' })],
    [],
  ],
  [
    '50 km in ten minutes',
    [one(1, { position: point(-2.5) }), one(2, { position: point(-2.95), at: one(1).at + hour / 6 })],
    ['impossible_travel p1'],
  ],
  [
    '900 km in two hours, by air',
    [one(1, { position: point(-2.5) }), one(2, { position: point(5.6), at: one(1).at + 2 * hour })],
    [],
  ],
  [
    'a code passed on twice',
    days(2, (day) => ({ position: point(-2.5 + day / 1e4), officeCode: true, band: 'away' })),
    ['code_elsewhere p1'],
  ],
  ['one phone for two', [one(1), one(2, { day: one(1).day, person: 'p2' })], ['shared_device p1', 'shared_device p2']],
  ['one phone handed on for good', [one(1), one(2, { person: 'p2' })], []],
  ['a number used twice', [one(1), one(1, { hash: 'other' })], ['sequence_repeated p1']],
  ['a number missing', [one(1), one(3)], ['sequence_gap p1']],
  ['a record that does not follow', [one(1), one(2, { prev: 'other' })], ['chain_broken p1']],
  ['a clock set back and forth', days(5, (day) => ({ skew: day % 2 ? 0 : -30 * 60_000 })), ['clock_set_often p1']],
  ['a clock that is simply wrong', days(5, () => ({ skew: -hour })), []],
])('%s', (_, seen, signals) => {
  expect(found(seen)).toEqual(signals)
})

test('a record still under way is not missing', () => {
  expect(signalsOf([one(1), one(3)], one(3).receivedAt + hour)).toEqual([])
})

test('every sign says its reason in both languages, with its days', () => {
  const seen = [
    ...days(9, () => ({ position: point(-2.5, 5), officeCode: true, band: 'away', skew: start })),
    one(1, { person: 'p2', position: point(-2.5) }),
  ]
  for (const { reason, days: on, kind } of signalsOf(seen, start)) {
    expect(signalKinds).toContain(kind)
    expect(reason.id).toMatch(/^[A-Z].*\.$/)
    expect(reason.en).toMatch(/^[A-Z].*\.$/)
    expect(on.length).toBeGreaterThan(0)
  }
})

test('in a month of 5,000 staff nine of ten cheats show, and honest people are left alone', () => {
  const { seen, cheats, days: month, staff, endsAt } = syntheticMonth(5_000, 11)
  const signals = signalsOf(seen, endsAt)
  const flagged = new Set(signals.map(({ person }) => person))
  const recall = (cheat: Cheat) => {
    const own = [...cheats].filter(([, how]) => how === cheat).map(([person]) => person)
    expect(own.length).toBeGreaterThan(90)
    return own.filter((person) => flagged.has(person)).length / own.length
  }
  for (const cheat of ['copied_point', 'jittered_point', 'shared_phone', 'relayed_code'] as const)
    expect(recall(cheat), cheat).toBeGreaterThanOrEqual(0.9)
  const honestDays = (staff.length - cheats.size) * month.length
  const wrongly = new Set(
    signals
      .filter(({ person }) => !cheats.has(person))
      .flatMap(({ person, days: on }) => on.map((day) => `${person} ${day}`)),
  )
  expect(wrongly.size / honestDays).toBeLessThanOrEqual(0.005)
})
