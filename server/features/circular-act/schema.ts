import { z } from 'zod'
import { dayOrEmpty, nameOfAtMost, RegionParams } from '../region/schema.ts'

export const ActParams = RegionParams.extend({ circular: nameOfAtMost(120) })
export const ActQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

const Letter = z.object({
  nomor: z.uuid(),
  nomor_surat: nameOfAtMost(120).default(''),
  tanggal_surat: dayOrEmpty.default(''),
  penandatangan: nameOfAtMost(120).default(''),
})
export const ExtensionForm = Letter.extend({ sampai: dayOrEmpty.default('') })
export const RevocationForm = Letter.extend({ sejak: dayOrEmpty.default('') })
export type LetterForm = z.infer<typeof Letter>

/** Which reading of a question of a document in force is used from now on. */
export const AnswerForm = z.object({ pertanyaan: nameOfAtMost(60), bacaan: nameOfAtMost(60).default('') })
