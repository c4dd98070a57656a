import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const FileParams = RegionParams.extend({
  employee: nameOfAtMost(40),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** That a file was kept, and by which hash a report names it. */
export const FileOut = z.object({ sha256: z.string() })
