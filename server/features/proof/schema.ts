import { z } from 'zod'
import { RegionParams } from '../region/schema.ts'
import { wayBack } from '../session/schema.ts'

export { AssertionIn } from '../passkey/schema.ts'
export { CodeForm } from '../totp/schema.ts'
export { RegionParams }

export const ProofQuery = z.object({ ke: wayBack })

export const PasswordProofForm = z.object({ sandi: z.string().max(400), ke: wayBack })
