/** What the phone asks of the server, and what its answers mean to somebody who waits. */
import { renewalText } from '@piket/domain/access/renewal.ts'
import type { Anchor } from '@piket/domain/attendance/check-in-record.ts'
import { type Keys, signText } from './keys.ts'
import type { Outcome } from './outbox.ts'
import type { PhoneStore } from './store.ts'

const patience = 20_000
/** A photo over a weak line, in bytes a millisecond. */
const slowest = 5

/** What is sent as it is, with the size that takes its time; anything else as JSON. */
const raw = (body: unknown): readonly [body: Blob | FormData, size: number, type?: string] | undefined => {
  if (body instanceof Blob) return [body, body.size, body.type]
  if (!(body instanceof FormData)) return undefined
  return [body, [...body.values()].reduce((sum, one) => sum + (one instanceof Blob ? one.size : one.length), 0)]
}

function ask(url: string, body?: unknown): Promise<Response> {
  const [own, size = 0, type] = raw(body) ?? []
  const headers = own ? type && { 'content-type': type } : { 'content-type': 'application/json' }
  return fetch(url, {
    signal: AbortSignal.timeout(patience + size / slowest),
    ...(body !== undefined && { method: 'POST', body: own ?? JSON.stringify(body), ...(headers && { headers }) }),
  })
}

/** The server's words for a refusal, in the language of the page. */
async function refusalOf(response: Response): Promise<{ readonly why: string; readonly code?: string | undefined }> {
  const { detail, code } = (await response.json().catch(() => ({}))) as { detail?: string; code?: string }
  const [id, en] = detail?.split(' / ') ?? []
  return { why: (document.documentElement.lang === 'en' ? en : id) ?? code ?? String(response.status), code }
}

const usualWait = 15
const tooEarly = 425
const tooMany = 429

/** Somebody has to do something first: it is tried again with the next tap and, now and then, by itself. */
export const hindered = (why: string): Outcome => ({ state: 'later', seconds: 600, why })

/**
 * Sends one thing that waits.
 * @param kept called with the answer of the server when it has kept it
 * @param renew called once where the session has run out; sent: there is another one
 */
export async function send<T>(
  url: string,
  body: unknown,
  kept: (answer: T) => Promise<void>,
  renew?: () => Promise<Outcome>,
): Promise<Outcome> {
  const response = await ask(url, body).catch(() => undefined)
  if (!response) return { state: 'later', seconds: usualWait }
  if (response.ok) {
    await kept(await response.json())
    return { state: 'sent' }
  }
  if (response.status === 401) {
    const renewed = await renew?.()
    if (renewed?.state === 'sent') return send(url, body, kept)
    return renewed?.state === 'later' ? renewed : { state: 'sign-in' }
  }
  // The phone does not count yet.
  if (response.status === tooEarly) return hindered((await refusalOf(response)).why)
  const isForGood = response.status >= 400 && response.status < 500 && response.status !== tooMany
  if (isForGood) return { state: 'refused', ...(await refusalOf(response)) }
  return { state: 'later', seconds: Number(response.headers.get('retry-after')) || usualWait }
}

export interface Registered {
  readonly device: string
}

/** Whether the server answers. */
export const answers = (): Promise<boolean> =>
  ask('/api/v1/health').then(
    ({ ok }) => ok,
    () => false,
  )

/** The time of the server, signed for a device; undefined: no answer. */
export const signedTime = (region: string, device: string): Promise<Pick<Anchor, 'serverTime' | 'sig'> | undefined> =>
  ask(`/api/v1/regions/${region}/time?device=${device}`)
    .then((response) => (response.ok ? response.json() : undefined))
    .catch(() => undefined)

/** Renews the session that has run out by the key of this phone; later: nobody has refused it. */
export async function renewSession(store: PhoneStore, region: string, person: string): Promise<Outcome> {
  const keys = await store.get<Keys>('keys', 'own')
  const { device } = (await store.get<Registered>('facts', 'device')) ?? {}
  if (!keys || !device) return { state: 'sign-in' }
  const address = `/api/v1/regions/${region}/session`
  let challenge = ''
  const asked = await send<{ challenge: string }>(`${address}/challenge`, { device }, async (made) => {
    challenge = made.challenge
  })
  if (asked.state !== 'sent') return asked
  const sig = await signText(keys, renewalText(region, person, device, challenge))
  return send(`${address}/renewal`, { challenge, sig }, async () => {})
}
