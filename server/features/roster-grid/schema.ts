import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export const UnitParams = RegionParams.extend({ unit: nameOfAtMost(120) })

const cell = z.object({ place: z.string(), fixed: z.boolean() }).nullable()

export const RosterOut = z.object({
  unit: z.string(),
  status: z.enum(['exact', 'bounded', 'infeasible', 'not_published']),
  version: z.int().nullable(),
  published: z.string().nullable(),
  seed: z.int().nullable(),
  input_hash: z.string().nullable(),
  /** Other published rosters that hold on some of the days. */
  overlapping: z.array(
    z.object({
      from: z.string(),
      until: z.string(),
      version: z.int(),
      status: z.enum(['exact', 'bounded', 'infeasible']),
    }),
  ),
  days: z.array(z.string()),
  people: z.array(
    z.object({ employee: z.string(), name: z.string(), unit: z.string(), turns: z.int(), cells: z.array(cell) }),
  ),
  quotas: z.array(
    z.object({
      date: z.string(),
      present: z.int(),
      min: z.int().nullable(),
      max: z.int().nullable(),
      clause: z.string().nullable(),
    }),
  ),
  infeasible: z.object({ text_id: z.string(), text_en: z.string() }).nullable(),
  verified: z.boolean().nullable(),
})
