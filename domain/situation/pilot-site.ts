/** Places where the restriction of activities (PPKM) is tried out, each escorted by an agency that looks at its protocol. */
import type { Day, Period } from '../calendar/day.ts'
import type { Bilingual } from '../messages/problem.ts'

interface Kind extends Bilingual {
  /** What lies where it is: a village of either kind, one of one kind, or a district. */
  readonly area: 'village' | 'desa' | 'kelurahan' | 'district'
  /** Whether it is called by a name of its own, by that of its area, or, as somebody's home, by none. */
  readonly name: 'own' | 'area' | 'none'
}

/** The ten kinds that the proposal of Kutai Kartanegara of January 2021 names, with its own codes. */
export const pilotKinds = {
  market: { id: 'Pasar', en: 'Market', area: 'village', name: 'own' },
  cafe: { id: 'Kafe', en: 'Café', area: 'village', name: 'own' },
  restaurant: { id: 'Rumah makan', en: 'Restaurant', area: 'village', name: 'own' },
  place_of_worship: { id: 'Tempat ibadah', en: 'Place of worship', area: 'village', name: 'own' },
  opd: { id: 'Perangkat daerah', en: 'Agency', area: 'village', name: 'own' },
  household: { id: 'Rumah tangga', en: 'Household', area: 'village', name: 'none' },
  rt: { id: 'Rukun tetangga', en: 'Neighbourhood (RT)', area: 'village', name: 'own' },
  desa: { id: 'Desa', en: 'Village (desa)', area: 'desa', name: 'area' },
  kelurahan: { id: 'Kelurahan', en: 'Urban village (kelurahan)', area: 'kelurahan', name: 'area' },
  kecamatan: { id: 'Kecamatan', en: 'District (kecamatan)', area: 'district', name: 'area' },
} as const satisfies Readonly<Record<string, Kind>>

export type PilotKind = keyof typeof pilotKinds

/** What is looked at. */
export const protocolItems = {
  masks: { id: 'Semua memakai masker', en: 'Everybody wears a mask' },
  handwashing: { id: 'Tempat cuci tangan berfungsi', en: 'Hands can be washed' },
  distance: { id: 'Jarak satu meter dijaga', en: 'One metre of distance is kept' },
  crowd: { id: 'Jumlah orang dibatasi', en: 'The number of people is limited' },
  temperature: { id: 'Suhu badan diperiksa', en: 'Temperature is taken' },
} as const satisfies Readonly<Record<string, Bilingual>>

export type ProtocolItem = keyof typeof protocolItems
export const countOfItems = Object.keys(protocolItems).length

/** Whether a place of a kind can lie in an area: a district has two groups of digits behind that of its region. */
export function fitsArea(kind: PilotKind, code: string): boolean {
  const { area } = pilotKinds[kind]
  const village = code.split('.')[3]
  if (area === 'district' || village === undefined) return area === 'district' && village === undefined
  // The first digit of the last group tells a kelurahan (1) from a desa (2).
  return area === 'village' || (area === 'kelurahan') === village.startsWith('1')
}

/** What a place is, where it lies and when it is tried out. */
export interface Place extends Period {
  readonly kind: PilotKind
  /** null: it has none of its own. */
  readonly name: string | null
  /** Code of its village, or of its district. */
  readonly area: string
}

const plain = (name: string | null) => (name ?? '').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Whether two are one place on some day: of a kind, in an area, called the same, and neither over before the other begins. */
export const isOnePlace = (one: Place, other: Place): boolean =>
  one.kind === other.kind &&
  one.area === other.area &&
  plain(one.name) === plain(other.name) &&
  begins(one) <= ends(other) &&
  begins(other) <= ends(one)

const begins = ({ from }: Period) => from ?? ''
const ends = ({ until }: Period) => until ?? '9999'

/** The days up to today on which a place was tried out; undefined: there is none yet. */
export function daysToCheck({ from, until }: { readonly from: Day; readonly until: Day | null }, today: Day) {
  const last = until !== null && until < today ? until : today
  return from <= last ? { from, until: last } : undefined
}

/** Whether somebody lives there: neighbours know who, and nobody else is told what was found. */
export const isHome = (kind: PilotKind): boolean => pilotKinds[kind].name === 'none'

/** What anybody may call a place: a home has no name for others. */
export const publicName = (kind: PilotKind, name: string | null): string | null =>
  pilotKinds[kind].name === 'own' ? name : null
