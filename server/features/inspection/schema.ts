import { type MarkKind, markKinds } from '@piket/domain/inspection/mark.ts'
import { isSignature, longestSignature } from '@piket/domain/inspection/signature.ts'
import { z } from 'zod'
import { nameOfAtMost, RegionParams, UnitParams } from '../region/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export const InspectionParams = RegionParams.extend({ inspection: z.uuid() })
export const OfficeParams = UnitParams
export const OfficeInspectionParams = UnitParams.extend({ inspection: z.uuid() })

const kind = z.enum(Object.keys(markKinds) as [MarkKind, ...MarkKind[]])
const note = wordsOfAtMost(500)

export const MarkForm = z.object({ nomor: z.uuid(), pegawai: nameOfAtMost(60), tanda: kind, catatan: note.default('') })

/** A mark of a phone, that waited there for a signal. */
export const MarkIn = z.object({
  id: z.uuid(),
  person: nameOfAtMost(60),
  kind,
  note: note.default(''),
  /** Milliseconds since 1970, by the phone. */
  at: z.number().int().min(0).max(4_102_444_800_000),
})
/** `late`: the minutes were closed before it came. */
export const MarkOut = z.object({ late: z.boolean() })

/** Drawn on the screen; empty: signed on paper, or not at all. */
const signature = z
  .string()
  .max(longestSignature)
  .refine((path) => path === '' || isSignature(path))
  .default('')

export const ClosingForm = z.object({
  catatan: wordsOfAtMost(2000).default(''),
  penerima: nameOfAtMost(120).default(''),
  kata: z.enum(['signed', 'refused', 'nobody']),
  ttd_tim: signature,
  ttd_kantor: signature,
})

export const ReplyForm = z.object({ jawaban: wordsOfAtMost(2000).default('') })
