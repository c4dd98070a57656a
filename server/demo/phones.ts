/** Phones of invented people. They sign like real ones; their keys follow from a text and are no secret. */
import { createECDH, createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { type CheckInRecord, signedText } from '@piket/domain/attendance/check-in-record.ts'
import { uuidOf } from '#platform/uuid.ts'

export interface DemoPhone {
  /** Id of the device. */
  readonly device: string
  /** SubjectPublicKeyInfo, as hexadecimal digits. */
  readonly publicKey: string
  /** Signature of the text of a record, as hexadecimal digits. */
  sign(record: CheckInRecord): string
}

/** SubjectPublicKeyInfo of a key on P-256, up to its point (RFC 5480). */
const beforePoint = '3059301306072a8648ce3d020106082a8648ce3d030107034200'

/** The phone of an invented person: the same one after every start. */
export function demoPhone(region: string, employee: string): DemoPhone {
  const ecdh = createECDH('prime256v1')
  // A hash is a key but for one in 2^32 of them, and then it throws.
  ecdh.setPrivateKey(hashOf(`demonstration phone ${region} ${employee}`))
  const point = ecdh.getPublicKey()
  let key: KeyObject | undefined
  return {
    device: uuidOf(`demonstration device ${region} ${employee}`),
    publicKey: beforePoint + point.toString('hex'),
    sign(record) {
      key ??= createPrivateKey({
        format: 'jwk',
        key: {
          kty: 'EC',
          crv: 'P-256',
          d: ecdh.getPrivateKey('base64url'),
          x: point.subarray(1, 33).toString('base64url'),
          y: point.subarray(33).toString('base64url'),
        },
      })
      return sign('sha256', Buffer.from(signedText(record)), { key, dsaEncoding: 'ieee-p1363' }).toString('hex')
    },
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

const secondInMilliseconds = 1000
/** The page was open for so long before the tap. */
export const openBefore = 20 * secondInMilliseconds
/** The record was under way for so long. */
export const underWay = 800

/**
 * What a phone says of its clocks at a tap, and of the server's time that it had heard when the page was opened.
 * @param sig the server's signature of that time
 */
export const clocksAt = (
  at: number,
  session: string,
  sig: string,
): Pick<CheckInRecord, 'tappedWall' | 'tappedMono' | 'session' | 'anchor'> => ({
  tappedWall: at,
  tappedMono: openBefore,
  session,
  anchor: { serverTime: at - openBefore, mono: 0, wall: at - openBefore, session, sig },
})
