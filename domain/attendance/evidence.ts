/** How well a place is evidenced. A grade is shown with its reasons; none of them is proof, and none punishes. */
import type { Bilingual } from '../messages/problem.ts'
import type { CheckInPlace, Position } from './check-in-record.ts'
import { type KnownPlace, type Proximity, proximity } from './geofence.ts'

/** 0 nothing, 1 the person's own statement, 2 something agrees with it, 3 the building itself. */
export type EvidenceGrade = 0 | 1 | 2 | 3

export const evidenceReasons = {
  office_code: { id: 'kode layar kantor cocok', en: 'code on the screen of the office' },
  kiosk_pin: { id: 'dicatat di mesin bersama kantor', en: 'entered at the shared device of the office' },
  inside_geofence: { id: 'lokasi sesuai', en: 'location agrees' },
  superior_word: { id: 'dibenarkan atasan', en: 'confirmed by the superior' },
  fingerprint: { id: 'tercatat di mesin sidik jari', en: 'on a fingerprint machine' },
  paper_list: { id: 'ada di daftar hadir kertas', en: 'on the attendance list on paper' },
  near: { id: 'lokasi di dekatnya', en: 'location near by' },
  statement: { id: 'pernyataan sendiri', en: 'own statement' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type EvidenceReason = keyof typeof evidenceReasons

/** What vouches beside the phone's own record. */
export type Voucher = 'superior_word' | 'fingerprint' | 'paper_list' | 'kiosk_pin'

export interface EvidenceInput {
  /** Where the person says to be. */
  readonly place: CheckInPlace
  /** Whether the person said so, on a phone or otherwise. */
  readonly stated: boolean
  readonly position: Position | null
  /** What was kept of a point that is gone. */
  readonly kept?: Proximity | null
  /** Places of that kind known for the person: buildings, districts, or places of activities. */
  readonly places: readonly KnownPlace[]
  /** Whether the code of the office was right at that time. */
  readonly officeCode: boolean
  readonly vouchers: readonly Voucher[]
}

export interface Evidence {
  readonly grade: EvidenceGrade
  /** Strongest first. */
  readonly reasons: readonly EvidenceReason[]
  /** Whether it is enough at that place. If not, the superior looks; nothing is held against the person. */
  readonly enough: boolean
  /** null: no usable point. `away` lowers the grade to the statement. */
  readonly proximity: Proximity | null
}

/**
 * What each reason is worth. The building has a screen and a shared device, which only who is there can use; at home
 * and in the field a place is a district or an activity, of which near by is as good as inside. A fingerprint machine
 * stands in the building too, but what comes of it is a file that anybody can write, by a clock that nobody has checked:
 * it is worth a superior's word, no more.
 */
const worth: Readonly<Record<CheckInPlace, Partial<Record<EvidenceReason, EvidenceGrade>>>> = {
  office: {
    office_code: 3,
    kiosk_pin: 3,
    inside_geofence: 2,
    superior_word: 2,
    fingerprint: 2,
    paper_list: 2,
    near: 1,
    statement: 1,
  },
  home: { inside_geofence: 2, superior_word: 2, near: 2, statement: 1 },
  field: { inside_geofence: 2, superior_word: 2, paper_list: 2, near: 2, statement: 1 },
}

/** The grade from which nobody needs to look. */
const enoughAt: Readonly<Record<CheckInPlace, EvidenceGrade>> = { office: 2, home: 1, field: 1 }

/** Grades the evidence for a place. */
export function gradeEvidence(input: EvidenceInput): Evidence {
  const { place, stated, position, kept = null, places, officeCode, vouchers } = input
  const found = position ? proximity(position, places) : kept
  const holds: Readonly<Record<EvidenceReason, boolean>> = {
    office_code: officeCode,
    kiosk_pin: vouchers.includes('kiosk_pin'),
    inside_geofence: found?.band === 'inside',
    superior_word: vouchers.includes('superior_word'),
    fingerprint: vouchers.includes('fingerprint'),
    paper_list: vouchers.includes('paper_list'),
    near: found?.band === 'near',
    statement: stated,
  }
  const of = (reason: EvidenceReason) => worth[place][reason] ?? 0
  const reasons = (Object.keys(evidenceReasons) as EvidenceReason[])
    .filter((reason) => holds[reason] && of(reason) > 0)
    .sort((a, b) => of(b) - of(a))
  const grade = reasons[0] ? of(reasons[0]) : 0
  return { grade, reasons, enough: grade >= enoughAt[place], proximity: found }
}
