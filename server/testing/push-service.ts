/** A service of browsers on this machine: it reads what it is sent as a browser would, by RFC 8188, 8291 and 8292. */
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as the browser has it, and who proved to have sent it. */
export interface Pushed {
  readonly text: string
  readonly subject: string
  readonly audience: string
  /** Public key of the sender, in base64url. */
  readonly sender: string
  /** For so many seconds the service keeps it for a browser that is away (RFC 8030, section 5.2). */
  readonly ttl: number
}

/** Starts the service. `status` answers what comes next; a message is read only where it is taken. */
export async function startPushService() {
  const browser = createECDH('prime256v1')
  const auth = randomBytes(16)
  browser.generateKeys()
  const pushed: Pushed[] = []
  const state = { status: 201 }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    if (state.status < 300) {
      const jwt = proven(request.headers.authorization ?? '')
      pushed.push({ ...jwt, ttl: Number(request.headers.ttl), text: opened(Buffer.concat(parts), browser, auth) })
    }
    response.writeHead(state.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    pushed,
    state,
    /** What a browser says of its subscription. */
    subscription: (name = 'one') => ({
      endpoint: `${origin}/${name}`,
      keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') },
    }),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** Reads a record of aes128gcm (RFC 8188, section 2; RFC 8291, section 3.4). */
function opened(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16)
  const length = body[20] ?? 0
  const sender = body.subarray(21, 21 + length)
  const record = body.subarray(21 + length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender])
  const secret = Buffer.from(hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}

/** Reads the proof of the sender (RFC 8292, section 2). @throws when the signature does not hold */
function proven(authorization: string): Omit<Pushed, 'text' | 'ttl'> {
  const [, token = '', sender = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(sender, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  const holds = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  if (!holds) throw new Error('The proof of the sender does not hold.')
  const { sub, aud } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  return { subject: sub, audience: aud, sender }
}
