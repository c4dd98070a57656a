/**
 * Tells other systems what has happened. At least once: a receiver knows a delivery again by its id. Of one thing, as of one
 * circular, in the order in which it happened: one delivery of it at a time is on its way to a webhook.
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { addressFault, type PostSettings, postPublicly } from '#platform/public-post.ts'
import { type Attempt, enqueue } from '#platform/queue.ts'
import type { Refusal } from '#platform/refusal.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import {
  addWebhook,
  changeDelivery,
  deliveryById,
  endRow,
  isPingQueued,
  isWebhook,
  lockThread,
  lockWebhook,
  markNext,
  markStopped,
  newestDeliveries,
  openWebhooks,
  webhookBy,
} from './queries.ts'
import { type WebhookKind, webhookKinds } from './schema.ts'

export interface Source {
  readonly db: Db
  readonly clock: Clock
  readonly posts: PostSettings
  readonly origin?: string | undefined
}

const whole = (region: string) => ({ region, reach: 'region' }) as const

export interface Webhook {
  readonly id: string
  readonly address: string
  readonly kinds: readonly string[]
}

const mostWebhooks = 10

/**
 * Makes a webhook, once however often its form is sent.
 * @returns its secret, which is shown once; a refusal where the address is none to send to, nothing is chosen, or it was
 * made before
 */
export async function makeWebhook(
  source: Source,
  viewer: Viewer,
  { id, address, kinds }: { readonly id: string; readonly address: string; readonly kinds: readonly WebhookKind[] },
): Promise<{ readonly secret: string } | Refusal> {
  const chosen = webhookKinds.filter((one) => kinds.includes(one))
  if (chosen.length === 0) return { refused: 'webhook-kinds-missing' }
  const fault = await addressFault(address, source.posts)
  if (fault) return { refused: `webhook-${fault}` }
  const secret = randomBytes(32).toString('base64url')
  return as(source.db, whole(viewer.region), async (tx) => {
    const { href } = new URL(address)
    const kept = await webhookBy(tx, viewer.account, id)
    if (!kept && (await openWebhooks(tx)).length >= mostWebhooks) return { refused: 'webhook-too-many' }
    const made_at = new Date(source.clock.moment()).toISOString()
    const row = { webhook_id: id, address: href, secret, kinds: chosen, made_by: viewer.account, made_at }
    if (!(await addWebhook(tx, row))) {
      const made = kept ?? (await webhookBy(tx, viewer.account, id))
      const isSame = made?.address === href && made.kinds.join() === chosen.join()
      return { refused: isSame ? 'secret-shown-once' : 'form-used' }
    }
    const body = { kinds: chosen }
    await recordEvent(tx, { actor: viewer.account, kind: 'webhook-made', subject: id, body })
    return { secret }
  })
}

/** Ends a webhook: what still waits for it is given up. */
export const endWebhook = ({ db, clock }: Source, viewer: Viewer, id: string): Promise<Refusal | undefined> =>
  as(db, whole(viewer.region), async (tx) => {
    if (!(await endRow(tx, id, viewer.account, new Date(clock.moment()).toISOString())))
      return (await isWebhook(tx, id)) ? undefined : { refused: 'not-found' }
    await recordEvent(tx, { actor: viewer.account, kind: 'webhook-ended', subject: id })
    return undefined
  })

/** Sends a delivery that tries the webhook, on the way that all of them go. One at a time. */
export const pingWebhook = ({ db }: Source, viewer: Viewer, id: string): Promise<Refusal | undefined> =>
  as(db, whole(viewer.region), async (tx) => {
    if (!(await lockWebhook(tx, id))) return { refused: 'not-found' }
    if (!(await isPingQueued(tx, id))) await recordEvent(tx, { actor: viewer.account, kind: 'ping', subject: id })
    return undefined
  })

/** `queued`: on its way or waiting for another try. */
export type WebhookState = 'queued' | 'taken' | 'given_up'

export interface WebhookDelivery {
  readonly id: string
  readonly address: string
  readonly kind: string
  readonly subject: string
  readonly state: WebhookState
  readonly tries: number
  /** Status of the receiver, or why there was none; null: not asked yet. */
  readonly answer: string | null
  /** In milliseconds. */
  readonly queued: number
}

const deliveriesShown = 50

/** The webhooks of a region and what was sent last. */
export const webhooksOf = (
  { db }: Source,
  region: RegionAsListed,
): Promise<{ readonly webhooks: Webhook[]; readonly deliveries: WebhookDelivery[] }> =>
  as(db, whole(region.code), async (tx) => ({
    webhooks: await openWebhooks(tx),
    deliveries: (await newestDeliveries(tx, deliveriesShown)) as WebhookDelivery[],
  }))

/** What the queue keeps of a delivery; the trigger of migration 0077 writes it. */
export interface DeliveryRef {
  readonly region: string
  readonly delivery: string
}

/** Thrown where a receiver has not taken a delivery yet: the queue tries it again, later each time. */
export class NotTaken extends Error {}

/** As migration 0077 names it. */
export const taskOfWebhooks = 'send-webhook'

/** The pauses of the queue grow to six hours; so many attempts fill a day. As many as migration 0077 asks for. */
const mostAttempts = 13

const giveJob = (tx: Tx, delivery: DeliveryRef) => enqueue(tx, taskOfWebhooks, delivery, mostAttempts)

/**
 * Sends a delivery to its receiver, who takes it with a status of 2xx.
 * @throws {NotTaken} where it is worth another try
 */
export async function send(
  source: Source,
  { region: code, delivery }: DeliveryRef,
  { isLast }: Attempt,
): Promise<void> {
  const region = await findRegion(source.db, code)
  if (!region) return
  const row = await as(source.db, whole(code), (tx) => deliveryById(tx, delivery))
  if (row?.state !== 'queued') return
  const change = (state: WebhookState, tries: number, answer: string) =>
    as(source.db, whole(code), async (tx) => {
      if (row.thread !== null) await lockThread(tx, row.thread)
      const isChanged = await changeDelivery(tx, delivery, { state, tries, answer })
      if (state === 'queued' || !isChanged || row.thread === null) return
      const next = await markNext(tx, row.webhook, row.thread)
      if (next) await giveJob(tx, { region: code, ...next })
    })
  if (row.ended !== null) {
    await change('given_up', row.tries, 'ended')
    return
  }
  const { kind, subject, agency, happened } = row
  const body = JSON.stringify({
    ...{ id: delivery, kind, happened: happened.toISOString(), region: code, agency, subject },
    link: `${source.origin ?? ''}/${region.slug}${pathOf[kind as WebhookKind | 'ping'](encodeURIComponent(subject))}`,
  })
  const seconds = Math.floor(source.clock.moment() / 1000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'piket-delivery': delivery,
    'piket-timestamp': `${seconds}`,
    'piket-signature': `v1=${signatureOf(row.secret, seconds, body)}`,
  }
  const outcome = await postPublicly(row.address, { headers, body }, source.posts)
  const tries = row.tries + 1
  const answer = 'status' in outcome ? `${outcome.status}` : outcome.fault
  if ('status' in outcome && outcome.status >= 200 && outcome.status < 300) {
    await change('taken', tries, answer)
    return
  }
  // Tries are those that came to an end here: by them the queue could be done with a delivery that still waits.
  const again = !isLast && !row.stale
  await change(again ? 'queued' : 'given_up', tries, answer)
  if (again) throw new NotTaken(answer)
}

/**
 * Gives a job again to deliveries whose job is gone, say because its last attempt broke: what came after one of them would
 * wait for ever. A job lasts for a day, so after one without a word there is none.
 */
export const resumeStopped = (
  { db }: Pick<Source, 'db'>,
  { code: region }: Pick<RegionAsListed, 'code'>,
): Promise<void> =>
  as(db, whole(region), async (tx) => {
    for (const one of await markStopped(tx)) await giveJob(tx, { region, ...one })
  })

/** The signature of a body: over the time, so that an old one cannot be sent again, a dot, and the body as it goes. */
const signatureOf = (secret: string, seconds: number, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')

/** The page of what has happened. */
const pathOf: Readonly<Record<WebhookKind | 'ping', (subject: string) => string>> = {
  ping: () => '/akun/webhook',
  'return-stated': (agency) => `/unit/${agency}`,
  'recall-ordered': () => '/panggilan',
  'recall-arrived': () => '/panggilan',
  'recall-settled': () => '/panggilan',
  'recall-cancelled': () => '/panggilan',
  'permit-granted': (permit) => `/izin/${permit}`,
  'permit-refused': (permit) => `/izin/${permit}`,
  'permit-revoked': (permit) => `/izin/${permit}`,
  'correction-decided': () => '/koreksi/tinjau',
  'circular-filed': (circular) => `/edaran/${circular}`,
  'circular-signed': (circular) => `/edaran/${circular}`,
  'rosters-published': () => '/jadwal',
  'draft-begun': (draft) => `/konsep/${draft}`,
  'draft-dropped': (draft) => `/konsep/${draft}`,
  'circular-extended': (circular) => `/edaran/${circular}`,
  'circular-replaced': (circular) => `/edaran/${circular}`,
  'circular-revoked': (circular) => `/edaran/${circular}`,
  'question-answered': (circular) => `/edaran/${circular}`,
  'event-declared': () => '/penetapan',
  'event-ended': () => '/penetapan',
  'status-set': () => '/penetapan',
}
