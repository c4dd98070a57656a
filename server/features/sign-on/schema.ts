import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'
import { wayBack } from '../session/schema.ts'

export { RegionParams }

export const SignOnQuery = z.object({
  ke: wayBack,
  /** Somebody who has signed in proves once more who they are. */
  ulang: z.literal('1').optional(),
})

/** What providers send back varies; the library reads it from the address. */
export const ReturnQuery = z.looseObject({})
