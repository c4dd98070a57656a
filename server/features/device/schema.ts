import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export const DevicesParams = RegionParams.extend({ employee: nameOfAtMost(40) })
export const DeviceParams = DevicesParams.extend({ device: z.uuid() })

export const DeviceIn = z.object({
  /** ECDSA on P-256 as SubjectPublicKeyInfo, in base64: what `crypto.subtle.exportKey('spki', ...)` gives. */
  publicKey: z.string().max(200),
  /** What the person calls it. */
  label: nameOfAtMost(60).min(1),
})

export const OwnDeviceForm = z.object({ ponsel: z.uuid() })

/** A phone that checks in. Moments are milliseconds since 1970, as on the phone. */
export const DeviceOut = z.object({
  device: z.string(),
  label: z.string(),
  registered: z.number(),
  /** From when its check-ins count. */
  usableFrom: z.number(),
  /** Who spared it the wait; null: nobody. */
  approvedBy: z.string().nullable(),
  revoked: z.number().nullable(),
})
export const DevicesOut = z.array(DeviceOut)
export type DeviceOut = z.infer<typeof DeviceOut>
