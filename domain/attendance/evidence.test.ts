import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { coarse } from './check-in-record.ts'
import { type EvidenceInput, gradeEvidence } from './evidence.ts'
import { distanceBands, type KnownPlace, metresBetween, proximity } from './geofence.ts'
import { isOfficeCode, officeCodeAt, officeCodeEndsAt } from './office-code.ts'
import { checkInTime } from './time-bounds.ts'
import { virtualPhone } from './virtual-phone.ts'

const office: KnownPlace = { id: 'disdukcapil', latitude: -2.5337, longitude: 112.9496, radius: 100 }
const annex: KnownPlace = { id: 'annex', latitude: -2.55, longitude: 112.96, radius: 60 }
const baamang: KnownPlace = { id: 'baamang', latitude: -2.51, longitude: 112.95, radius: 6_000 }

/** So many metres north of a place. */
const north = ({ latitude, longitude }: KnownPlace, metres: number, accuracy = 20, age = 500) =>
  coarse({ latitude: latitude + metres / 111_195, longitude, accuracy, age })
const nothing: EvidenceInput = {
  place: 'office',
  stated: true,
  position: null,
  places: [office, annex],
  officeCode: false,
  vouchers: [],
}

test('a degree of latitude is 111 kilometres', () => {
  expect(metresBetween({ latitude: 0, longitude: 113 }, { latitude: 1, longitude: 113 })).toBeCloseTo(111_195, 0)
  expect(metresBetween(office, office)).toBe(0)
})

test.each<[string, ReturnType<typeof north>, string | null, number | null | undefined]>([
  ['in the building', north(office, 20), 'inside', 0],
  ['at the gate, with rounding against the person', north(office, 160, 30), 'inside', 0],
  ['in the other building', north(annex, 10), 'inside', 0],
  ['around the corner', north(office, 900), 'near', 1_000],
  ['so vague that it may be the building', north(office, 300, 900), 'near', 1_000],
  ['across the town', north(office, 4_000), 'away', 5_000],
  ['in the next district', north(office, 20_000), 'away', 25_000],
  ['in the capital', north(office, 800_000), 'away', null],
  ['measured before breakfast', north(office, 0, 20, 3_600_000), null, undefined],
  ['guessed from the network', north(office, 0, 50_000), null, undefined],
])('%s', (_, position, band, within) => {
  const found = proximity(position, [office, annex])
  expect([found?.band ?? null, found?.within]).toEqual([band, within])
  if (found) expect(distanceBands).toContain(found.within)
})

test.each<[string, Partial<EvidenceInput>, number, string[], boolean]>([
  ['a statement alone is little at the office', {}, 1, ['statement'], false],
  ['and enough at home', { place: 'home' }, 1, ['statement'], true],
  [
    'the district agrees',
    { place: 'home', places: [baamang], position: north(baamang, 2_000, 400) },
    2,
    ['inside_geofence', 'statement'],
    true,
  ],
  [
    'beside the district is as good',
    { place: 'home', places: [baamang], position: north(baamang, 6_800) },
    2,
    ['near', 'statement'],
    true,
  ],
  [
    'elsewhere the statement is left',
    { place: 'home', places: [baamang], position: north(baamang, 90_000) },
    1,
    ['statement'],
    true,
  ],
  ['the building by location', { position: north(office, 0) }, 2, ['inside_geofence', 'statement'], true],
  ['near the building', { position: north(office, 700) }, 1, ['near', 'statement'], false],
  [
    'near the building, of a point that is gone',
    { kept: { to: 'disdukcapil', band: 'near', within: 1_000, accuracy: 20 } },
    1,
    ['near', 'statement'],
    false,
  ],
  ['the screen of the office', { officeCode: true }, 3, ['office_code', 'statement'], true],
  ['which proves nothing at home', { officeCode: true, place: 'home' }, 1, ['statement'], true],
  ['no phone, but the shared device', { stated: false, vouchers: ['kiosk_pin'] }, 3, ['kiosk_pin'], true],
  ['no phone, but the paper list', { stated: false, vouchers: ['paper_list'] }, 2, ['paper_list'], true],
  ['the superior saw them', { vouchers: ['superior_word'] }, 2, ['superior_word', 'statement'], true],
  ['nothing', { stated: false }, 0, [], false],
  ['nothing is not enough at home either', { stated: false, place: 'home' }, 0, [], false],
])('%s', (_, change, grade, reasons, enough) => {
  expect(gradeEvidence({ ...nothing, ...change })).toMatchObject({ grade, reasons, enough })
})

const keyed = (text: string) => createHmac('sha256', 'secret').update(text).digest('hex')

/** A tap some milliseconds after half past seven, delivered later, by a phone that heard the server before. */
function tapped(after: number, asleep = 0) {
  const phone = virtualPhone(1_626_827_400_000, 0)
  phone.hear()
  phone.pass(after)
  phone.sleep(asleep)
  const tap = phone.tap()
  phone.pass(7_200_000)
  return { at: phone.at() - 7_200_000, time: checkInTime(phone.send(tap)) }
}

test('the code of the moment of the tap holds, also when it is delivered hours later', () => {
  const { at, time } = tapped(300_000)
  expect(isOfficeCode(officeCodeAt('disdukcapil', at, keyed), 'disdukcapil', time, keyed)).toBe(true)
  expect(isOfficeCode(officeCodeAt('disdukcapil', at - 30_000, keyed), 'disdukcapil', time, keyed)).toBe(true)
})

test('an older code, a later one and that of another office do not hold', () => {
  const { at, time } = tapped(300_000)
  for (const moment of [at - 90_000, at + 60_000, at + 7_200_000])
    expect(isOfficeCode(officeCodeAt('disdukcapil', moment, keyed), 'disdukcapil', time, keyed)).toBe(false)
  expect(isOfficeCode(officeCodeAt('annex', at, keyed), 'disdukcapil', time, keyed)).toBe(false)
})

test('a phone that slept has its code looked for within its bounds', () => {
  const { at, time } = tapped(1_000, 900_000)
  expect(isOfficeCode(officeCodeAt('disdukcapil', at, keyed), 'disdukcapil', time, keyed)).toBe(true)
})

test('a code is easy to type: eight letters and digits of which none looks like another', () => {
  const codes = Array.from({ length: 2_000 }, (_, count) => officeCodeAt('disdukcapil', count * 30_000, keyed))
  for (const code of codes) expect(code).toMatch(/^[ACDEFHJKMNPQRTWXY34679]{8}$/)
  expect(new Set(codes).size).toBe(codes.length)
  const { at, time } = tapped(300_000)
  const code = officeCodeAt('disdukcapil', at, keyed).toLowerCase()
  expect(isOfficeCode(`${code.slice(0, 4)} ${code.slice(4)}`, 'disdukcapil', time, keyed)).toBe(true)
  expect([officeCodeEndsAt(29_999), officeCodeEndsAt(30_000)]).toEqual([30_000, 60_000])
})
