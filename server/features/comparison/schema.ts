import { z } from 'zod'
import { dayAsked, nameOfAtMost, pageNumber, RegionParams } from '../region/schema.ts'

export { RegionParams }

/** A document, a document as known on a day (`id@2021-07-19`), or a draft (`konsep:` and its id). */
const side = nameOfAtMost(160).optional()

export const ComparisonQuery = z.object({
  a: side,
  b: side,
  dari: dayAsked,
  sampai: dayAsked,
  hal: pageNumber,
  bahasa: z.enum(['id', 'en']).optional(),
})
export type ComparisonQuery = z.infer<typeof ComparisonQuery>
