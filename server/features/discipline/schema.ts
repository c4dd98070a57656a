import { z } from 'zod'
import { nameOfAtMost, pageNumber, RegionParams, UnitParams } from '../region/schema.ts'

export { RegionParams, UnitParams }
export const PersonParams = RegionParams.extend({ employee: nameOfAtMost(60) })

export const DisciplineQuery = z.object({
  /** The regulation is of 2021. */
  tahun: z.coerce.number().int().min(2021).max(2099).optional(),
  hal: pageNumber,
  bahasa: z.enum(['id', 'en']).optional(),
})
