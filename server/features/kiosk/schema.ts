import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export const KioskParams = RegionParams.extend({ token: nameOfAtMost(80) })
export const PersonParams = RegionParams.extend({ employee: nameOfAtMost(40) })

/** Made with the page: sent twice, it is one. */
export const PinForm = z.object({ nomor: z.uuid() })

export const KioskForm = z.object({
  /** Made with the form: sent twice, it is one. */
  nomor: z.uuid(),
  pegawai: nameOfAtMost(40).default(''),
  pin: nameOfAtMost(12).default(''),
  arah: z.enum(['in', 'out']),
})
