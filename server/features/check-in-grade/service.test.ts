import type { CheckInRecord, Delivery } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { addPhone, delivered, type Phone } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { checkInGrader, checkInsOf, forgetPositions, tellOfLastDays } from './service.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const { app, database } = served
const { db, owner } = database
const phone = await addPhone(owner, { region: '63.98', employee: 'a1', since: morning })
const other = await addPhone(owner, { region: '63.98', employee: 'a2', since: morning })
const today = '2021-07-21' as Day

beforeEach(() => {
  served.moment = morning
})

const send = async (payload: Delivery, { cookies }: Phone = phone) => {
  const url = '/api/v1/regions/63.98/check-ins'
  const answer = await app.inject({ method: 'POST', url, payload, cookies: { ...cookies } })
  expect(answer.statusCode).toBe(201)
  return answer.json()
}
async function gradeOf({ record }: Delivery) {
  await app.grader.done()
  const all = await checkInsOf(db, '63.98', { from: today, until: today, employees: [record.person] })
  return all.find((one) => one.record.id === record.id)
}

test('a check-in that was signed at once is found good, with its moment', async () => {
  const { serverTime, sig } = (await app.inject(`/api/v1/regions/63.98/time?device=${phone.device}`)).json()
  const anchor = { serverTime, mono: 0, wall: morning, session: 's1', sig }
  const delivery = phone.tap(morning + 60_000, { anchor })
  served.moment = morning + 61_000
  await send(delivery)
  const found = await gradeOf(delivery)
  expect(found).toMatchObject({ record: delivery.record, receivedAt: morning + 61_000, signatureHolds: true })
  expect(found?.time).toMatchObject({ claimedAt: morning + 60_000, latestAt: morning + 61_000, prompt: true })
  expect(found?.time.earliestAt).toBeCloseTo(morning + 60_000, -2)
})

test('a repeat from the answer of which the phone learnt the time has a time that holds', async () => {
  const { anchor } = await send(phone.tap(morning))
  const delivery = phone.tap(morning, { anchor: { ...anchor, mono: 0, wall: morning, session: 's1' } })
  await send(delivery)
  expect((await gradeOf(delivery))?.time.earliestAt).toBe(morning)
})

test.each<[string, (good: Delivery) => Delivery]>([
  ['by another phone', ({ record }) => delivered(record, other.privateKey)],
  ['before it was changed', (good) => ({ ...good, record: { ...good.record, note: 'lain' } })],
  ['with rubbish', (good) => ({ ...good, sig: 'AAAA' })],
  ['in another form of writing', (good) => ({ ...good, sig: 'M'.repeat(200) })],
])('a check-in signed %s is kept, and found forged', async (_, forge) => {
  const delivery = forge(phone.tap(morning))
  await send(delivery)
  expect((await gradeOf(delivery))?.signatureHolds).toBe(false)
})

test.each<[string, (signed: { serverTime: number; sig: string }) => { serverTime: number; sig: string }]>([
  ['changed', ({ sig }) => ({ serverTime: morning - 3_600_000, sig })],
  ['invented', ({ serverTime }) => ({ serverTime, sig: 'a'.repeat(64) })],
])('a time of the server that was %s bounds nothing', async (_, forge) => {
  const signed = (await app.inject(`/api/v1/regions/63.98/time?device=${phone.device}`)).json()
  const delivery = phone.tap(morning, { anchor: { ...forge(signed), mono: 0, wall: morning, session: 's1' } })
  await send(delivery)
  expect(await gradeOf(delivery)).toMatchObject({ signatureHolds: true, time: { earliestAt: null } })
})

test('the time signed for another phone bounds nothing', async () => {
  const signed = (await app.inject(`/api/v1/regions/63.98/time?device=${other.device}`)).json()
  const delivery = phone.tap(morning, { anchor: { ...signed, mono: 0, wall: morning, session: 's1' } })
  await send(delivery)
  expect((await gradeOf(delivery))?.time.earliestAt).toBeNull()
})

test('what a crash left is graded at the next start, many at once and by two processes', async () => {
  const records: CheckInRecord[] = []
  for (let number = 0; number < 300; number++) {
    const delivery = phone.tap(morning)
    records.push(delivery.record)
    await send(delivery)
  }
  await app.grader.done()
  await sql`delete from check_in_grade`.execute(owner)
  const heirs = [checkInGrader(db, () => true), checkInGrader(db, () => false)]
  await Promise.all(heirs.map((heir) => tellOfLastDays(app, heir, 2)))
  await Promise.all(heirs.map((heir) => heir.done()))
  const all = await checkInsOf(db, '63.98', { from: today, until: today })
  expect(all.filter(({ signatureHolds }) => signatureHolds === undefined)).toEqual([])
  expect(all.length).toBeGreaterThanOrEqual(records.length)
})

test('a day whose database does not answer is graded when it does again', async () => {
  await sql`revoke insert on check_in_grade from piket_app`.execute(owner)
  const delivery = phone.tap(morning)
  await send(delivery)
  await new Promise((resolve) => setTimeout(resolve, 200))
  await sql`grant insert on check_in_grade to piket_app`.execute(owner)
  expect((await gradeOf(delivery))?.signatureHolds).toBe(true)
})

test('a position goes after thirty days, once the signature over it was checked', async () => {
  const { region } = phone
  const keep = (day: string) => {
    const body = phone.tap(morning, {
      day: day as Day,
      position: { latitude: 0, longitude: 0, accuracy: 5, age: 0, imprint: 1 },
    })
    return app.checkIns.keep({
      region,
      session: Object.values(phone.cookies)[0],
      body: JSON.stringify(body),
      at: morning,
    })
  }
  const positions = async () =>
    (await owner.selectFrom('check_in').select('day').where('position', 'is not', null).orderBy('day').execute()).map(
      ({ day }) => day,
    )
  await owner.updateTable('check_in').set({ position: null }).execute()
  for (const day of ['2021-06-20', '2021-06-21', '2021-07-21']) await keep(day)
  await app.grader.done()
  await owner.deleteFrom('check_in_grade').where('day', '=', '2021-06-20').execute()
  await forgetPositions(served.app)
  expect(await positions()).toEqual(['2021-06-20', '2021-06-21', '2021-07-21'])
  // It was told to the grader, and goes the next time.
  await app.grader.done()
  await forgetPositions(served.app)
  expect(await positions()).toEqual(['2021-06-21', '2021-07-21'])
})

test('around somebody are their own, and what others made on one day at exactly the same point', async () => {
  const [near, far] = [
    { latitude: -2.5337001, longitude: 112.9496001, accuracy: 8.5, age: 0, imprint: 11 },
    { latitude: -2.5337001, longitude: 112.9496002, accuracy: 8.5, age: 0, imprint: 12 },
  ]
  const mine = [phone.tap(morning, { position: near }), phone.tap(morning, { position: null })]
  const met = other.tap(morning, { position: { ...near, accuracy: 30, age: 4 } })
  for (const one of mine) await send(one)
  await send(met, other)
  await send(other.tap(morning, { position: far }), other)
  await send(other.tap(morning, { position: null }), other)
  const around = (of: string, agency = 'dinas-a') =>
    checkInsOf(db, '63.98', { from: today, until: today, around: { employees: [of], agencies: [agency] } })
  const ids = (await around('a1')).map(({ record }) => record.id)
  expect(ids).toEqual(expect.arrayContaining([...mine, met].map(({ record }) => record.id)))
  const others = (await around('a1')).filter(({ record: { person } }) => person !== 'a1')
  expect(others.map(({ record }) => record.id)).toEqual([met.record.id])
  expect((await around('a1', 'dinas-b')).every(({ record: { person } }) => person === 'a1')).toBe(true)
  expect(await around('a3')).toEqual([])
})
