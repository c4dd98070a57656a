import { z } from 'zod'
import { day, emptyIsAbsent, RegionParams, wholeNumber } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const CountsQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

/** More people than any region has. */
const number = z.preprocess(emptyIsAbsent, wholeNumber(0, 100_000_000).optional())

/** The form of a count, in its own words. */
export const CountForm = z.object({
  nomor: z.uuid(),
  hari: day,
  kasus: number,
  sembuh: number,
  meninggal: number,
  dirawat: number,
  sumber: wordsOfAtMost(300).default(''),
  alasan: wordsOfAtMost(300).default(''),
})
