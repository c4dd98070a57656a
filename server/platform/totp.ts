/** Codes of authenticator applications: RFC 6238, six digits of HMAC-SHA-1, a new one every half minute. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const stepInMilliseconds = 30_000
const digits = 6

export const newTotpSecret = (): Buffer => randomBytes(20)

export const totpStep = (moment: number): number => Math.floor(moment / stepInMilliseconds)

/** The code of a step, as the application shows it. */
export function totpCode(secret: Buffer, step: number, length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(at) & 0x7fff_ffff) % 10 ** length).padStart(length, '0')
}

/**
 * The step whose code was typed: the present one or a neighbour, for clocks and fingers are slow.
 * @param after the last step that was taken: a code is good once
 */
export function stepOfCode(secret: Buffer, typed: string, moment: number, after: number): number | undefined {
  const now = totpStep(moment)
  return [now - 1, now, now + 1].find((step) => step > after && isSame(totpCode(secret, step), typed))
}

function isSame(code: string, typed: string): boolean {
  const [one, other] = [Buffer.from(code), Buffer.from(typed)]
  return one.length === other.length && timingSafeEqual(one, other)
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A secret as people can type it (RFC 4648). */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the application reads from the picture. */
export const totpAddress = (secret: Buffer, account: string): string =>
  `otpauth://totp/${encodeURIComponent(`Piket:${account}`)}?${new URLSearchParams({ secret: base32(secret), issuer: 'Piket' })}`
