import { z } from 'zod'
import { says } from '#platform/invalid.ts'
import { dayAsked, RegionParams } from '../region/schema.ts'

export { RegionParams }

/** A month, `2026-06`. */
export const month = z
  .string()
  .refine(
    (text) => /^20\d\d-(0[1-9]|1[0-2])$/.test(text),
    says({ id: 'harus bulan, misalnya 2026-06', en: 'must be a month, such as 2026-06' }),
  )

/** A month, or the week of a day; neither: the present month. */
export const RecapQuery = z.object({
  bulan: month.optional(),
  pekan: dayAsked,
  bahasa: z.enum(['id', 'en']).optional(),
})
export type RecapQuery = z.infer<typeof RecapQuery>

/** Figures of the table on pages and on paper; the workbook holds them all. */
export const shownFigures = ['working', 'office', 'home', 'field', 'excused', 'missing', 'open', 'late'] as const
