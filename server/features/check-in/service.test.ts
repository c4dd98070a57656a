import type { Delivery } from '@piket/domain/attendance/check-in-record.ts'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { addPhone, type Phone } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { keepMany } from './queries.ts'
import { checkInCounter, recordOf } from './service.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const { db, owner } = served.database
const phone = await addPhone(owner, { region: '63.98', employee: 'a1', since: morning })
const neighbour = await addPhone(owner, { region: '63.99', employee: 't1', since: morning })

const row = ({ tokenHash }: Phone, { record, sentMono, sentWall, sentSession }: Delivery, place: number) => ({
  place,
  token_hash: `\\x${tokenHash.toString('hex')}`,
  day: record.day,
  employee_id: record.person,
  check_in_id: record.id,
  device_id: record.device,
  kind: record.kind,
  record: JSON.stringify(record),
  position: null,
  sha256: '\\x00',
  signature: '\\x00',
  sent_mono: sentMono,
  sent_wall: sentWall,
  sent_session: sentSession,
  received_at: new Date(morning).toISOString(),
})
const arrived = (delivery: Delivery) => ({
  region: phone.region,
  session: Object.values(phone.cookies)[0],
  body: JSON.stringify(delivery),
  at: morning,
})
const counted = async () =>
  Number((await sql<{ n: number }>`select count(*) as n from check_in`.execute(owner)).rows[0]?.n)

test('an empty batch keeps nothing, and so does a region that does not exist', async () => {
  expect(await keepMany(db, '{}')).toEqual([])
  expect(await keepMany(db, '{"63.98": []}')).toEqual([])
  const [answer] = await keepMany(db, JSON.stringify({ '00.00': [row(phone, phone.tap(morning), 0)] }))
  expect(answer?.outcome).toBe('no_session')
})

test('one statement answers rows of several regions, each in its place, and one twice in it is kept once', async () => {
  const [mine, theirs] = [phone.tap(morning), neighbour.tap(morning)]
  const before = await counted()
  const answers = await keepMany(
    db,
    JSON.stringify({
      '63.99': [row(neighbour, theirs, 0), row(phone, mine, 3)],
      '63.98': [row(phone, mine, 1), row(phone, mine, 2)],
    }),
  )
  const sorted = answers.toSorted((a, b) => a.place - b.place)
  expect(sorted.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'kept', 'no_session'])
  expect(await counted()).toBe(before + 2)
})

test('a statement leaves neither region nor reach on its connection', async () => {
  await keepMany(db, JSON.stringify({ '63.98': [row(phone, phone.tap(morning), 0)] }))
  expect((await sql`select from check_in`.execute(db)).rows).toEqual([])
})

test('batches with the same rows in another order do not wait for each other', async () => {
  for (let round = 0; round < 20; round++) {
    const rows = (sender: Phone) => Array.from({ length: 30 }, (_, number) => row(sender, sender.tap(morning), number))
    const [mine, theirs] = [rows(phone), rows(neighbour)]
    const batch = () => keepMany(db, JSON.stringify({ '63.98': mine, '63.99': theirs }))
    const turned = () => keepMany(db, JSON.stringify({ '63.99': theirs.toReversed(), '63.98': mine.toReversed() }))
    const answers = await Promise.all([batch(), turned(), batch(), turned()])
    expect(answers.flat().every(({ outcome }) => outcome === 'kept' || outcome === 'raced')).toBe(true)
  }
})

test('a row that the table refuses fails alone', async () => {
  await sql`alter table check_in add constraint planted check (record not like '%planted%')`.execute(owner)
  const counter = checkInCounter(db)
  const keep = (delivery: Delivery) => counter.keep(arrived(delivery))
  const settled = await Promise.allSettled(
    Array.from({ length: 100 }, (_, number) => keep(phone.tap(morning, number === 40 ? { note: 'planted' } : {}))),
  )
  const failed = settled.flatMap(({ status }, place) => (status === 'rejected' ? [place] : []))
  expect(failed).toEqual([40])
  expect(settled.every((one) => one.status === 'rejected' || 'received' in one.value)).toBe(true)
  await sql`alter table check_in drop constraint planted`.execute(owner)
})

test('the record comes back from the table as it was signed', async () => {
  const delivery = phone.tap(morning, {
    position: { latitude: -2.533, longitude: 112.95, accuracy: 18.2, age: 0, imprint: 7 },
  })
  await checkInCounter(db).keep(arrived(delivery))
  const kept = await owner
    .selectFrom('check_in')
    .select(['record', 'position'])
    .where('check_in_id', '=', delivery.record.id)
    .executeTakeFirstOrThrow()
  expect(recordOf(kept.record, kept.position)).toEqual(delivery.record)
})
