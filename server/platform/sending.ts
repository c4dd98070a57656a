/** Hands a message over to a mail server or to a service of browsers. What becomes of it there, nobody is told. */
import { createTransport } from 'nodemailer'
import webpush from 'web-push'
import type { MailSettings, PushSettings } from './channels.ts'

/** `gone`: the receiver is there no more. `turned-away`: trying again would not help. `later`: it may. */
export type Sent = 'handed-over' | 'gone' | 'turned-away' | 'later'

const patience = 10_000

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends a mail. A code of 5xx is for good (RFC 5321, section 4.2.1); everything else is worth another try. */
export async function sendMail({ url, from }: MailSettings, mail: Mail): Promise<Sent> {
  const patient = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  const transport = createTransport({ url, ...patient })
  try {
    await transport.sendMail({ from, ...mail })
    return 'handed-over'
  } catch (error) {
    const { responseCode = 0 } = error as { readonly responseCode?: number }
    return responseCode >= 500 && responseCode < 600 ? 'turned-away' : 'later'
  } finally {
    transport.close()
  }
}

/** Services that browsers subscribe with. Anything else would let people make the server ask addresses of theirs. */
const services = ['fcm.googleapis.com', 'push.services.mozilla.com', 'notify.windows.com', 'push.apple.com']

/** Whether an address is one of a known service of browsers. */
export function isPushEndpoint(endpoint: string, { origins }: PushSettings): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, origin, port, username, password } = new URL(endpoint)
  if (username !== '' || password !== '') return false
  if (origins.includes(origin)) return true
  return (
    protocol === 'https:' && port === '' && services.some((one) => hostname === one || hostname.endsWith(`.${one}`))
  )
}

export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** A new pair of keys with which services of browsers know the sender. */
export const newPushKeys = (): PushKeys => webpush.generateVAPIDKeys()

export interface Subscription {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** Sends an encrypted message to a browser (RFC 8030, 8188, 8291, 8292). Redirections are not followed. */
export async function sendPush(
  settings: PushSettings,
  keys: PushKeys,
  { endpoint, p256dh, auth }: Subscription,
  { text, seconds }: { readonly text: string; readonly seconds: number },
): Promise<Sent> {
  if (!isPushEndpoint(endpoint, settings)) return 'gone'
  try {
    const { method, headers, body } = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
      vapidDetails: { subject: settings.subject, ...keys },
      TTL: Math.max(0, Math.floor(seconds)),
      urgency: 'high',
      contentEncoding: 'aes128gcm',
    })
    const { 'Content-Length': _length, ...given } = headers as Record<string, string>
    const { status } = await fetch(endpoint, {
      method,
      headers: given,
      body: new Uint8Array(body as Buffer),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    if (status >= 200 && status < 300) return 'handed-over'
    if (status === 404 || status === 410) return 'gone'
    return status === 429 || status >= 500 ? 'later' : 'turned-away'
  } catch {
    return 'later'
  }
}
