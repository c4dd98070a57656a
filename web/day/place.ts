/** Where the phone is, roughly, and only while the page is open: asked for ahead, so that a tap never waits for it. */
import { coarse, type Position } from '@piket/domain/attendance/check-in-record.ts'

let last: GeolocationPosition | undefined

const settings = { timeout: 20_000, maximumAge: 60_000 } as const
/** A point older than this says nothing about now. */
const stale = 5 * 60_000

/** Asks the phone for a point; false where it may not or cannot say. */
export const askForPlace = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(false)
    navigator.geolocation.getCurrentPosition(
      (found) => {
        last = found
        resolve(true)
      },
      () => resolve(false),
      settings,
    )
  })

/** Whether the person allowed it before: then nobody is asked again. */
export const isAllowed = async (): Promise<boolean> =>
  (await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined))?.state === 'granted'

/** The last point, as it may leave the phone; null: none, or too old. */
export function placeNow(): Position | null {
  const age = last ? Date.now() - last.timestamp : Number.POSITIVE_INFINITY
  return last && age < stale ? coarse({ ...pointOf(last), age }) : null
}

const pointOf = ({ coords: { latitude, longitude, accuracy } }: GeolocationPosition) => ({
  latitude,
  longitude,
  accuracy,
})
