import { z } from 'zod'
import { InspectionParams, OfficeInspectionParams } from '../inspection/schema.ts'
import { wordsOfAtMost } from '../report/schema.ts'

export { InspectionParams }

export const PhotoParams = InspectionParams.extend({ photo: z.uuid() })
export const OfficePhotoParams = OfficeInspectionParams.extend({ photo: z.uuid() })

const caption = wordsOfAtMost(300).default('')

export const PhotoForm = z.object({ nomor: z.uuid(), keterangan: caption })

/** What a phone sends along with a photo, in the same form. */
export const PhotoIn = z.object({
  caption,
  /** Milliseconds since 1970, by the phone; absent: now. */
  at: z.coerce.number().int().min(0).max(4_102_444_800_000).optional(),
})
/** `late`: the minutes were closed before it came. */
export const PhotoOut = z.object({ late: z.boolean() })
