import { z } from 'zod'
import { nameOfAtMost, RegionParams } from '../region/schema.ts'
import { wayBack } from '../session/schema.ts'

export { RegionParams }

const base64url = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^[\w-]+$/)

const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
}

/** What a browser answers when a key was made (WebAuthn, RegistrationResponseJSON). */
export const RegistrationIn = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    attestationObject: base64url(16_000),
    transports: z.array(nameOfAtMost(20)).max(8).default([]),
  }),
})

/** What a browser answers when a key signed (AuthenticationResponseJSON). */
export const AssertionIn = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(4000),
    userHandle: base64url(100).nullish(),
  }),
  ke: wayBack,
})

export const RevokeForm = z.object({ kunci: base64url(1400) })
