import { z } from 'zod'
import { day, nameOfAtMost, RegionParams, timeOfDay } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const OutageParams = RegionParams.extend({ outage: z.string().regex(/^\d{1,9}$/) })

export const OutagesQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const OutageForm = z.object({
  nomor: z.uuid(),
  hari: day,
  mulai: timeOfDay,
  selesai: z.union([timeOfDay, z.literal('')]).default(''),
  wilayah: nameOfAtMost(120).default(''),
  alasan: wordsOfAtMost(300).default(''),
})
