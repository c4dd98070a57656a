import { z } from 'zod'

export { DraftParams } from '../draft/schema.ts'

/** Of the draft that goes on: sent twice, it is one. */
export const ContinueForm = z.object({ lanjutan: z.uuid() })
