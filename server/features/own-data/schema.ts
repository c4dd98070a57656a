import { z } from 'zod'

/** Everything that is held about one person, as they take it along. */
export const OwnDataFile = z.object({
  region: z.string(),
  employee: z.string(),
  /** When it was written, as UTC text. */
  written: z.string(),
  /** Rows by table; columns as the database names them. */
  held: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  /** Who read it, by days. */
  reads: z.array(z.record(z.string(), z.unknown())),
})
