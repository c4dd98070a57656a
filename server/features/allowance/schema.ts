import { bandKinds } from '@piket/domain/attendance/allowance-facts.ts'
import { z } from 'zod'
import { month } from '../recap/schema.ts'
import { nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'

export { RegionParams }
export const BandParams = RegionParams.extend({ band: z.uuid() })

export const AllowanceQuery = z.object({ bulan: month.optional(), bahasa: z.enum(['id', 'en']).optional() })
export type AllowanceQuery = z.infer<typeof AllowanceQuery>

/** Minutes of a day, or days of a month. */
const amount = wholeNumber(1, 1440)

export const BandForm = z.object({
  nomor: z.uuid(),
  jenis: z.enum(bandKinds),
  dari: amount,
  sampai: z.union([z.literal(''), amount]).default(''),
  nama: nameOfAtMost(80).default(''),
  peraturan: nameOfAtMost(200).default(''),
})
export type BandForm = z.infer<typeof BandForm>
