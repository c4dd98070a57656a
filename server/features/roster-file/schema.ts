import { z } from 'zod'

/** Each quota of each day, with the people who were there. */
const quotas = z.array(
  z.object({
    unit: z.string(),
    date: z.string(),
    clause: z.string(),
    base: z.int(),
    bound: z.int(),
    seats: z.int(),
    present: z.int(),
    exceeded_by_mandatory: z.int(),
  }),
)

const reached = z.object({ value: z.number(), bound: z.number() })

/** How the load is shared. */
const balance = z.array(
  z.object({
    unit: z.string(),
    status: z.string(),
    pattern: z.string(),
    level: z.number(),
    over: z.int(),
    spread: z.number().nullable(),
    squares: z.number().nullable(),
    pairs: z.int().nullable(),
    pair_bound: z.number().nullable(),
    gap: z.object({ squares: reached, breaks: reached }).nullable(),
    people: z.array(z.object({ employee: z.string(), carry: z.number(), load: z.number() })),
  }),
)

/** Days left open, each shortage with its cheapest repair. */
const infeasible = z.array(
  z.object({
    unit: z.string(),
    dates: z.array(z.string()),
    clauses: z.array(z.string()),
    /** Who must be at the office and so takes seats that are wanted; who is away is not named. */
    people: z.array(
      z.object({
        employee: z.string(),
        clause: z.string(),
        dates: z.array(z.string()),
        to: z.enum(['office', 'away']),
      }),
    ),
    shortage: z.int(),
    repair: z
      .object({
        kind: z.string(),
        clause: z.string().nullable(),
        person_days: z.int(),
        per_day: z.array(z.object({ date: z.string(), people: z.int() })),
        text_id: z.string(),
        text_en: z.string(),
      })
      .nullable(),
    message_id: z.string(),
    message_en: z.string(),
  }),
)

/** `roster/1`, as `piket roster` writes it and `piket verify-roster` reads it. */
export const RosterFileOut = z.object({
  piket: z.literal('roster/1'),
  /** When it was published: everything is checked by what was known then. */
  known: z.string(),
  /** Its code. */
  region: z.string(),
  from: z.string(),
  to: z.string(),
  seed: z.int(),
  readings: z.record(z.string(), z.string()),
  settings: z.object({
    zone: z.string(),
    precedence: z.object({ placement: z.string(), quota: z.string() }),
    opd_head: z.array(z.string()).readonly(),
    fallback: z.string(),
    /** Hash of what the settings say. */
    version: z.string(),
  }),
  circulars: z.array(
    z.object({ id: z.string(), sha256: z.string(), recorded: z.string().nullable(), recorded_by: z.string() }),
  ),
  /** Nobody is listed on leave or travel, and clauses on individual attributes are left out. */
  rows: z.array(
    z.object({
      employee: z.string(),
      date: z.string(),
      place: z.string(),
      shift: z.string().nullable(),
      unit: z.string(),
      reason: z.string(),
      clause: z.array(z.string()),
    }),
  ),
  quotas,
  balance,
  infeasible,
  proofs: z.array(
    z.object({
      unit: z.string(),
      engine: z.string(),
      days: z.array(z.string()).readonly(),
      input_sha256: z.string(),
      /** What that version of the engine states of the roster, as its verifier reads it. */
      result: z.unknown(),
    }),
  ),
})
