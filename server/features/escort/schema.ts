import { z } from 'zod'
import { dayAsked, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const DayQuery = z.object({ tanggal: dayAsked, bahasa: z.enum(['id', 'en']).optional() })
