import { z } from 'zod'

export { DraftParams } from '../draft/schema.ts'

/** The same as a program sends it, and the draft that goes on. */
export const ContinueIn = z.object({ id: z.uuid() })
export const ContinuedOut = z.object({ draft: z.string() })

/** Of the draft that goes on: sent twice, it is one. */
export const ContinueForm = z.object({ lanjutan: z.uuid() })
