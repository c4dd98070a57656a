import { z } from 'zod'
import { day, nameOfAtMost } from '../region/schema.ts'

export { DraftParams } from '../draft/schema.ts'

export const BenchQuery = z.object({
  /** The clause whose form is open. */
  ubah: nameOfAtMost(60).optional(),
  bahasa: z.enum(['id', 'en']).optional(),
})

/** The first day that drafts are tried on; absent: that of the draft. */
export const GroundQuery = z.object({ mulai: day.optional() })
