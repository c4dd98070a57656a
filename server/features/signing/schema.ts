import { z } from 'zod'
import { editNumber } from '../draft/schema.ts'
import { dayOrEmpty, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { DraftParams } from '../draft/schema.ts'

export const LetterParams = RegionParams.extend({ circular: nameOfAtMost(120) })
export const SigningQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const SigningForm = z.object({
  nomor: z.uuid(),
  dibaca: editNumber,
  nomor_surat: nameOfAtMost(120).default(''),
  tanggal_surat: dayOrEmpty.default(''),
  mulai: dayOrEmpty.default(''),
  sampai: dayOrEmpty.default(''),
  tinjau: dayOrEmpty.default(''),
  penandatangan: nameOfAtMost(120).default(''),
  /** Where the signed letter does not say what the draft says, and why. */
  beda: nameOfAtMost(300).default(''),
})
export type SigningForm = z.infer<typeof SigningForm>
