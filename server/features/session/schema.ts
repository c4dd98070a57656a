import { z } from 'zod'
import { filled } from '../region/schema.ts'

/**
 * Where somebody wanted to go. Only a path of this site counts; anything else is left out. Browsers drop control
 * characters from addresses, so that `/<tab>/x` would lead to another site, and a header takes only ASCII.
 */
export const wayBack = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[!-~]*$/)
  .optional()
  .catch(undefined)

export const SignInQuery = z.object({ ke: wayBack, bahasa: z.enum(['id', 'en']).optional() })

export const SignInForm = z.object({ nip: filled(60), sandi: z.string().min(1).max(400), ke: wayBack })

export const DemonstrationForm = z.object({ akun: z.uuid(), ke: wayBack })
