import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#platform/refusal.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { approveDevice, type Device, type DeviceOrder, listDevices, registerDevice, revokeDevice } from './service.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const { db, owner } = served.database

const hour = 3_600_000
const of = (employee: string, at = morning): DeviceOrder => ({ region: '63.98', employee, by: employee, at })
const newKey = (namedCurve = 'P-256') => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve })
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
}
const register = (order: DeviceOrder, key = newKey()) =>
  registerDevice(db, order, { key, label: 'Ponsel', isShared: false })
async function registered(order: DeviceOrder, key?: string): Promise<Device> {
  const device = await register(order, key)
  if (isRefusal(device)) throw new Error(device.refused)
  return device
}

describe('registering', () => {
  test('the first phone counts at once, the second after a day, and a third is refused', async () => {
    const first = await registered(of('a1'))
    const second = await registered(of('a1', morning + hour))
    expect(first.usableFrom.getTime()).toBe(morning)
    expect(second.usableFrom.getTime()).toBe(morning + 25 * hour)
    expect(await register(of('a1'))).toEqual({ refused: 'device-limit' })
    expect((await listDevices(db, '63.98', 'a1')).map(({ device }) => device)).toEqual([second.device, first.device])
  })

  test('once the first was revoked, the next waits too', async () => {
    const first = await registered(of('a2'))
    expect(await revokeDevice(db, of('a2', morning + hour), first.device)).toBe(true)
    const next = await registered(of('a2', morning + 2 * hour))
    expect(next.usableFrom.getTime()).toBe(morning + 26 * hour)
    expect(await revokeDevice(db, of('a2'), first.device)).toBe(false)
  })

  test('the same phone twice is one device', async () => {
    const key = newKey()
    const first = await registered(of('a3'), key)
    expect(await registered(of('a3', morning + hour), key)).toEqual(first)
  })

  test('a phone serves one person, also when revoked and however its key is written', async () => {
    const key = newKey()
    const { device } = await registered(of('a4'), key)
    expect(await register(of('a5'), key)).toEqual({ refused: 'device-key-taken' })
    await revokeDevice(db, of('a4'), device)
    expect(await register(of('a5'), key)).toEqual({ refused: 'device-key-taken' })
    expect(await register(of('a4'), key)).toEqual({ refused: 'device-key-taken' })
    expect(await register(of('a5'), compressed(key))).toEqual({ refused: 'device-key-taken' })
    const elsewhere = await registerDevice(
      db,
      { ...of('t1'), region: '63.99' },
      { key, label: 'Ponsel', isShared: false },
    )
    expect(isRefusal(elsewhere)).toBe(false)
  })

  test('in a demonstration the newest phone counts at once and takes the place of the oldest', async () => {
    const shared = (at: number) =>
      registerDevice(db, of('a0', at), { key: newKey(), label: 'Ponsel', isShared: true }) as Promise<Device>
    const [first, second, third] = [
      await shared(morning),
      await shared(morning + hour),
      await shared(morning + 2 * hour),
    ]
    expect([second.usableFrom.getTime(), third.usableFrom.getTime()]).toEqual([morning + hour, morning + 2 * hour])
    const live = (await listDevices(db, '63.98', 'a0')).filter(({ revoked }) => revoked === null)
    expect(live.map(({ device }) => device)).toEqual([third.device, second.device])
    expect(live.map(({ device }) => device)).not.toContain(first.device)
  })

  test.each([
    ['', 'nothing'],
    ['AAAA', 'no key'],
    [newKey('P-384'), 'another curve'],
    [
      generateKeyPairSync('rsa', { modulusLength: 512 })
        .publicKey.export({ format: 'der', type: 'spki' })
        .toString('base64'),
      'another algorithm',
    ],
  ])('%s is no key: %s', async (key) => {
    expect(await register(of('a6'), key)).toEqual({ refused: 'device-key-unusable' })
  })

  test('ten at once: two are live, the first of them counts at once and the other waits', async () => {
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => register(of('b1'))))
    const live = outcomes.filter((outcome): outcome is Device => !isRefusal(outcome))
    expect(live.map(({ usableFrom }) => usableFrom.getTime() - morning).toSorted()).toEqual([0, 24 * hour])
    expect(outcomes.filter(isRefusal).every(({ refused }) => refused === 'device-limit')).toBe(true)
  })

  test('the database itself keeps a third from being live', async () => {
    const row = (slot: number) => ({
      region_id: '63.98',
      employee_id: 'b2',
      slot,
      public_key: Buffer.from(newKey(), 'base64'),
      label: 'x',
      registered_at: new Date(morning),
      usable_from: new Date(morning),
    })
    await owner
      .insertInto('device')
      .values([row(1), row(2)])
      .execute()
    await expect(owner.insertInto('device').values(row(2)).execute()).rejects.toThrow('device_live')
    await expect(owner.insertInto('device').values(row(3)).execute()).rejects.toThrow('device_slot_check')
  })
})

test('the superior’s word spares the wait, once, and never a revoked phone', async () => {
  await registered(of('b3'))
  const { device } = await registered(of('b3'))
  const superior = { ...of('b3', morning + hour), by: 'b0' }
  expect(await approveDevice(db, superior, device)).toBe(true)
  const [newest] = (await listDevices(db, '63.98', 'b3')).filter((one) => one.device === device)
  expect([newest?.usableFrom.getTime(), newest?.approvedBy]).toEqual([morning + hour, 'b0'])
  await revokeDevice(db, of('b3'), device)
  expect(await approveDevice(db, superior, device)).toBe(false)
  const events = await owner
    .selectFrom('event')
    .select(['kind', 'actor'])
    .where('subject', '=', 'b3')
    .orderBy('id')
    .execute()
  expect(events.map(({ kind, actor }) => `${actor} ${kind}`)).toEqual([
    'b3 device-registered',
    'b3 device-registered',
    'b0 device-approved',
    'b3 device-revoked',
  ])
})

/** The same key with a compressed point, as other programs may write it. */
function compressed(spki: string): string {
  const { x = '', y = '' } = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  })
  const [abscissa, ordinate] = [x, y].map((text) => Buffer.from(text, 'base64url')) as [Buffer, Buffer]
  const head = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex')
  return Buffer.concat([head, Buffer.from([(ordinate.at(-1) ?? 0) % 2 ? 3 : 2]), abscissa]).toString('base64')
}
