import { z } from 'zod'
import { nameOfAtMost, pageNumber, RegionParams, UnitParams, wholeNumber } from '../region/schema.ts'

export { RegionParams, UnitParams }
export const PersonParams = RegionParams.extend({ employee: nameOfAtMost(60) })

export const DisciplineQuery = z.object({
  tahun: wholeNumber(2000, 2099).optional(),
  hal: pageNumber,
  bahasa: z.enum(['id', 'en']).optional(),
})
