import { z } from 'zod'
import { figures, statement } from '../attendance-return/schema.ts'

export const AgenciesQuery = z.object({
  saring: z.enum(['semua', 'melanggar', 'belum']).default('semua'),
  bahasa: z.enum(['id', 'en']).optional(),
})
export type AgenciesFilter = z.infer<typeof AgenciesQuery>['saring']

/** The statements of every agency, in figures: of people it names nobody. */
export const ReturnsOut = z.object({
  date: z.string(),
  due: z.string(),
  agencies: z.array(z.object({ agency: z.string(), name: z.string(), ...figures, deviations: z.int(), statement })),
})
