import { z } from 'zod'

/** `roster/1`, as `piket roster` writes it and `piket verify-roster` reads it. */
export const RosterFileOut = z.looseObject({
  piket: z.literal('roster/1'),
  /** When it was published: everything is checked by what was known then. */
  known: z.string(),
  /** Its code. */
  region: z.string(),
  from: z.string(),
  to: z.string(),
  seed: z.int(),
  readings: z.record(z.string(), z.string()),
  settings: z.looseObject({ version: z.string() }),
  circulars: z.array(z.looseObject({ id: z.string(), sha256: z.string() })),
  /** Nobody is listed on leave or travel, and clauses on individual attributes are left out. */
  rows: z.array(
    z.object({
      employee: z.string(),
      date: z.string(),
      place: z.string(),
      shift: z.null(),
      unit: z.string(),
      reason: z.string(),
      clause: z.array(z.string()),
    }),
  ),
  quotas: z.array(z.looseObject({ unit: z.string(), date: z.string(), clause: z.string() })),
  balance: z.array(z.looseObject({ unit: z.string(), status: z.string() })),
  infeasible: z.array(z.looseObject({ unit: z.string(), dates: z.array(z.string()) })),
  proofs: z.array(z.looseObject({ unit: z.string(), input_sha256: z.string() })),
})
