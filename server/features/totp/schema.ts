import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wayBack } from '../session/schema.ts'

export { RegionParams }

/** A code as it was typed: of the application, or of the list. */
const kode = nameOfAtMost(40)

export const BeginForm = z.object({
  rahasia: z
    .string()
    .max(200)
    .regex(/^[\w-]+$/),
  kode,
})

export const CodeForm = z.object({ kode, ke: wayBack })
