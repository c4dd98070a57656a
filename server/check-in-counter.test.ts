/** The counter in a thread of its own answers as the one beside the app does, and its end loses nobody's check-in. */
import { join } from 'node:path'
import type { Delivery } from '@piket/domain/attendance/check-in-record.ts'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { installation } from '#platform/installation.ts'
import { counterInThread } from './check-in-counter.ts'
import { bundleOf } from './testing/bundled.ts'
import { addPhone } from './testing/phone.ts'
import { morning, serveRegion } from './testing/served-region.ts'

const served = await serveRegion()
const { owner, appUrl } = served.database
const phone = await addPhone(owner, { region: '63.98', employee: 'a1', since: morning })
const counter = counterInThread(await bundleOf(join(installation(), 'server/check-in-thread.ts')), appUrl)
afterAll(async () => {
  await counter.stop()
  await served[Symbol.asyncDispose]()
})

const arrived = (delivery: Delivery) => ({
  region: phone.region,
  session: Object.values(phone.cookies)[0],
  body: JSON.stringify(delivery),
  at: morning,
})

test('keeps a check-in once, answers its repeat alike, and grades it when it is done', async () => {
  const delivery = phone.tap(morning)
  const kept = await counter.keep(arrived(delivery))
  expect(kept).toEqual(await served.app.checkIns.keep(arrived(delivery)))
  expect(kept).toMatchObject({ id: delivery.record.id, received: morning })
  await counter.grader.done()
  const grades = await owner
    .selectFrom('check_in_grade')
    .select('signature_holds')
    .where('check_in_id', '=', delivery.record.id)
    .execute()
  expect(grades).toEqual([{ signature_holds: true }])
})

test('says what is wrong with a record, and of many at once a row that the table refuses fails alone', async () => {
  expect(await counter.keep({ ...arrived(phone.tap(morning)), body: '{' })).toMatchObject({
    refused: 'check-in-unreadable',
  })
  await sql`alter table check_in add constraint planted check (record not like '%planted%')`.execute(owner)
  const settled = await Promise.allSettled(
    Array.from({ length: 40 }, (_, number) =>
      counter.keep(arrived(phone.tap(morning, number === 20 ? { note: 'planted' } : {}))),
    ),
  )
  expect(settled.flatMap(({ status }, place) => (status === 'rejected' ? [place] : []))).toEqual([20])
  await sql`alter table check_in drop constraint planted`.execute(owner)
})

test('ends after what is under way, and then keeps nothing more', async () => {
  const program = await bundleOf(join(installation(), 'server/check-in-thread.ts'))
  const own = counterInThread(program, appUrl)
  const deliveries = Array.from({ length: 100 }, () => phone.tap(morning))
  const kept = Promise.all(deliveries.map((delivery) => own.keep(arrived(delivery))))
  await own.stop()
  expect((await kept).every((one) => 'received' in one)).toBe(true)
  expect(await own.keep(arrived(phone.tap(morning)))).toEqual({ refused: 'try-soon', after: 5 })
})
