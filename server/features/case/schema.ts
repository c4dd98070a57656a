import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const CaseParams = RegionParams.extend({ case: z.uuid() })
export const DeskParams = RegionParams.extend({ employee: nameOfAtMost(40), case: z.uuid() })

export const CaseQuery = z.object({
  terkirim: z.literal('ya').optional().catch(undefined),
  bahasa: z.enum(['id', 'en']).optional(),
})
