import { z } from 'zod'
import { DayOfPage, day, UnitParams } from '../region/schema.ts'

export { UnitParams }
export const AbsencesQuery = DayOfPage.omit({ per: true })
export const AbsencesApi = z.object({ date: day.optional() })

export const AbsencesOut = z.object({
  unit: z.string(),
  from: z.string(),
  until: z.string(),
  /** Everybody who is away on one of these days; why is told only as far as the board tells it. */
  people: z.array(
    z.object({
      employee: z.string(),
      name: z.string(),
      days: z.array(z.object({ day: z.string(), place: z.enum(['leave', 'travel', 'education']) })),
    }),
  ),
})
