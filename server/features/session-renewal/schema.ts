import { z } from 'zod'

export const ChallengeIn = z.object({ device: z.uuid() })

/** What the phone signs with its key, once and soon. */
export const ChallengeOut = z.object({ challenge: z.string() })

export const RenewalIn = z.object({
  challenge: z.string().max(100),
  /** ECDSA over SHA-256, IEEE P1363 in base64. */
  sig: z.string().max(100),
})

export const RenewalOut = z.object({ until: z.number() })
