/** Phones that may check in: a key each, made in a browser that cannot export it. */
import { createPublicKey } from 'node:crypto'
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import type { Clock } from '#platform/clock.ts'
import { as, type Db, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import type { Refusal } from '#platform/refusal.ts'
import { subordinatesOf } from '../leader/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { endSessionsOfDevice, forgetPerson, roleWindow } from '../session/service.ts'
import { namesOf } from '../staff/service.ts'
import { addDevice, approve, devicesOf, lockDevicesOf, revoke, waitingRows } from './queries.ts'

export interface Device {
  readonly device: string
  readonly label: string
  readonly registered: Date
  readonly usableFrom: Date
  readonly approvedBy: string | null
  readonly revoked: Date | null
}

/** Who does what to the devices of whom, and when, in milliseconds. */
export interface DeviceOrder {
  /** Code of the region. */
  readonly region: string
  readonly employee: string
  readonly by: string
  readonly at: number
}

/** So long waits a device that is not the person's first, unless the superior agrees: a thief has no day's start. */
const wait = 24 * 3_600_000
const slots = [1, 2]

/** Every device that a person has or had, the newest first. */
export async function listDevices(db: Db, region: string, employee: string): Promise<Device[]> {
  const rows = await as(db, { region, reach: 'region' }, (tx) => devicesOf(tx, employee))
  return rows.map(({ slot: _slot, public_key: _key, registered_at, usable_from, revoked_at, ...rest }) => ({
    ...rest,
    registered: registered_at,
    usableFrom: usable_from,
    revoked: revoked_at,
  }))
}

/**
 * Registers a phone of a person: the first one ever counts at once, any later one after the wait.
 * @param device `key`: SubjectPublicKeyInfo in base64. `isShared`: the account of a demonstration, which many visitors
 * use one after another: the newest phone counts at once and takes the place of the oldest
 */
export async function registerDevice(
  db: Db,
  { region, employee, by, at }: DeviceOrder,
  { key, label, isShared }: { readonly key: string; readonly label: string; readonly isShared: boolean },
): Promise<Device | Refusal> {
  const publicKey = keyOf(key)
  if (!publicKey) return { refused: 'device-key-unusable' }
  const outcome = await as(db, { region, reach: 'region' }, async (tx): Promise<string | Refusal> => {
    await lockDevicesOf(tx, employee)
    const known = await devicesOf(tx, employee)
    const live = known.filter(({ revoked_at }) => revoked_at === null)
    const same = live.find(({ public_key }) => public_key.equals(publicKey))
    if (same) return same.device
    const oldest = isShared && live.length === slots.length ? live.at(-1) : undefined
    if (oldest) await revoke(tx, employee, oldest.device, by, momentText(at))
    const slot = oldest?.slot ?? slots.find((free) => live.every((one) => one.slot !== free))
    if (slot === undefined) return { refused: 'device-limit' }
    const added = await addDevice(tx, {
      employee_id: employee,
      slot,
      public_key: publicKey,
      label,
      registered_at: momentText(at),
      usable_from: momentText(known.length === 0 || isShared ? at : at + wait),
    })
    if (!added) return { refused: 'device-key-taken' }
    await recordEvent(tx, { actor: by, kind: 'device-registered', subject: employee, body: { device: added.device } })
    return added.device
  })
  if (typeof outcome !== 'string') return outcome
  return (await listDevices(db, region, employee)).find(({ device }) => device === outcome) as Device
}

/** The key of a phone of somebody that counts now, as SubjectPublicKeyInfo; undefined: it does not. */
export async function liveDevice(tx: Tx, employee: string, device: string, at: number): Promise<Buffer | undefined> {
  const found = (await devicesOf(tx, employee)).find((one) => one.device === device)
  return found?.revoked_at === null && found.usable_from.getTime() <= at ? found.public_key : undefined
}

/** A phone that does not count yet, with whose it is. */
export interface WaitingDevice {
  readonly employee: string
  readonly name: string
  readonly device: string
  readonly label: string
  readonly registered: Date
  readonly usableFrom: Date
}

/** Phones on which somebody has the word: of those who answer to them, or of everybody; never their own. */
export const waitingDevices = (
  source: { readonly db: Db; readonly clock: Clock },
  region: RegionAsListed,
  viewer: Viewer,
): Promise<WaitingDevice[]> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const { employee: own, roles } = viewer
    const ofAll = roles.some(({ role }) => role === 'personnel_agency')
    const people =
      own === undefined ? [] : await subordinatesOf(tx, own, agenciesLed(viewer), roleWindow(source, region))
    const ids = ofAll ? null : people.map(({ employee }) => employee)
    const rows = await waitingRows(tx, ids, momentText(source.clock.moment()))
    const name = await namesOf(
      tx,
      rows.map(({ employee }) => employee),
    )
    return rows.filter(({ employee }) => employee !== own).map((row) => ({ ...row, name: name(row.employee) }))
  })

/** The superior's word that a phone is the person's: it counts from now on. False: there is no such live device. */
export const approveDevice = (db: Db, order: DeviceOrder, device: string): Promise<boolean> =>
  change(db, order, device, approve, 'device-approved')

/** Ends a phone that was lost, sold or lent. False: there is no such live device. */
export async function revokeDevice(db: Db, order: DeviceOrder, device: string): Promise<boolean> {
  const revoked = await change(db, order, device, revokeWithSessions, 'device-revoked')
  forgetPerson(db, order.region, order.employee)
  return revoked
}

async function revokeWithSessions(...given: Parameters<typeof revoke>) {
  const [tx, employee, device, , at] = given
  const revoked = await revoke(...given)
  if (revoked) await endSessionsOfDevice(tx, employee, device, new Date(at))
  return revoked
}

const change = (
  db: Db,
  { region, employee, by, at }: DeviceOrder,
  device: string,
  write: typeof approve,
  kind: string,
): Promise<boolean> =>
  as(db, { region, reach: 'region' }, async (tx) => {
    const written = await write(tx, employee, device, by, momentText(at))
    if (written) await recordEvent(tx, { actor: by, kind, subject: employee, body: { device } })
    return written !== undefined
  })

const momentText = (at: number): string => new Date(at).toISOString()

/**
 * The key in the one form in which it is stored, so that none can be registered twice in two spellings. Undefined: it is
 * no ECDSA key on P-256.
 */
function keyOf(base64: string): Buffer | undefined {
  try {
    const given = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    if (given.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return undefined
    const { kty, crv, x, y } = given.export({ format: 'jwk' })
    if (kty !== 'EC' || crv === undefined || x === undefined || y === undefined) return undefined
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }).export({ format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}
