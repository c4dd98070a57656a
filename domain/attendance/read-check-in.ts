/** Reads what a phone sent. Nothing of it is believed: each field has a form and a size. */
import { isDay } from '../calendar/day.ts'
import { type Refused, refuser } from '../messages/refused.ts'
import {
  type Anchor,
  type CheckInRecord,
  checkInKinds,
  checkInPlaces,
  type Delivery,
  longestNote,
  type Position,
  type RecallAnswer,
} from './check-in-record.ts'

const refuse = refuser({
  'check-in-unreadable': {
    id: 'Catatan presensi ini tidak utuh. Muat ulang halaman, lalu catat lagi.',
    en: 'This check-in is not whole. Load the page again and check in once more.',
  },
  'check-in-version-unknown': {
    id: 'Catatan presensi ini dibuat oleh versi Piket yang lain. Muat ulang halaman, lalu catat lagi.',
    en: 'This check-in was written by another version of Piket. Load the page again and check in once more.',
  },
  'check-in-note-too-long': {
    id: `Keterangan paling panjang ${longestNote} huruf. Persingkat, lalu catat lagi.`,
    en: `A note has at most ${longestNote} characters. Shorten it and check in again.`,
  },
})

export type CheckInRefusal = ReturnType<typeof refuse>['refused']

export interface UnreadCheckIn extends Refused<CheckInRefusal> {
  /** What is missing, unknown or malformed: `record.anchor.mono`. */
  readonly field: string
}

type Form = (value: unknown) => boolean

const text =
  (longest: number): Form =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= longest
const matching =
  (form: RegExp): Form =>
  (value) =>
    typeof value === 'string' && form.test(value)
const number =
  (from: number, to: number): Form =>
  (value) =>
    typeof value === 'number' && value >= from && value <= to
const whole =
  (from: number, to: number): Form =>
  (value) =>
    Number.isInteger(value) && number(from, to)(value)
const oneOf =
  (values: readonly unknown[]): Form =>
  (value) =>
    values.includes(value)
const orNull =
  (form: Form): Form =>
  (value) =>
    value === null || form(value)

const name = matching(/^[\w.:-]{1,64}$/)
const signature = matching(/^[\w+/=-]{1,200}$/)
/** The last moment a `Date` can name. */
const wall = whole(-8.64e15, 8.64e15)
const mono = number(0, 8.64e15)

const anchorForms: Readonly<Record<keyof Anchor, Form>> = {
  serverTime: wall,
  mono,
  wall,
  session: name,
  sig: signature,
}
const positionForms: Readonly<Record<keyof Position, Form>> = {
  latitude: number(-90, 90),
  longitude: number(-180, 180),
  accuracy: number(0, 1e8),
  age: whole(0, 8.64e15),
  imprint: whole(0, 0xfffff),
}
const recallForms: Readonly<Record<keyof RecallAnswer, Form>> = {
  recall: name,
  answer: oneOf(['acknowledged', 'declined']),
}
const recordForms: Readonly<Record<keyof CheckInRecord, Form>> = {
  v: oneOf([1]),
  id: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  region: name,
  person: name,
  device: name,
  seq: whole(1, 2 ** 31 - 1),
  kind: oneOf(checkInKinds),
  day: (value) => typeof value === 'string' && isDay(value),
  place: oneOf(checkInPlaces),
  window: orNull(text(40)),
  tappedWall: wall,
  tappedMono: mono,
  session: name,
  anchor: orNull(isMap),
  position: orNull(isMap),
  officeCode: orNull(text(16)),
  recall: orNull(isMap),
  prev: orNull(matching(/^[0-9a-f]{64}$/)),
  note: (value) => typeof value === 'string',
}
const deliveryForms: Readonly<Record<keyof Delivery, Form>> = {
  record: isMap,
  sig: signature,
  sentMono: mono,
  sentWall: wall,
  sentSession: name,
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The delivery that a phone sent, given as the value its JSON stands for; or what is wrong with it. */
export function readDelivery(value: unknown): Delivery | UnreadCheckIn {
  const wrong = wrongField(value, deliveryForms)
  if (wrong !== null) return unread('check-in-unreadable', wrong)
  const delivery = value as Delivery
  const record = readCheckIn(delivery.record)
  return 'refused' in record ? { ...record, field: `record.${record.field}` } : delivery
}

/** The record as it was signed, or what is wrong with it. */
export function readCheckIn(value: unknown): CheckInRecord | UnreadCheckIn {
  if (isMap(value) && value.v !== 1) return unread('check-in-version-unknown', 'v')
  const wrong = wrongField(value, recordForms)
  if (wrong !== null) return unread('check-in-unreadable', wrong)
  const record = value as CheckInRecord
  if (record.note.length > longestNote) return unread('check-in-note-too-long', 'note')
  const nested =
    inside('anchor', record.anchor, anchorForms) ??
    inside('position', record.position, positionForms) ??
    inside('recall', record.recall, recallForms)
  if (nested !== null) return unread('check-in-unreadable', nested)
  if ((record.kind === 'recall_answer') !== (record.recall !== null)) return unread('check-in-unreadable', 'recall')
  return record
}

const unread = (code: CheckInRefusal, field: string): UnreadCheckIn => ({ ...refuse(code), field })

/** The first key that is missing, malformed or unknown; null: each is as it has to be. */
function wrongField(value: unknown, forms: Readonly<Record<string, Form>>): string | null {
  if (!isMap(value)) return ''
  for (const key in forms) if (!(Object.hasOwn(value, key) && forms[key]?.(value[key]))) return key
  for (const key in value) if (!Object.hasOwn(forms, key)) return key
  return null
}

function inside(key: string, value: unknown, forms: Readonly<Record<string, Form>>): string | null {
  const wrong = value === null ? null : wrongField(value, forms)
  return wrong === null ? null : `${key}.${wrong}`
}
