import { isDay } from '@piket/domain/calendar/day.ts'
import { z } from 'zod'

export const RegionParams = z.object({ region: z.string().max(60) })

const day = z.string().refine(isDay, 'a day like 2021-07-19')
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, 'a day or a day with a time, like 2021-07-19T10:00')

/** Which day, and as known when. Pages speak Indonesian. */
export const DayOfPage = z.object({
  tanggal: day.optional(),
  per: instant.optional(),
  bahasa: z.enum(['id', 'en']).optional(),
})

/** The same for machines. */
export const DayOfApi = z.object({ date: day.optional(), known: instant.optional() })

export const RegionSummary = z.object({
  code: z.string(),
  slug: z.string(),
  name: z.object({ id: z.string(), en: z.string() }),
  kind: z.enum(['province', 'regency', 'city']),
  zone: z.string(),
  within: z.string().nullable(),
  demoDay: z.string().nullable(),
  invented: z.boolean(),
  today: z.string(),
})
export const Regions = z.array(RegionSummary)
export type RegionSummary = z.infer<typeof RegionSummary>

export const Health = z.object({ status: z.literal('ok'), version: z.string() })
