import { z } from 'zod'
import { RosterStatus } from '../roster/schema.ts'

/** `fixed`: not by a turn; `by` says what decides, `usual` being ordinary office work of which no clause speaks. */
const cell = z
  .object({
    place: z.string(),
    fixed: z.boolean(),
    by: z.enum(['turn', 'clause', 'order', 'absence', 'usual']),
    order: z.object({ do: z.string(), by: z.string(), from: z.string() }).nullable(),
  })
  .nullable()

export const RosterOut = z.object({
  unit: z.string(),
  status: RosterStatus.or(z.literal('not_published')),
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
      status: RosterStatus,
    }),
  ),
  days: z.array(z.string()),
  /** `turns`: office days drawn; `office_days`: all office days on days on which somebody of the unit takes turns. */
  people: z.array(
    z.object({
      employee: z.string(),
      name: z.string(),
      unit: z.string(),
      turns: z.int(),
      office_days: z.int(),
      cells: z.array(cell),
    }),
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
  /** Days that cannot be met and are left without turns, with the reason; empty where there are none. */
  infeasible: z.array(
    z.object({
      dates: z.array(z.string()),
      /** Who must be at the office on some of them and so takes seats that are wanted. */
      kept: z.array(z.string()),
      text_id: z.string(),
      text_en: z.string(),
    }),
  ),
  verified: z.boolean().nullable(),
})
