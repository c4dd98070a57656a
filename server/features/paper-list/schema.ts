import { z } from 'zod'
import { day, UnitParams } from '../region/schema.ts'

export { UnitParams }

export const ListParams = UnitParams.extend({ list: z.uuid() })

/** Rows are kept as they were typed, whatever they hold. */
export const ListForm = z.object({ nomor: z.uuid(), hari: day, baris: z.string().max(200_000).default('') })

export const ListQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })
