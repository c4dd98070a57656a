/** Coarse places: whether a point lies inside, near or away. A sign, never proof. */
import type { Position } from './check-in-record.ts'

/** A building, a district or the place of an activity, as a circle. A person may have several of each kind. */
export interface KnownPlace {
  readonly id: string
  readonly latitude: number
  readonly longitude: number
  /** Metres. A district is a wide circle: nobody's home is written down. */
  readonly radius: number
}

/** How far outside, in metres; null: farther than any of them. */
export const distanceBands = [0, 1_000, 5_000, 25_000, null] as const

export interface Proximity {
  /** Id of the place nearest by. */
  readonly to: string
  readonly band: 'inside' | 'near' | 'away'
  /** Surely no farther outside than this many metres; null: farther than 25 km. */
  readonly within: (typeof distanceBands)[number]
  /** As the phone said. */
  readonly accuracy: number
}

/** Metres by which a point rounded to 3 decimals may lie off. */
const roundingError = 80
const nearWithin = 1_000
/** Points that the phone itself places no better than this say nothing. */
const worstAccuracy = 5_000
/** A point measured longer ago than this says where somebody was, not is. */
const oldestPoint = 15 * 60_000
/** A small building asks for no better accuracy than this. */
const precise = 100

/** Where a point lies with regard to the places; null: it says nothing, or there is no place to compare with. */
export function proximity(position: Position | null, places: readonly KnownPlace[]): Proximity | null {
  if (!position || position.accuracy > worstAccuracy || position.age > oldestPoint) return null
  let nearest: { place: KnownPlace; outside: number } | undefined
  for (const place of places) {
    const outside = metresBetween(position, place) - place.radius - position.accuracy - roundingError
    if (!nearest || outside < nearest.outside) nearest = { place, outside }
  }
  if (!nearest) return null
  const { place, outside } = nearest
  // The person has the benefit of the doubt, unless the doubt is wider than the place.
  const inside = outside <= 0 && position.accuracy <= Math.max(place.radius, precise)
  return {
    to: place.id,
    band: inside ? 'inside' : outside <= nearWithin ? 'near' : 'away',
    within: inside ? 0 : (distanceBands.find((band) => band !== null && band > 0 && outside <= band) ?? null),
    accuracy: position.accuracy,
  }
}

type Point = Pick<KnownPlace, 'latitude' | 'longitude'>

/** Along the surface of the earth (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(a.longitude, b.longitude)
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(chord)))
}
