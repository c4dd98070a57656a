/** Where notices reach somebody: the address for mail, the browsers that take them. */
import { createHash } from 'node:crypto'
import { type Channels, isMailAddress } from '#platform/channels.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import { isPushEndpoint, newPushKeys, type Subscription } from '#platform/sending.ts'
import { sentChannels } from '../notice/schema.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { mailOf } from '../staff/service.ts'
import {
  addAddress,
  dropSubscription,
  dropSubscriptionsOf,
  keepPushKey,
  keepSubscription,
  pushKey,
  statedAddresses,
  subscribedOf,
  subscriptionsOf,
} from './queries.ts'

/** What telling people takes. */
export interface Source {
  readonly db: Db
  readonly clock: Clock
  readonly channels: Channels
  readonly origin?: string | undefined
}

/** Addresses for mail: stated by the person, else those of the staff list. */
export async function addressesOf(tx: Tx, source: Source, region: RegionAsListed, employees: readonly string[]) {
  const found = new Map<string, string>()
  for (const { employee, mail } of await mailOf(tx, employees, roleWindow(source, region)))
    if (mail !== null && isMailAddress(mail)) found.set(employee, mail)
  for (const { employee, mail } of await statedAddresses(tx, employees))
    if (mail === null) found.delete(employee)
    else found.set(employee, mail)
  return found
}

/** The channels over which Piket itself can reach each of some people now. */
export async function channelsTo(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  employees: readonly string[],
): Promise<(employee: string) => readonly ('push' | 'mail')[]> {
  const phones = new Set(
    source.channels.push ? (await subscribedOf(tx, employees)).map(({ employee }) => employee) : [],
  )
  const mails = source.channels.mail ? await addressesOf(tx, source, region, employees) : new Map()
  return (employee) => sentChannels.filter((one) => (one === 'push' ? phones.has(employee) : mails.has(employee)))
}

/** How somebody is told, as their account page shows it. */
export interface OwnNotices {
  /** Where mail goes; null: nowhere. */
  readonly mail: string | null
  readonly mailIsOn: boolean
  /** When each phone was added, in milliseconds. */
  readonly phones: readonly number[]
  /** Public key for a browser that subscribes; undefined: push is off here. */
  readonly pushKey: string | undefined
}

export const ownNotices = (source: Source, region: RegionAsListed, employee: string): Promise<OwnNotices> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => ({
    mail: (await addressesOf(tx, source, region, [employee])).get(employee) ?? null,
    mailIsOn: source.channels.mail !== undefined,
    phones: (await subscriptionsOf(tx, employee)).map(({ since }) => since.getTime()),
    pushKey: source.channels.push && (await keysOf(tx)).publicKey,
  }))

/** Every phone of somebody, with the keys by which browsers know the region. */
export const phonesOf = async (tx: Tx, employee: string) => ({
  keys: await keysOf(tx),
  phones: await subscriptionsOf(tx, employee),
})

/** Forgets a phone that its service knows no more. */
export const forgetPhone = async (tx: Tx, hash: Buffer): Promise<void> => {
  await dropSubscription(tx, hash)
}

/** The keys by which browsers know the region, made when they are first wanted. */
async function keysOf(tx: Tx) {
  const known = await pushKey(tx)
  if (known) return known
  await keepPushKey(tx, newPushKeys())
  return (await pushKey(tx)) as NonNullable<typeof known>
}

/** States where mail goes; empty: nowhere. */
export async function stateAddress(
  source: Source,
  region: RegionAsListed,
  employee: string,
  mail: string,
): Promise<Refusal | undefined> {
  const stated = mail.trim() || null
  if (stated !== null && !isMailAddress(stated)) return { refused: 'notice-address-unusable' }
  const at = new Date(source.clock.moment()).toISOString()
  await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await addAddress(tx, { employee_id: employee, mail: stated, stated_at: at })
    await recordEvent(tx, { actor: employee, kind: 'notice-address-stated', subject: employee })
  })
  return undefined
}

/** Phones and computers that take notices for one person. */
const mostPhones = 5

/** Lets a browser take notices for somebody. */
export async function subscribe(
  source: Source,
  region: RegionAsListed,
  employee: string,
  { endpoint, ...keys }: Subscription,
): Promise<Refusal | undefined> {
  const { push } = source.channels
  if (!push) return { refused: 'notice-push-off' }
  if (!isPushEndpoint(endpoint, push)) return { refused: 'notice-phone-unusable' }
  await as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const hash = createHash('sha256').update(endpoint).digest()
    const at = new Date(source.clock.moment()).toISOString()
    const row = { endpoint_sha256: hash, employee_id: employee, endpoint, ...keys, subscribed_at: at }
    await keepSubscription(tx, row)
    await dropSubscriptionsOf(tx, employee, mostPhones)
    await recordEvent(tx, { actor: employee, kind: 'notice-phone-added', subject: employee })
  })
  return undefined
}

/** Ends notices on every phone of somebody. */
export const unsubscribe = (source: Source, region: RegionAsListed, employee: string): Promise<void> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    await dropSubscriptionsOf(tx, employee, 0)
    await recordEvent(tx, { actor: employee, kind: 'notice-phones-removed', subject: employee })
  })
