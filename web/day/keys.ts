/** Keys that never leave the phone: one signs, one seals what waits. The browser can use them and not export them. */
import type { PhoneStore } from './store.ts'

export interface Keys {
  readonly signing: CryptoKeyPair
  readonly sealing: CryptoKey
}

const signer = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** The keys of this phone; made at the first asking. */
export async function keysOf(store: PhoneStore): Promise<Keys> {
  const known = await store.get<Keys>('keys', 'own')
  if (known) return known
  const signing = await crypto.subtle.generateKey(signer, false, ['sign', 'verify'])
  const sealing = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await store.put(['keys', 'own', { signing, sealing }])
  return { signing, sealing }
}

/** Another pair to sign with, for a phone whose last one was revoked. What waits is sealed as before. */
export async function signAnew(store: PhoneStore, { sealing }: Keys): Promise<Keys> {
  const keys = { signing: await crypto.subtle.generateKey(signer, false, ['sign', 'verify']), sealing }
  const ofTheLast = ['device', 'chain', 'anchor'].map((fact) => ['facts', fact, undefined] as const)
  await store.put(['keys', 'own', keys], ...ofTheLast)
  return keys
}

/** The public key for the server, as SubjectPublicKeyInfo in base64. */
export const publicKeyText = async ({ signing }: Keys): Promise<string> =>
  base64(await crypto.subtle.exportKey('spki', signing.publicKey))

/** Signs a text; IEEE P1363 in base64. */
export const signText = async ({ signing }: Keys, text: string): Promise<string> =>
  base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing.privateKey, bytesOf(text)))

/** SHA-256 of a text, as 64 hexadecimal digits. */
export const hashText = async (text: string): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text)))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/** Seals a value, so that whoever copies the phone's storage cannot read what waits. */
export async function seal({ sealing }: Keys, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, bytesOf(JSON.stringify(value))) }
}

export const unseal = async <T>({ sealing }: Keys, { iv, data }: Sealed): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, sealing, data)))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const base64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
