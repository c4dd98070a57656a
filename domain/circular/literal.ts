/** The smallest parts of a circular: days, times, numbers, and values that are written, looked up or left to somebody. */
import * as z from 'zod'
import { type Day, isDay } from '../calendar/day.ts'

export const day = z.custom<Day>((text) => typeof text === 'string' && isDay(text), 'day')
export const instant = z.string().refine((text) => {
  const [date = '', time] = text.split('T')
  return isDay(date) && time !== undefined && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
}, 'instant')
export const dayOrInstant = z.union([day, instant])
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'time')
export const id = z.string().regex(/^[a-z0-9][a-z0-9_.@-]*$/, 'identifier')
export const percent = z.string().regex(/^(100|\d{1,2})%$/, 'percent')
export const text = z.string().min(1)
export const list = <T extends z.ZodType>(item: T) => z.array(item).min(1)
export const count = z.number().int().min(0)

/** A day, a day with a time, or "when that event is declared". */
export const moment = z.union([day, instant, z.strictObject({ event: text, plus_days: z.number().int().optional() })])
export type Moment = z.infer<typeof moment>

/** The day of a moment, as a form shows it; empty: it is none, or a declaration. */
export const dayTyped = (moment: Moment | null | undefined): string =>
  typeof moment === 'string' ? moment.slice(0, 10) : ''

const ask = <T extends z.ZodType>(literal: T) =>
  z.strictObject({ ask: text, about: text.optional(), until_then: literal.optional() })
const lookup = z.strictObject({ table: text })
/** Any value may be written, looked up in a table, or left to somebody. */
export const value = <T extends z.ZodType>(literal: T) => z.union([literal, lookup, ask(literal)])
export type Value =
  | string
  | number
  | z.infer<typeof lookup>
  | { ask: string; about?: string | undefined; until_then?: string | number | undefined }
