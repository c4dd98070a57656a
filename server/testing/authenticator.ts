/** A passkey in software: answers as a browser with a key does (WebAuthn, attestation `none`). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

interface Asked {
  readonly challenge: string
  readonly origin: string
  /** The name of the host the key is for. */
  readonly party: string
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url')
/** User present and verified; with the key itself attached. */
const [verified, attached] = [0x05, 0x40]
const count = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** A new key. Its counter goes up with each signature unless one is given. */
export function newAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(16)
  const id = base64url(credential)
  let counter = 0
  const clientData = (type: string, { challenge, origin }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const answer = (response: Readonly<Record<string, unknown>>) => ({ id, rawId: id, type: 'public-key', response })
  return {
    id,
    create(asked: Asked) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      )
      const length = Buffer.from([0, credential.length])
      const head = Buffer.concat([sha256(asked.party), Buffer.from([verified | attached]), count(counter)])
      const authData = Buffer.concat([head, Buffer.alloc(16), length, credential, key])
      const attestation = isoCBOR.encode(
        new Map<string, string | Map<string, never> | Uint8Array>([
          ['fmt', 'none'],
          ['attStmt', new Map<string, never>()],
          ['authData', new Uint8Array(authData)],
        ]),
      )
      const clientDataJSON = base64url(clientData('webauthn.create', asked))
      return answer({ clientDataJSON, attestationObject: base64url(attestation) })
    },
    get(asked: Asked, { counter: given }: { readonly counter?: number } = {}) {
      counter = given ?? counter + 1
      const data = clientData('webauthn.get', asked)
      const authenticatorData = Buffer.concat([sha256(asked.party), Buffer.from([verified]), count(counter)])
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey)
      return answer({
        clientDataJSON: base64url(data),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(signature),
      })
    },
  }
}
