import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'
import { wayBack } from '../session/schema.ts'

export { RegionParams }

/** Longer than any password may be, so that one that is too long is told so. */
export const password = z.string().max(400)

export const PasswordQuery = z.object({ ke: wayBack })
export const PasswordForm = z.object({ sekarang: password, sandi: password, ke: wayBack })

/** Which session to end: its name in the list, or all but this one. */
export const SessionForm = z.object({ sesi: z.string().regex(/^([\w-]{43}|lain)$/) })
