import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'
import { wayBack } from '../session/schema.ts'

export { RegionParams }

export const SignOnQuery = z.object({ ke: wayBack })

/** What providers send back varies; the library reads it from the address. */
export const ReturnQuery = z.looseObject({})
