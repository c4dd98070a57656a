import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../calendar/day.ts'
import { readHeader, readRow } from '../staff/table.ts'
import { gradeEvidence } from './evidence.ts'
import {
  comingAndGoing,
  type FingerprintAround,
  fingerprintChecker,
  fingerprintTable,
  isTap,
  keyOf,
  tapDirections,
  tapOf,
} from './fingerprint.ts'

const around: FingerprintAround = {
  numbers: new Map([
    ['101', 'a2'],
    ['102', 'a3'],
    ['7', 'a0'],
  ]),
  by: 'a0',
  today: '2021-07-21' as Day,
  now: '11:30',
  since: '2021-06-20' as Day,
}

function read(header: string, cells: string) {
  const { places } = readHeader(fingerprintTable, header.split(';'))
  return readRow(fingerprintTable, places, cells.split(';'))
}

describe('a row of an export', () => {
  test.each([
    ['Nomor;Tanggal;Jam', '00101;21/07/2021;7.20', { day: '2021-07-21', time: '07:20', direction: 'unsaid' }],
    ['AC-No.;Date/Time;State', '101;2021-07-21 07:20:15;C/In', { day: '2021-07-21', time: '07:20', direction: 'in' }],
    ['PIN;Tgl/Waktu;Status', '101;2021-07-21T15:31;1', { day: '2021-07-21', time: '15:31', direction: 'out' }],
    ['User ID;Date/Time;State', '101;21/07/2021 3:31:07 PM;OverTime', { time: '15:31', direction: 'unsaid' }],
    ['No. ID;Tgl;Waktu;Arah', '101;21 Juli 2021;12:05 AM;pulang', { time: '00:05', direction: 'out' }],
  ])('%s / %s', (header, cells, expected) => {
    expect(read(header, cells)).toMatchObject({ record: { number: '101', ...expected }, findings: [] })
  })

  test.each([
    ['101;31/02/2021;07:20', /bukan tanggal/],
    ['101;07/21/2021;07:20', /bukan tanggal/],
    ['101;21/07/2021;25:00', /bukan jam/],
    ['101;21/07/2021;13:00 PM', /bukan jam/],
    ['101;21/07/2021;', /tidak ada/],
    [';21/07/2021;07:20', /./],
  ])('%s cannot be read, and says why', (cells, words) => {
    const { record, findings } = read('Nomor;Tanggal;Jam', cells)
    expect(record).toBeUndefined()
    expect(findings[0]?.finding.finding.id).toMatch(words)
  })
})

describe('a row held against what is known', () => {
  const row = { number: '101', day: '2021-07-21' as Day, time: '07:20', direction: 'unsaid' } as const
  test.each([
    [row, 'a2'],
    [{ ...row, number: '999' }, 'PKT-811 error'],
    [{ ...row, time: '11:31' }, 'PKT-201 error'],
    [{ ...row, day: '2021-07-22' as Day }, 'PKT-201 error'],
    [{ ...row, day: '2021-06-19' as Day }, 'PKT-814 warning'],
    [{ ...row, number: '7' }, 'PKT-814 warning'],
  ])('%j: %s', (given, expected) => {
    const found = tapOf(given, around)
    expect(isTap(found) ? found.employee : `${found.code} ${found.level}`).toBe(expected)
  })

  test('the same tap twice is named, and one', () => {
    const checker = fingerprintChecker(around)
    expect(checker.add(row, 2)).toEqual([])
    expect(checker.add(row, 5).map(({ finding }) => finding.finding.en)).toEqual(['The same as row 2: counted once.'])
    expect(checker.add({ ...row, direction: 'in' }, 6)).toEqual([])
  })

  test('whatever a file holds, each row is a tap of somebody known or a finding', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('101', '102', '7', '2021-07-21', '07:20', '44398.3', '21/07/2021 07:20', 'masuk', '=1+1', ''),
    )
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 7 }), (cells) => {
        const { places } = readHeader(fingerprintTable, ['Nomor', 'Date/Time', 'Tanggal', 'Jam', 'Arah'])
        const { record, findings } = readRow(fingerprintTable, places, cells)
        const found = record && tapOf(record, around)
        if (found === undefined) expect(findings.length).toBeGreaterThan(0)
        else if (isTap(found)) expect(['a2', 'a3']).toContain(found.employee)
        else expect(['PKT-201', 'PKT-811', 'PKT-814']).toContain(found.code)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the coming and the going of a day', () => {
  const at = (time: string) => Date.parse(`2021-07-21T${time}:00Z`)
  const of = (...taps: readonly [string, (typeof tapDirections)[number]][]) =>
    comingAndGoing(taps.map(([time, direction]) => ({ at: at(time), direction }))).map(
      (one) => `${one.moment} ${new Date(one.at).toISOString().slice(11, 16)}`,
    )

  test.each([
    [[['07:20', 'unsaid']], ['in 07:20']],
    [
      [
        ['07:20', 'unsaid'],
        ['07:22', 'unsaid'],
      ],
      ['in 07:20'],
    ],
    [
      [
        ['15:31', 'unsaid'],
        ['12:00', 'unsaid'],
        ['07:20', 'unsaid'],
      ],
      ['in 07:20', 'out 15:31'],
    ],
    [
      [
        ['07:25', 'in'],
        ['07:20', 'in'],
        ['15:30', 'out'],
        ['15:40', 'out'],
      ],
      ['in 07:20', 'out 15:40'],
    ],
    [[['15:31', 'out']], ['out 15:31']],
    [[], []],
  ] as const)('%j: %j', (taps, expected) => {
    expect(of(...taps.map(([time, way]): [string, 'in' | 'out' | 'unsaid'] => [time, way]))).toEqual(expected)
  })

  test('does not depend on the order of the taps, nor on how often each is told', () => {
    const tap = fc.record({ at: fc.integer({ min: 0, max: 86_400_000 }), direction: fc.constantFrom(...tapDirections) })
    fc.assert(
      fc.property(fc.array(tap), fc.infiniteStream(fc.nat()), (taps, dice) => {
        const shuffled = [...taps, ...taps.filter((_, place) => place % 2 === 0)]
          .map((one) => ({ one, order: dice.next().value }))
          .toSorted((a, b) => a.order - b.order)
          .map(({ one }) => one)
        expect(comingAndGoing(shuffled)).toEqual(comingAndGoing(taps))
      }),
    )
  })
})

test('keys tell taps apart', () => {
  const tap = { employee: 'a2', day: '2021-07-21' as Day, time: '07:20', direction: 'in' } as const
  expect(keyOf(tap)).toBe(keyOf({ ...tap }))
  expect(keyOf(tap)).not.toBe(keyOf({ ...tap, direction: 'out' }))
})

test('a fingerprint is worth a superior’s word at the office, and nothing elsewhere', () => {
  const input = { stated: false, position: null, places: [], officeCode: false, vouchers: ['fingerprint'] } as const
  expect(gradeEvidence({ ...input, place: 'office' })).toMatchObject({
    grade: 2,
    reasons: ['fingerprint'],
    enough: true,
  })
  expect(gradeEvidence({ ...input, place: 'home' })).toMatchObject({ grade: 0, reasons: [] })
})
