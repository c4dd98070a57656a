/** Places of units, against which a phone's point is held. A point is a sign, never proof. */
import type { Viewer } from '@piket/domain/access/role.ts'
import type { KnownPlace } from '@piket/domain/attendance/geofence.ts'
import { agencyOf, unitCovers } from '@piket/domain/staff/facts.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { addPlace, closePlaceRow, placesOf } from './queries.ts'
import { leastRadius, mostRadius } from './schema.ts'

export const placeKinds = ['office', 'field'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place of a unit and of everybody below it. */
export interface UnitPlace extends KnownPlace {
  readonly unit: string
  readonly kind: PlaceKind
  readonly name: string
}

/** Every place in use, of one agency or of all that the transaction reaches. */
export const knownPlaces = async (tx: Tx, agency?: string): Promise<UnitPlace[]> =>
  (await placesOf(tx, agency)) as UnitPlace[]

/**
 * The places that days from a moment on are held against. One that was closed later counts for what came before; one
 * that became known later counts too: an office is often entered after people have begun to work there.
 */
export const placesSince = async (tx: Tx, moment: number): Promise<UnitPlace[]> =>
  (await placesOf(tx, undefined, new Date(moment).toISOString())) as UnitPlace[]

/** The places where somebody of a unit may be when they say so: those of the unit and of the units above it. */
export const placesFor = (places: readonly UnitPlace[], unit: string, said: string): readonly UnitPlace[] =>
  places.filter((one) => one.kind === said && unitCovers(one.unit, unit))

const actorOf = (viewer: Viewer, agency: string) => ({ region: viewer.region, reach: 'agency', agency }) as const

/** The places of an agency. */
export const listPlaces = ({ db }: Source, viewer: Viewer, agency: string): Promise<UnitPlace[]> =>
  as(db, actorOf(viewer, agency), (tx) => knownPlaces(tx, agency))

export interface NewPlace extends Pick<UnitPlace, 'id' | 'unit' | 'kind' | 'name' | 'radius'> {
  /** As maps give it: `-1.91234, 116.18765`. */
  readonly point: string
}

/** Makes a place known. @returns a refusal where it is not whole, or no point of the earth */
export async function makePlaceKnown(
  { db, clock }: Source,
  viewer: Viewer,
  { id, unit, kind, name, point, radius }: NewPlace,
): Promise<Refusal | undefined> {
  const at = pointOf(point)
  if (name.trim() === '') return { refused: 'place-name-missing' }
  if (!at) return { refused: 'place-point-unreadable' }
  if (!Number.isInteger(radius) || radius < leastRadius || radius > mostRadius) return { refused: 'place-radius' }
  const agency = agencyOf(unit)
  return as(db, actorOf(viewer, agency), async (tx) => {
    const known = new Date(clock.moment()).toISOString()
    const row = { place_id: id, unit_id: unit, kind, name: name.trim(), ...at, radius }
    const added = await addPlace(tx, { ...row, known_by: viewer.account, known_at: known })
    if (!added) return undefined
    const body = { place: id, kind, name: name.trim(), ...at, radius }
    await recordEvent(tx, { actor: viewer.account, kind: 'place-known', subject: unit, agency, body })
    return undefined
  })
}

/** A place is no longer used. */
export const closePlace = ({ db, clock }: Source, viewer: Viewer, agency: string, id: string) =>
  as(db, actorOf(viewer, agency), async (tx): Promise<Refusal | undefined> => {
    const closed = await closePlaceRow(tx, agency, id, viewer.account, new Date(clock.moment()).toISOString())
    if (!closed) return { refused: 'not-found' }
    const body = { place: id, ...closed }
    await recordEvent(tx, { actor: viewer.account, kind: 'place-closed', subject: agency, agency, body })
    return undefined
  })

/** Decimal degrees, south and west below 0. */
function pointOf(text: string): { readonly latitude: number; readonly longitude: number } | undefined {
  const [, first, second] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? []
  const [latitude, longitude] = [Number(first), Number(second)]
  return first !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { latitude, longitude }
    : undefined
}
