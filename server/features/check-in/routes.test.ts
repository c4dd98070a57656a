import type { Delivery } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { addPhone, delivered, type Phone, strangerCookies } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { checkInsOf } from '../check-in-grade/service.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const { app, database } = served
const { owner } = database
const phone = await addPhone(owner, { region: '63.98', employee: 'a1', since: morning })
const other = await addPhone(owner, { region: '63.98', employee: 'a2', since: morning })
const neighbour = await addPhone(owner, { region: '63.99', employee: 't1', since: morning })

beforeEach(() => {
  served.moment = morning
})

interface Sender {
  readonly cookies?: Readonly<Record<string, string>>
  readonly region?: string
}
const send = (payload: Delivery | object | string, { cookies = phone.cookies, region = '63.98' }: Sender = {}) =>
  app.inject({ method: 'POST', url: `/api/v1/regions/${region}/check-ins`, payload, cookies: { ...cookies } })

const kept = (id: string) =>
  owner.selectFrom('check_in').selectAll().where('check_in_id', '=', id).orderBy('region_id').execute()

describe('a check-in', () => {
  test('is kept as it was signed, and answered with a time of the server that is signed for the device', async () => {
    const delivery = phone.tap(morning, { note: 'Hujan “deras” \u0000 \\ \u{1F327}', position: point })
    const answer = await send(delivery)
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      {
        id: delivery.record.id,
        received: '2021-07-20T23:30:00.000Z',
        anchor: { serverTime: morning, sig: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ])
    const [row] = await kept(delivery.record.id)
    expect(row).toMatchObject({ day: '2021-07-21', employee_id: 'a1', kind: 'in', device_id: phone.device })
    const { position, ...rest } = delivery.record
    expect([JSON.parse(row?.record ?? ''), JSON.parse(row?.position ?? '')]).toEqual([rest, position])
    const { serverTime, sig } = (await app.inject(`/api/v1/regions/63.98/time?device=${phone.device}`)).json()
    expect({ serverTime, sig }).toEqual(answer.json().anchor)
  })

  test('sent again is kept once and answered alike, whenever it comes', async () => {
    const delivery = phone.tap(morning)
    const first = await send(delivery)
    served.moment = morning + 60_000
    const second = await send({ ...delivery, sentMono: delivery.sentMono + 60_000 })
    expect([second.statusCode, second.body]).toEqual([201, first.body])
    expect((await kept(delivery.record.id)).length).toBe(1)
  })

  test.each([2, 10, 50])('sent %i times at once is kept once and answered alike', async (times) => {
    const delivery = phone.tap(morning)
    const answers = await Promise.all(Array.from({ length: times }, () => send(delivery)))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect((await kept(delivery.record.id)).length).toBe(1)
  })

  test('with the id of another and other content is refused, and the first one stands', async () => {
    const delivery = phone.tap(morning)
    const changed = delivered({ ...delivery.record, note: 'lain' }, phone.privateKey)
    expect((await send(delivery)).statusCode).toBe(201)
    expect(codeOf(await send(changed))).toEqual([422, 'check-in-changed'])
    expect(JSON.parse((await kept(delivery.record.id))[0]?.record ?? '')).toMatchObject({ note: '' })
  })

  test('with other content at the same moment: one is kept, the other refused', async () => {
    const delivery = phone.tap(morning)
    const changed = delivered({ ...delivery.record, note: 'lain' }, phone.privateKey)
    const answers = await Promise.all([delivery, changed, delivery, changed].map((one) => send(one)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 422, 201, 422])
    expect((await kept(delivery.record.id)).length).toBe(1)
  })

  test('with an id that somebody else has used is kept beside theirs', async () => {
    const delivery = phone.tap(morning)
    const same = other.tap(morning, { id: delivery.record.id })
    const answers = await Promise.all([send(delivery), send(same, { cookies: other.cookies })])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect((await kept(delivery.record.id)).length).toBe(2)
  })
})

describe('a check-in is refused', () => {
  const codeWhen = async (delivery: Delivery, sender?: Sender) => codeOf(await send(delivery, sender))

  test('without a session, with an unknown one, and with one of another region', async () => {
    const delivery = phone.tap(morning)
    expect(await codeWhen(delivery, { cookies: {} })).toEqual([401, 'sign-in-needed'])
    expect(await codeWhen(delivery, { cookies: { piket: 'x' } })).toEqual([401, 'sign-in-needed'])
    expect(await codeWhen(delivery, { cookies: strangerCookies('63.98') })).toEqual([401, 'sign-in-needed'])
    expect(await codeWhen(delivery, { cookies: neighbour.cookies })).toEqual([401, 'sign-in-needed'])
    const forged = { piket: `63.98.${Object.values(neighbour.cookies)[0]?.split('.')[2]}` }
    expect(await codeWhen(delivery, { cookies: forged })).toEqual([401, 'sign-in-needed'])
  })

  test('when the session has run out or was ended, or the account is suspended; and taken after signing in', async () => {
    const leaver = await addPhone(owner, { region: '63.98', employee: 'a3', since: morning })
    const delivery = leaver.tap(morning)
    const sender = { cookies: leaver.cookies }
    served.moment = morning + 12 * 3_600_000
    expect(await codeWhen(delivery, sender)).toEqual([401, 'sign-in-needed'])
    served.moment = morning
    await sql`update account set state = 'suspended' where employee_id = 'a3'`.execute(owner)
    expect(await codeWhen(delivery, sender)).toEqual([401, 'sign-in-needed'])
    await sql`update account set state = 'active' where employee_id = 'a3'`.execute(owner)
    await sql`update session set ended_at = now() where token_hash = ${leaver.tokenHash}`.execute(owner)
    expect(await codeWhen(delivery, sender)).toEqual([401, 'sign-in-needed'])
    const again = await addPhone(owner, { region: '63.98', employee: 'a3', since: morning, slot: 2 })
    expect((await send(delivery, { cookies: again.cookies })).statusCode).toBe(201)
  })

  test('when it is for another region, for somebody else, or signed by a device of somebody else', async () => {
    const delivery = phone.tap(morning)
    expect(await codeWhen(delivery, { region: '63.99' })).toEqual([422, 'check-in-of-another-region'])
    expect(await codeWhen(delivery, { cookies: other.cookies })).toEqual([403, 'check-in-of-another-person'])
    expect(await codeWhen(phone.tap(morning, { device: other.device }))).toEqual([403, 'device-unknown'])
    expect(await codeWhen(phone.tap(morning, { device: 'd1' }))).toEqual([403, 'device-unknown'])
    const noted = await owner
      .selectFrom('event')
      .select(['actor', 'subject', sql<string>`body ->> 'why'`.as('why')])
      .where('kind', '=', 'check-in-refused')
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    expect(noted).toEqual([
      { actor: 'a1', subject: 'a1', why: 'wrong_device' },
      { actor: 'a2', subject: 'a1', why: 'wrong_person' },
    ])
  })

  test('from a device that is not usable yet or was revoked, but what was kept before is still answered', async () => {
    const lost = await addPhone(owner, { region: '63.98', employee: 'a4', since: morning })
    const before = lost.tap(morning)
    const sender = { cookies: lost.cookies }
    const set = (column: 'usable_from' | 'revoked_at', at: number) =>
      owner
        .updateTable('device')
        .set({ [column]: new Date(at).toISOString() })
        .where('device_id', '=', lost.device)
        .execute()
    await set('usable_from', morning + 1)
    expect(await codeWhen(before, sender)).toEqual([425, 'device-not-yet-usable'])
    await set('usable_from', morning)
    expect((await send(before, sender)).statusCode).toBe(201)
    await set('revoked_at', morning)
    expect(await codeWhen(lost.tap(morning), sender)).toEqual([403, 'device-revoked'])
    expect((await send(before, sender)).statusCode).toBe(201)
  })

  test('after its phone was revoked, but tapped before: kept as evidence that does not count, and nothing else is', async () => {
    const lost = await addPhone(owner, { region: '63.98', employee: 'a7', since: morning - 3_600_000 })
    const sender = { cookies: lost.cookies }
    const before = lost.tap(morning - 600_000)
    await owner
      .updateTable('device')
      .set({ revoked_at: new Date(morning - 60_000).toISOString() })
      .where('device_id', '=', lost.device)
      .execute()
    for (let times = 0; times < 2; times++) expect(await codeWhen(before, sender)).toEqual([409, 'check-in-set-aside'])
    const { rows } = await sql`select count(*)::int as count from event
      where kind = 'check-in-set-aside' and subject = 'a7'`.execute(owner)
    expect(rows).toEqual([{ count: 1 }])
    await app.grader.done()
    const day = '2021-07-21' as Day
    const asked = { from: day, until: day, employees: ['a7'] }
    expect(await checkInsOf(database.db, '63.98', asked)).toEqual([])
    const aside = await checkInsOf(database.db, '63.98', { ...asked, aside: true })
    expect(aside.map(({ record, signatureHolds }) => [record.id, signatureHolds])).toEqual([[before.record.id, true]])

    const late = lost.tap(morning - 30_000)
    const forged = { ...lost.tap(morning - 600_000), sig: phone.tap(morning).sig }
    const { serverTime, sig } = await app.signTime('63.98', lost.device, morning - 20_000)
    const anchor = { serverTime, sig, mono: 0, wall: serverTime, session: 's0' }
    const backdated = lost.tap(morning - 600_000, { anchor })
    for (const one of [late, forged, backdated]) expect(await codeWhen(one, sender)).toEqual([403, 'device-revoked'])
    const other = lost.tap(morning - 600_000, { id: before.record.id })
    expect(await codeWhen(other, sender)).toEqual([422, 'check-in-changed'])
    expect(await checkInsOf(database.db, '63.98', { ...asked, aside: true })).toHaveLength(1)
  })

  test('for a day to come, or one of long ago; days turn at midnight of the region', async () => {
    const early = await addPhone(owner, { region: '63.98', employee: 'a5', since: midnight - 3_600_000 })
    const on = (day: string) => codeWhen(early.tap(morning, { day: day as Day }), { cookies: early.cookies })
    expect(await on('2021-07-22')).toEqual([422, 'check-in-day-ahead'])
    expect(await on('2021-06-19')).toEqual([422, 'check-in-day-past'])
    expect(await on('2021-06-20')).toEqual([201, undefined])
    served.moment = midnight - 1000
    expect(await on('2021-07-21')).toEqual([422, 'check-in-day-ahead'])
    served.moment = midnight
    expect(await on('2021-07-21')).toEqual([201, undefined])
  })

  test('when it is not whole, and the part is named', async () => {
    const { record, ...rest } = phone.tap(morning)
    expect(codeOf(await send({ ...rest }))).toEqual([422, 'check-in-unreadable'])
    expect((await send({ ...rest, record: { ...record, seq: 0 } })).json().detail).toContain('(record.seq)')
    expect(codeOf(await send({ ...rest, record: { ...record, note: 'x'.repeat(201) } }))).toEqual([
      422,
      'check-in-note-too-long',
    ])
    expect(codeOf(await send({ ...rest, record: { ...record, v: 2 } }))).toEqual([422, 'check-in-version-unknown'])
    expect(codeOf(await send({ ...rest, record: { ...record, note: 'x'.repeat(9000) } }))).toEqual([413, 'too-large'])
    expect(codeOf(await send('no json'))).toEqual([400, 'invalid-input'])
  })
})

test('two hundred at once, some of them bad: each has the answer it would have had alone', async () => {
  const senders: readonly (readonly [Phone, string, number])[] = [
    [phone, '63.98', 201],
    [other, '63.98', 201],
    [neighbour, '63.99', 201],
    [{ ...phone, cookies: strangerCookies('63.98') }, '63.98', 401],
    [{ ...phone, cookies: other.cookies }, '63.98', 403],
  ]
  const asked = Array.from({ length: 200 }, (_, number) => {
    const [sender, region, status] = senders[number % senders.length] as (typeof senders)[number]
    return { delivery: sender.tap(morning), cookies: sender.cookies, region, status }
  })
  const answers = await Promise.all(asked.map(({ delivery, ...sender }) => send(delivery, sender)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(asked.map(({ status }) => status))
  const good = asked.filter(({ status }) => status === 201)
  expect(answers.flatMap((one) => (one.statusCode === 201 ? [one.json().id] : []))).toEqual(
    good.map(({ delivery }) => delivery.record.id),
  )
})

describe('the table of check-ins', () => {
  const act = <T>(work: Parameters<typeof as<T>>[2]) => as(database.db, { region: '63.98', reach: 'region' }, work)

  test('takes no change and no removal, but a position goes', async () => {
    const delivery = phone.tap(morning, { position: point })
    await send(delivery)
    const { id } = delivery.record
    await expect(act((tx) => tx.deleteFrom('check_in').execute())).rejects.toThrow('permission denied')
    await expect(act((tx) => tx.updateTable('check_in').set({ record: '{}' }).execute())).rejects.toThrow('denied')
    const move = (position: string | null) =>
      act((tx) => tx.updateTable('check_in').set({ position }).where('check_in_id', '=', id).execute())
    await expect(move('{}')).rejects.toThrow('row-level security')
    await move(null)
    expect((await kept(id))[0]?.position).toBeNull()
  })

  test('shows a head the people of the own agency', async () => {
    await send(phone.tap(morning))
    const seen = (agency: string) =>
      as(database.db, { region: '63.98', reach: 'agency', agency }, (tx) =>
        tx.selectFrom('check_in').select('employee_id').distinct().execute(),
      )
    expect((await seen('dinas-a')).map(({ employee_id }) => employee_id)).toContain('a1')
    expect(await seen('dinas-b')).toEqual([])
  })
})

test('the time is signed for a device of a region, and for nothing else', async () => {
  const time = async (address: string) => app.inject(`/api/v1/regions/${address}`)
  const first = await time(`63.98/time?device=${phone.device}`)
  expect(first.headers['cache-control']).toBe('no-store')
  const [own, others, elsewhere] = [
    first.json(),
    await time(`63.98/time?device=${other.device}`),
    await time(`63.99/time?device=${phone.device}`),
  ]
  expect(own.serverTime).toBe(morning)
  expect(new Set([own.sig, others.json().sig, elsewhere.json().sig]).size).toBe(3)
  expect((await time('63.98/time?device=x')).statusCode).toBe(400)
  expect((await time(`00.00/time?device=${phone.device}`)).statusCode).toBe(404)
})

/** When Wednesday 21 July 2021 began in Makassar. */
const midnight = Date.parse('2021-07-20T16:00:00Z')
const point = { latitude: -2.533, longitude: 112.95, accuracy: 18.2, age: 812, imprint: 7 }

function codeOf({ statusCode, body }: { readonly statusCode: number; readonly body: string }) {
  return [statusCode, JSON.parse(body).code]
}
