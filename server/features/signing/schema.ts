import { z } from 'zod'
import { ProblemOut } from '../circular/schema.ts'
import { editNumber } from '../draft/schema.ts'
import { dayOrEmpty, FileIn, nameOfAtMost, RegionParams } from '../region/schema.ts'

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

/** A signature as a program sends it, as a form; empty: nothing. */
export const SigningIn = z.object({
  /** Which sending it is: sent twice, it is one. */
  form: z.uuid(),
  /** The newest edit that was read. */
  read: editNumber,
  number: SigningForm.shape.nomor_surat,
  issued_on: SigningForm.shape.tanggal_surat,
  from: SigningForm.shape.mulai,
  until: SigningForm.shape.sampai,
  /** By when it is looked at again, where it has no end. */
  review: SigningForm.shape.tinjau,
  signed_by: SigningForm.shape.penandatangan,
  /** Where the signed letter does not say what the draft says, and why. */
  differs: SigningForm.shape.beda,
})

/** The letter of such a form. */
export const LetterIn = z.object({ letter: FileIn })

export const ReadinessOut = z.object({
  draft: z.string(),
  newest_edit: z.int(),
  /** Nothing holds it back. */
  ready: z.boolean(),
  errors: z.array(ProblemOut),
  /** Questions that were said to hold it back, and that nobody has answered. */
  questions: z.array(z.object({ id: z.string(), text: z.string(), blocks: z.string() })),
})

/** The document that a letter has made. */
export const SignedOut = z.object({ circular: z.string() })

/** What is told of a letter as it was signed. */
export const SignedLetterOut = z.object({
  /** Of the file, in hexadecimal digits. */
  sha256: z.string(),
  /** It begins, byte by byte, as the letter that Piket made. */
  same: z.boolean(),
  /** Why it does not; null: nothing was said. */
  differs: z.string().nullable(),
  signed_by: z.string(),
  kept_at: z.string(),
})
