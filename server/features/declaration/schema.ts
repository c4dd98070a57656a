import { z } from 'zod'
import { dayOrEmpty, nameOfAtMost, RegionParams, timeOfDay } from '../region/schema.ts'

export { RegionParams }

export const DeclarationsQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

/** A word of the language: `flood`, `zone`. */
const word = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)

const Declaring = z.object({
  nomor: z.uuid(),
  /** A unit; empty: the whole region. */
  tempat: nameOfAtMost(120).default(''),
  sejak: dayOrEmpty.default(''),
  pejabat: nameOfAtMost(120).default(''),
})

export const EventForm = Declaring.extend({
  kejadian: z.union([z.literal(''), word]).default(''),
  jam: z.union([z.literal(''), timeOfDay]).default(''),
  sampai: dayOrEmpty.default(''),
})
export type EventForm = z.infer<typeof EventForm>

/** The end of an event, which goes by its kind, its place and its start. */
export const EndForm = z.object({
  nomor: z.uuid(),
  kejadian: word,
  tempat: nameOfAtMost(120),
  sejak: nameOfAtMost(20),
  sampai: dayOrEmpty.default(''),
})
export type EndForm = z.infer<typeof EndForm>

export const StatusForm = Declaring.extend({
  status: z.union([z.literal(''), word]).default(''),
  nilai: nameOfAtMost(60).default(''),
})
export type StatusForm = z.infer<typeof StatusForm>
