/**
 * What a phone writes down at the tap and signs with the key of the device (trust.md, section 7). This file is part of
 * the phone's script: it imports nothing but `canonical`.
 */
import type { Day } from '../calendar/day.ts'
import { canonical } from '../canonical.ts'

export const checkInKinds = ['in', 'out', 'recall_answer'] as const
export type CheckInKind = (typeof checkInKinds)[number]

/** Where the person says to be. */
export const checkInPlaces = ['office', 'home', 'field'] as const
export type CheckInPlace = (typeof checkInPlaces)[number]

/** The last time the server signed for this device. It may be of an earlier clock session than the record. */
export interface Anchor {
  /** Time of the server, in milliseconds since 1970. */
  readonly serverTime: number
  /** What the clocks of the phone said when it arrived, and of which session the monotonic one was. */
  readonly mono: number
  readonly wall: number
  readonly session: string
  /** Signature of the server over its time and the device. */
  readonly sig: string
}

/** A point as the phone measured it. */
export interface MeasuredPoint {
  readonly latitude: number
  readonly longitude: number
  /** Radius in metres that holds the point, as the phone estimates it. */
  readonly accuracy: number
  /** Milliseconds between the measurement and the tap. */
  readonly age: number
}

/** A point as it leaves the phone: rounded to 3 decimals, about 110 m. */
export interface Position extends MeasuredPoint {
  /** 20 bits of the exact point: equal for equal points, yet of a rounded point it leaves about a hundred possible ones. */
  readonly imprint: number
}

/** Which recall is answered, and how; the reason of a decline stands in the note. */
export interface RecallAnswer {
  readonly recall: string
  readonly answer: 'acknowledged' | 'declined'
}

export interface CheckInRecord {
  readonly v: 1
  /** UUID made on the phone: the same record sent twice is one. */
  readonly id: string
  readonly region: string
  /** Employee id. */
  readonly person: string
  readonly device: string
  /** Counts the records of the device, from 1. */
  readonly seq: number
  readonly kind: CheckInKind
  /** The business day it is for, in the region's own time. */
  readonly day: Day
  readonly place: CheckInPlace
  /** Name of the window it is for; null: the usual one of its kind. */
  readonly window: string | null
  /** The phone's wall clock at the tap, in milliseconds since 1970. */
  readonly tappedWall: number
  /** The monotonic clock of the page at the tap, in milliseconds since an origin of its own. */
  readonly tappedMono: number
  /** Names the monotonic clock: a new one with every load of the page. */
  readonly session: string
  /** null: this device never heard the server. */
  readonly anchor: Anchor | null
  readonly position: Position | null
  /** The code on the screen of the office, as scanned or typed. */
  readonly officeCode: string | null
  /** Given for a `recall_answer`, null for the other kinds. */
  readonly recall: RecallAnswer | null
  /** SHA-256 of the signed text of the device's record before this one; null: it is the first. */
  readonly prev: string | null
  readonly note: string
}

/** A record on its way to the server, with the clocks of the phone at the moment of sending. Each attempt has its own. */
export interface Delivery {
  readonly record: CheckInRecord
  /** Signature of the device over `signedText`. */
  readonly sig: string
  readonly sentMono: number
  readonly sentWall: number
  readonly sentSession: string
}

/** Longest note, in characters. */
export const longestNote = 200

/** The text that the device signs, and of which the next record holds the hash. */
export const signedText = (record: CheckInRecord): string => canonical({ piket: 'check-in', ...record })

/** The point as it may leave the phone. */
export const coarse = ({ latitude, longitude, accuracy, age }: MeasuredPoint): Position => ({
  latitude: rounded(latitude, 3),
  longitude: rounded(longitude, 3),
  accuracy: rounded(accuracy, 1),
  age: Math.max(0, Math.round(age)),
  imprint: imprintOf(`${latitude.toFixed(7)},${longitude.toFixed(7)}`),
})

/** Adding 0 turns -0 into 0, which JSON cannot tell apart. */
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0

/** FNV-1a of 32 bits, folded to 20. */
function imprintOf(text: string): number {
  let mixed = 0x811c9dc5
  for (let place = 0; place < text.length; place++) mixed = Math.imul(mixed ^ text.charCodeAt(place), 0x01000193)
  return ((mixed >>> 20) ^ mixed) & 0xfffff
}
