import { z } from 'zod'
import { DayOfApi, DayOfPage, day, RegionParams } from '../region/schema.ts'

export { DayOfApi, DayOfPage, RegionParams }

/** The tracker's rows of a stretch of days. */
export const ClosingQuery = z.object({ from: day, until: day })

const clause = z.object({ circular: z.string(), clause: z.string() })

export const SituationOut = z.object({
  date: z.string(),
  counts: z.array(
    z.object({
      day: z.string(),
      confirmed: z.number(),
      recovered: z.number(),
      died: z.number(),
      in_care: z.number(),
      source: z.string(),
    }),
  ),
  workplace_closing: z
    .object({ level: z.number(), flag: z.number().nullable(), clauses: z.array(clause) })
    .nullable()
    .describe('C2 of OxCGRT; null on days that the tracker does not cover'),
})
