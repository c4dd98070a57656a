import { z } from 'zod'
import { nameOfAtMost } from '../region/schema.ts'

/** Channels over which Piket sends itself. */
export const sentChannels = ['push', 'mail'] as const
/** Every way to tell somebody; over the last two people do it themselves. */
export const noticeChannels = [...sentChannels, 'whatsapp', 'phone'] as const
export type NoticeChannel = (typeof noticeChannels)[number]

export const AddressForm = z.object({ surel: nameOfAtMost(200).default('') })

/** What `PushSubscription.toJSON` of a browser says, its two keys in base64url. */
export const SubscriptionIn = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{87}=?$/),
    auth: z.string().regex(/^[\w-]{22}(==)?$/),
  }),
})
