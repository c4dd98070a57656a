import { z } from 'zod'
import { nameOfAtMost } from '../region/schema.ts'

export const AddressForm = z.object({ surel: nameOfAtMost(200).default('') })

/** What `PushSubscription.toJSON` of a browser says, its two keys in base64url. */
export const SubscriptionIn = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{87}=?$/),
    auth: z.string().regex(/^[\w-]{22}(==)?$/),
  }),
})
