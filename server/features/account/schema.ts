import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wayBack } from '../session/schema.ts'

export { RegionParams }

/** Longer than any password may be, so that one that is too long is told so. */
const password = z.string().max(400)

export const InvitationQuery = z.object({ nip: nameOfAtMost(60).optional() })
export const InvitationForm = z.object({ nip: nameOfAtMost(60), kode: nameOfAtMost(40), sandi: password })

export const PasswordQuery = z.object({ ke: wayBack })
export const PasswordForm = z.object({ sekarang: password, sandi: password, ke: wayBack })

/** Which session to end: its name in the list, or all but this one. */
export const SessionForm = z.object({ sesi: z.string().regex(/^([\w-]{43}|lain)$/) })
