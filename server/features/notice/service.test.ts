/** Notices over a real mail server, a service of browsers that opens what it is sent, and the real queue. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { startMailServer } from '../../testing/mail-server.ts'
import { startPushService } from '../../testing/push-service.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { ownNotices, type Source, stateAddress, subscribe, unsubscribe } from '../notice-address/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { startNotices } from './jobs.ts'
import { deliver, NotYet, tell, toldOf } from './service.ts'

const served = await serveRegion()
const [mail, push] = [await startMailServer(), await startPushService()]
const { database, app } = served
const origin = 'https://piket.contoh.go.id'
const source: Source = {
  db: database.db,
  clock: app.clock,
  origin,
  channels: {
    mail: { url: mail.url, from: 'piket@contoh.go.id' },
    push: { subject: origin, origins: [push.origin] },
  },
}
const region = (await findRegion(database.db, '63.98')) as RegionAsListed
const whole = { region: region.code, reach: 'region' } as const
afterAll(async () => {
  for (const one of [mail, push, served]) await one[Symbol.asyncDispose]()
})
const subscribed = (name?: string) => {
  const { endpoint, keys } = push.subscription(name)
  return subscribe(source, region, 'a7', { endpoint, ...keys })
}
beforeEach(async () => {
  served.moment = morning
  push.state.status = 201
  mail.state.refusing = undefined
  mail.mails.length = 0
  push.pushed.length = 0
  for (const table of ['delivery', 'notice', 'push_subscription', 'notice_address'])
    await sql`delete from ${sql.table(table)}`.execute(database.owner)
  await sql`select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs`.execute(database.owner)
})

const day = '2021-07-21' as Day
const recall = { kind: 'recall', subject: 'r1', agency: 'dinas-a', day, employee: 'a7', by: 'a0' } as const
const hour = 3_600_000
const due = morning + 90 * 60_000
const told = () => as(database.db, whole, (tx) => tell(tx, source, region, { ...recall, due }))
const states = async () => {
  const [notice] = (await as(database.db, whole, (tx) => toldOf(tx, 'recall', [day], morning))).get('r1') ?? []
  return notice?.deliveries.map(({ channel, state, tries, failedFor }) => [channel, state, tries, failedFor].join(' '))
}
const queued = async () => {
  const { rows } = await sql<{ notice: string; channel: 'push' | 'mail' }>`
    select notice_id as notice, channel from delivery`.execute(database.owner)
  return rows
}
const sendAll = async () => {
  for (const ref of await queued())
    await deliver(source, { region: region.code, ...ref }).catch((error) => {
      if (!(error instanceof NotYet)) throw error
    })
}

test('a notice goes over every channel once it is written: short, without a reason, with the way to answer', async () => {
  await stateAddress(source, region, 'a7', 'pegawai@contoh.go.id')
  expect(await subscribed()).toBeUndefined()
  const stop = await startNotices(source, database.ownerUrl)
  await told()
  await expect.poll(states, { timeout: 15_000 }).toEqual(['mail handed_over 1 ', 'push handed_over 1 '])
  await stop()
  expect(mail.mails.map(({ to }) => to)).toEqual([['pegawai@contoh.go.id']])
  expect(mail.mails[0]?.text).toContain('https://piket.contoh.go.id/sungai-uji/saya')
  const { pushKey } = await ownNotices(source, region, 'a7')
  expect(push.pushed).toEqual([
    {
      subject: origin,
      audience: push.origin,
      sender: pushKey,
      text: expect.stringContaining('09.00 WITA'),
      ttl: 90 * 60,
    },
  ])
  expect(JSON.parse(push.pushed[0]?.text ?? '')).toEqual({
    id: {
      title: 'Anda dipanggil ke kantor',
      body: 'Hadir paling lambat pukul 09.00 WITA. Buka Piket untuk menjawab.',
    },
    en: { title: 'You are called to the office', body: 'Be there by 09:00 WITA. Open Piket to answer.' },
    href: '/sungai-uji/saya',
    tag: 'recall r1',
  })
})

test('what is not written is not sent', async () => {
  await subscribed()
  const undone = as(database.db, whole, async (tx) => {
    await tell(tx, source, region, { ...recall, due })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  const { rows } = await sql`select from graphile_worker.jobs`.execute(database.owner)
  expect(rows).toEqual([])
})

test('who has no channel is told of as such', async () => {
  await told()
  expect(await states()).toEqual([])
})

test.each([404, 410])('a phone that is gone (%i) is forgotten', async (status) => {
  await subscribed()
  await told()
  push.state.status = status
  await sendAll()
  expect(await states()).toEqual(['push failed 1 no-receiver'])
  expect((await ownNotices(source, region, 'a7')).phones).toEqual([])
})

test('one phone that takes it is enough', async () => {
  await subscribed('one')
  await subscribed('two')
  await told()
  await sendAll()
  expect([await states(), push.pushed.length]).toEqual([['push handed_over 1 '], 2])
})

test('a service that does not answer is tried again for hours, as often as the queue does', async () => {
  await subscribed()
  await told()
  const { rows } = await sql`select max_attempts as most from graphile_worker.jobs`.execute(database.owner)
  expect(rows).toEqual([{ most: 10 }])
  push.state.status = 503
  for (let tries = 1; tries <= 11; tries++) await sendAll()
  expect(await states()).toEqual(['push failed 10 unreachable'])
})

test.each([
  [550, 'mail failed 1 turned-away'],
  [450, 'mail queued 1 '],
])('a mail server that says %i: %s', async (code, state) => {
  await stateAddress(source, region, 'a7', 'pegawai@contoh.go.id')
  await told()
  mail.state.refusing = code
  await sendAll()
  expect(await states()).toEqual([state])
})

test('after the deadline nobody is called any more', async () => {
  await subscribed()
  await told()
  served.moment = due
  await sendAll()
  expect([await states(), push.pushed]).toEqual([['push failed 1 too-late'], []])
})

test('a reminder of a statement, whose hour is past, is kept for the phone until the day of the region ends', async () => {
  await subscribed()
  served.moment = morning + 3 * hour
  const about = { ...recall, kind: 'return_missing', subject: 'dinas-a', due: morning + 2.5 * hour } as const
  await as(database.db, whole, (tx) => tell(tx, source, region, about))
  await sendAll()
  expect(push.pushed.map(({ ttl }) => ttl)).toEqual([(16.5 - 3) * 3600])
})

test('on the day after nobody is reminded of a statement', async () => {
  await subscribed()
  const about = { ...recall, kind: 'return_missing', subject: 'dinas-a', due: morning + 2.5 * hour } as const
  await as(database.db, whole, (tx) => tell(tx, source, region, about))
  served.moment = morning + 16.5 * hour
  await sendAll()
  expect(push.pushed).toEqual([])
})

test.each([
  'http://fcm.googleapis.com/x',
  'https://fcm.googleapis.com.example.org/x',
  'https://user@fcm.googleapis.com/x',
  'https://fcm.googleapis.com:8443/x',
  'http://127.0.0.1:1/x',
  'https://169.254.169.254/x',
])('%s is no service of browsers', async (endpoint) => {
  const { keys } = push.subscription()
  expect(await subscribe(source, region, 'a7', { endpoint, ...keys })).toEqual({ refused: 'notice-phone-unusable' })
})

test('the address that somebody states goes before that of the staff list, and none is none', async () => {
  await sql`update employee_version set email = 'daftar@contoh.go.id'
    where region_id = ${region.code} and employee_id = 'a7'`.execute(database.owner)
  const own = async () => (await ownNotices(source, region, 'a7')).mail
  expect(await own()).toBe('daftar@contoh.go.id')
  await stateAddress(source, region, 'a7', ' sendiri@contoh.go.id ')
  expect(await own()).toBe('sendiri@contoh.go.id')
  expect(await stateAddress(source, region, 'a7', 'a@b.id\r\nBcc: c@d.id')).toEqual({
    refused: 'notice-address-unusable',
  })
  await stateAddress(source, region, 'a7', '')
  expect(await own()).toBeNull()
})

test('five phones are kept, the newest; one that somebody else uses now is theirs', async () => {
  for (let count = 1; count <= 7; count++) {
    served.moment = morning + count * 1000
    await subscribed(`phone-${count}`)
  }
  const { phones } = await ownNotices(source, region, 'a7')
  expect(phones.map((at) => (at - morning) / 1000)).toEqual([7, 6, 5, 4, 3])
  const { endpoint, keys } = push.subscription('phone-7')
  await subscribe(source, region, 'a2', { endpoint, ...keys })
  expect((await ownNotices(source, region, 'a7')).phones.length).toBe(4)
  await unsubscribe(source, region, 'a7')
  expect((await ownNotices(source, region, 'a7')).phones).toEqual([])
})
