import { z } from 'zod'
import { nameOfAtMost, numberAsked, pageNumber, RegionParams, UnitParams } from '../region/schema.ts'

export { RegionParams, UnitParams }
export const PersonParams = RegionParams.extend({ employee: nameOfAtMost(60) })

export const DisciplineQuery = z.object({
  tahun: numberAsked(2000, 2099),
  hal: pageNumber,
  bahasa: z.enum(['id', 'en']).optional(),
})
