import { z } from 'zod'
import { DocumentOut } from '../circular/schema.ts'
import { nameOfAtMost, RegionParams, wholeNumber } from '../region/schema.ts'

export { RegionParams }

export const DraftParams = RegionParams.extend({ draft: z.uuid() })
export const DraftsQuery = z.object({ bahasa: z.enum(['id', 'en']).optional() })

export const mostOfText = 200_000
/** What a draft can do to the document of the region that it begins from. */
const relationsBegun = ['amends', 'replaces', 'follows'] as const

/** Of a form with such a text: signs are written in up to nine bytes each. */
export const textFormLimit = 10 * mostOfText

export const BeginForm = z.object({
  /** Of the draft: sent twice, it is one. */
  nomor: z.uuid(),
  /** A template, or a document of the region; empty: the text below. */
  dari: z.string().max(160).default(''),
  /** What it will do to a document of the region that it begins from. */
  hubungan: z.enum(['', ...relationsBegun]).default(''),
  naskah: z.string().max(mostOfText).default(''),
})

/** Which edit was read last: whoever has edited since is told of. */
export const editNumber = wholeNumber(0, 99_999)

export const DropForm = z.object({ alasan: z.string().max(300).default('') })

/** A draft as a program begins it. */
export const BeginIn = z.object({
  id: z.uuid(),
  /** A template, or a document of the region; null: the text. */
  from: nameOfAtMost(160).nullable().default(null),
  relation: z.enum(relationsBegun).nullable().default(null),
  text: z.string().max(mostOfText).default(''),
})

export const DropIn = z.object({ reason: z.string().max(300) })

const person = z.object({ account: z.string(), name: z.string() })

export const DraftSummary = z.object({
  id: z.string(),
  state: z.enum(['open', 'signed', 'dropped']),
  /** What it is called as law. */
  circular: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  /** A template, a document of the region, or `text`. */
  begun_from: z.string(),
  /** The document that is to read as this text does; null: it is a document of its own. */
  amends: z.string().nullable(),
  begun_by: person,
  begun_at: z.string(),
  /** To be sent with an edit, as what was read; 0: none yet. */
  newest_edit: z.int(),
  ended: z.object({ by: person, at: z.string(), reason: z.string().nullable() }).nullable(),
})
export const DraftsOut = z.object({ drafts: z.array(DraftSummary) })

export const DraftOut = DraftSummary.extend({
  document: DocumentOut,
  /** Of an amendment: the letter that it comes to, of the changes alone; null: the document itself. */
  comes_to: DocumentOut.nullable(),
  /** The same as it was written, with its notes. */
  yaml: z.string(),
  edits: z.array(
    z.object({
      number: z.int(),
      /** By paths of the language. */
      changes: z.record(z.string(), z.unknown()),
      takes_back: z.int().nullable(),
      by: person,
      at: z.string(),
    }),
  ),
})
