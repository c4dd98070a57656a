import { z } from 'zod'
import { password } from '../account/schema.ts'
import { filled, nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const InvitationQuery = z.object({ nip: nameOfAtMost(60).optional() })
export const InvitationForm = z.object({ nip: filled(60), kode: filled(40), sandi: password.min(1) })
