import { z } from 'zod'

export const TodayQuery = z.object({
  /** Code of the office's screen, as its QR code carries it. */
  kode: z
    .string()
    .regex(/^[A-Z0-9]{8}$/)
    .optional()
    .catch(undefined),
  bahasa: z.enum(['id', 'en']).optional(),
})
