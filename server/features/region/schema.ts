import { isDay } from '@piket/domain/calendar/day.ts'
import { z } from 'zod'
import { says } from '#platform/invalid.ts'

/** A name in an address. Control characters are in no name, and the database refuses them. */
export const nameOfAtMost = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^\P{Cc}*$/u)

export const RegionParams = z.object({ region: nameOfAtMost(60) })

// What is asked of a day looks some weeks further, and a day has four digits for its year.
const day = z
  .string()
  .refine(
    (text) => isDay(text) && text < '9999',
    says({ id: 'tanggal yang ada di kalender, seperti 2021-07-19', en: 'a day of the calendar, like 2021-07-19' }),
  )
const instant = z.string().refine(
  (text) => isDay(text.slice(0, 10)) && /^(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text.slice(10)),
  says({
    id: 'tanggal, boleh dengan jam, seperti 2021-07-19T10:00',
    en: 'a day, or a day with a time, like 2021-07-19T10:00',
  }),
)

/** A time of a day. */
export const timeOfDay = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), says({ id: 'jam seperti 07:30', en: 'a time like 07:30' }))

/** A page of a long list. */
export const pageNumber = z.coerce.number().int().min(1).max(10_000).default(1)

/** Part of a name that is looked for. */
export const partOfName = nameOfAtMost(80)

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
