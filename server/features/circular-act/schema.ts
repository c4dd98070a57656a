import { z } from 'zod'
import { dayOrEmpty, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { LetterIn, SignedOut } from '../signing/schema.ts'

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

/** A letter that acts on a document as a program sends it, as a form; empty: nothing. */
const ActIn = z.object({
  /** Which sending it is: sent twice, it is one. */
  form: z.uuid(),
  number: Letter.shape.nomor_surat,
  issued_on: Letter.shape.tanggal_surat,
  signed_by: Letter.shape.penandatangan,
})
export type ActIn = z.infer<typeof ActIn>
/** Until when it holds from now on. */
export const ExtensionIn = ActIn.extend({ until: ExtensionForm.shape.sampai })
/** The first day on which it holds no longer. */
export const RevocationIn = ActIn.extend({ from: RevocationForm.shape.sejak })

export const AnswerIn = z.object({ question: nameOfAtMost(60), reading: nameOfAtMost(60) })
export const AnswerOut = AnswerIn.extend({ circular: z.string() })
