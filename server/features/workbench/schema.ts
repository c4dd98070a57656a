import { z } from 'zod'
import { nameOfAtMost } from '../region/schema.ts'

export { DraftParams } from '../draft/schema.ts'

export const BenchQuery = z.object({
  /** The clause whose form is open. */
  ubah: nameOfAtMost(60).optional(),
  bahasa: z.enum(['id', 'en']).optional(),
})
