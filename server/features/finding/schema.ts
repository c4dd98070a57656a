import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'

export { RegionParams }

export const FindingParams = RegionParams.extend({ finding: z.uuid() })
export const FindingQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const FindingOut = z.object({
  id: z.string(),
  activity: z.string(),
  agency: z.string(),
  unit: z.string(),
  day: z.string(),
  /** Against which the activity was carried out, as `circular/clause`. */
  clauses: z.array(z.string()),
  found_at: z.string(),
})
export const FindingsOut = z.object({ findings: z.array(FindingOut) })
