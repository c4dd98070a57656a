import { z } from 'zod'
import { countTyped, day, emptyIsAbsent, RegionParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { RegionParams }

export const CountsQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

/** More people than any region has. */
const number = countTyped(100_000_000)

/** Which count is withdrawn, and why. */
export const WithdrawForm = z.object({
  angka: z.preprocess(emptyIsAbsent, z.uuid().optional()),
  alasan: wordsOfAtMost(300).default(''),
})

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
