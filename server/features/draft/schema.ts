import { z } from 'zod'
import { RegionParams, wholeNumber } from '../region/schema.ts'

export { RegionParams }

export const DraftParams = RegionParams.extend({ draft: z.uuid() })
export const DraftsQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const mostOfText = 200_000
/** Of a form with such a text: signs are written in up to nine bytes each. */
export const textFormLimit = 10 * mostOfText

export const BeginForm = z.object({
  /** Of the draft: sent twice, it is one. */
  nomor: z.uuid(),
  /** A template, or a document of the region; empty: the text below. */
  dari: z.string().max(160).default(''),
  /** What it will do to a document of the region that it begins from. */
  hubungan: z.enum(['', 'amends', 'replaces', 'follows']).default(''),
  naskah: z.string().max(mostOfText).default(''),
})

/** Which edit was read last: whoever has edited since is told of. */
export const editNumber = wholeNumber(0, 99_999)

export const DropForm = z.object({ alasan: z.string().max(300).default('') })
