import { expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { isRefused } from '../messages/refused.ts'
import { type CheckInRecord, coarse, type Delivery, signedText } from './check-in-record.ts'
import { type CheckInRefusal, readCheckIn, readDelivery, type UnreadCheckIn } from './read-check-in.ts'

const record: CheckInRecord = {
  v: 1,
  id: '0a8c8a1e-6d0f-4c1e-9f57-2f3f6f1f0a11',
  region: '62.02',
  person: '6202-01294',
  device: 'd1',
  seq: 1,
  kind: 'in',
  day: '2021-07-21' as Day,
  place: 'home',
  window: null,
  tappedWall: 1_626_827_280_000,
  tappedMono: 5123.4,
  session: 's1',
  anchor: { serverTime: 1_626_827_270_000, mono: 20.5, wall: 1_626_827_271_000, session: 's1', sig: 'q83v' },
  position: coarse({ latitude: -2.533_34, longitude: 112.949_51, accuracy: 18.237, age: 812.3 }),
  officeCode: null,
  recall: null,
  prev: null,
  note: '',
}
const delivery: Delivery = { record, sig: 'q83v', sentMono: 6000, sentWall: 1_626_827_281_000, sentSession: 's1' }

/** As it arrives: through JSON. */
const arrived = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
const refusal = (value: unknown) => {
  const answer = readCheckIn(value)
  return isRefused<CheckInRecord, UnreadCheckIn>(answer) ? [answer.refused, answer.field] : null
}

test('a record arrives as it was signed', () => {
  const answer = readDelivery(arrived(delivery))
  expect(answer).toEqual(delivery)
  if ('refused' in answer) throw new Error(answer.refused)
  expect(signedText(answer.record)).toBe(signedText(record))
})

test('the signed text does not hang on the order of fields, and on everything else', () => {
  const turned = Object.fromEntries(Object.entries(record).toReversed()) as unknown as CheckInRecord
  expect(signedText(turned)).toBe(signedText(record))
  for (const [key, value] of Object.entries(record)) {
    const other = { ...record, [key]: typeof value === 'number' ? value + 1 : 'x' } as CheckInRecord
    expect(signedText(other), key).not.toBe(signedText(record))
  }
})

test('a point leaves the phone rounded, and equal points are still told from near ones', () => {
  const point = { latitude: -2.533_344, longitude: 112.949_513, accuracy: 18.237, age: -3 }
  expect(coarse(point)).toMatchObject({ latitude: -2.533, longitude: 112.95, accuracy: 18.2, age: 0 })
  expect(coarse(point).imprint).toBe(coarse({ ...point, accuracy: 5 }).imprint)
  expect(coarse(point).imprint).not.toBe(coarse({ ...point, latitude: -2.533_345 }).imprint)
  expect(Object.is(coarse({ ...point, latitude: -0.000_01 }).latitude, 0)).toBe(true)
})

test('points beside each other share an imprint as seldom as chance has it', () => {
  const imprints = new Set(
    Array.from({ length: 100_000 }, (_, step) => coarse({ ...record.position!, latitude: -2.5 + step * 1e-7 }).imprint),
  )
  // 1,048,576 boxes and 100,000 balls: 95,384 boxes are hit where chance alone rules.
  expect(imprints.size).toBeGreaterThan(95_000)
})

test.each<[string, unknown, CheckInRefusal, string]>([
  ['no record', 'x', 'check-in-unreadable', ''],
  ['a list', [], 'check-in-unreadable', ''],
  ['another version', { ...record, v: 2 }, 'check-in-version-unknown', 'v'],
  ['a key too many', { ...record, admin: true }, 'check-in-unreadable', 'admin'],
  ['a key from the prototype', { ...record, note: undefined }, 'check-in-unreadable', 'note'],
  ['an id that is no UUID', { ...record, id: '1' }, 'check-in-unreadable', 'id'],
  ['a day that is none', { ...record, day: '2021-02-29' }, 'check-in-unreadable', 'day'],
  ['a place nobody works at', { ...record, place: 'leave' }, 'check-in-unreadable', 'place'],
  ['half a count', { ...record, seq: 1.5 }, 'check-in-unreadable', 'seq'],
  ['a clock that is not a number', { ...record, tappedMono: null }, 'check-in-unreadable', 'tappedMono'],
  ['a moment no calendar has', { ...record, tappedWall: 1e300 }, 'check-in-unreadable', 'tappedWall'],
  [
    'a point off the earth',
    { ...record, position: { ...record.position, latitude: 91 } },
    'check-in-unreadable',
    'position.latitude',
  ],
  ['half an anchor', { ...record, anchor: { serverTime: 1 } }, 'check-in-unreadable', 'anchor.mono'],
  ['a long note', { ...record, note: 'x'.repeat(201) }, 'check-in-note-too-long', 'note'],
  ['a long name', { ...record, person: 'x'.repeat(65) }, 'check-in-unreadable', 'person'],
  ['an answer to no recall', { ...record, kind: 'recall_answer' }, 'check-in-unreadable', 'recall'],
])('%s is refused', (_, value, code, field) => {
  expect(refusal(arrived(value))).toEqual([code, field])
})

test('a wrong field inside a delivery is named with its path', () => {
  expect(readDelivery(arrived({ ...delivery, record: { ...record, seq: 0 } }))).toMatchObject({ field: 'record.seq' })
  expect(readDelivery(arrived({ ...delivery, sentMono: '6' }))).toMatchObject({ field: 'sentMono' })
})
