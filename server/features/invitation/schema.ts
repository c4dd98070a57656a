import { z } from 'zod'
import { password } from '../account/schema.ts'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'

export { RegionParams }

export const InvitationQuery = z.object({ nip: nameOfAtMost(60).optional() })
export const InvitationForm = z.object({ nip: nameOfAtMost(60), kode: nameOfAtMost(40), sandi: password })
