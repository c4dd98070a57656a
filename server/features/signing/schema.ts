import { z } from 'zod'
import { editNumber } from '../draft/schema.ts'
import { day, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { DraftParams } from '../draft/schema.ts'

export const LetterParams = RegionParams.extend({ circular: nameOfAtMost(120) })
export const SigningQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

const dayOrNone = z.union([z.literal(''), day])

export const SigningForm = z.object({
  nomor: z.uuid(),
  dibaca: editNumber,
  nomor_surat: nameOfAtMost(120).default(''),
  tanggal_surat: dayOrNone.default(''),
  mulai: dayOrNone.default(''),
  sampai: dayOrNone.default(''),
  tinjau: dayOrNone.default(''),
  penandatangan: nameOfAtMost(120).default(''),
  /** Where the signed letter does not say what the draft says, and why. */
  beda: nameOfAtMost(300).default(''),
})
export type SigningForm = z.infer<typeof SigningForm>
