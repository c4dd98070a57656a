import { z } from 'zod'
import { nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const DrawParams = RegionParams.extend({ draw: z.uuid() })

/** More at once no team visits on a day. */
export const mostDrawn = 20

export const DrawForm = z.object({ nomor: z.uuid(), banyak: wholeNumber(1, mostDrawn) })

export const VisitForm = z.object({
  nomor: z.uuid(),
  opd: nameOfAtMost(120).default(''),
  alasan: wordsOfAtMost(500).default(''),
})
