import { z } from 'zod'
import { day, dayOrEmpty, filled, nameOfAtMost, RegionParams, timeOfDay } from '../region/schema.ts'

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

const DeclaringIn = z.object({
  /** Which sending it is: sent twice, it is one. */
  form: z.uuid(),
  /** A unit; null: the whole region. */
  place: Declaring.shape.tempat.unwrap().nullable().default(null),
  from: day,
  authority: filled(120),
})

export const EventIn = DeclaringIn.extend({
  event: word,
  /** Of the first day; null: from its beginning. */
  time: timeOfDay.nullable().default(null),
  /** The last day; null: nobody knows yet. */
  until: day.nullable().default(null),
})

/** The end of an event, which goes by its kind, its place and its start, as they are told. */
export const EndIn = z.object({
  form: z.uuid(),
  event: word,
  subject: EndForm.shape.tempat,
  from: EndForm.shape.sejak,
  until: day,
})

export const StatusIn = DeclaringIn.extend({ status: word, value: filled(60) })

const Declared = z.object({
  /** The region, or a unit. */
  subject: z.string(),
  name: z.string(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  authority: z.string().nullable(),
})

export const DeclarationsOut = z.object({
  /** What clauses of documents wait for. */
  awaited: z.object({
    events: z.array(z.object({ event: z.string(), at: z.string() })),
    statuses: z.array(z.object({ status: z.string(), values: z.array(z.string()) })),
  }),
  /** Events that hold or are to come, the newest start first. */
  events: z.array(Declared.extend({ event: z.string() })),
  /** The value that holds of each status and place. */
  statuses: z.array(Declared.extend({ status: z.string(), value: z.string() })),
  /** Units where something can be declared. */
  units: z.array(z.object({ unit: z.string(), name: z.string() })),
})
