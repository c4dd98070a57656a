/** Recalls of days before, as their check-ins and the clock have them. */
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { minutes, serveRecalls, tomorrow } from '../../testing/recalls.ts'
import { missedBefore } from './service.ts'

const recalls = await serveRecalls()
const { served, app, database, own, phone, ordered, checkIn, counted } = recalls
afterAll(() => served[Symbol.asyncDispose]())
beforeEach(recalls.afresh)

test('however many were missed on days before, their check-ins are read at once and told apart', async () => {
  const id = await ordered()
  await sql`insert into recall (region_id, order_id, day, employee_id, agency_id, reason, clause, place, ordered_by,
      ordered_as, ordered_at, arrive_by_at, noticed_at)
    select region_id, gen_random_uuid(), to_day, who, agency_id, reason, clause, place, ordered_by, ordered_as,
      ordered_at, arrive_by_at, noticed_at
    from recall, (values (date '2021-07-20', 'a7'), ('2021-07-21', 'a2'), ('2021-07-20', 'a2')) as other (to_day, who)
    where recall_id = ${id}`.execute(database.owner)
  served.moment = tomorrow(10)
  await sql`update session set expires_at = expires_at + interval '1 day'`.execute(database.owner)
  await checkIn(phone.tap(minutes(20), { place: 'home' }))
  const { source, begun } = counted()
  expect((await missedBefore(source, own, ['a2', 'a7'])).map(({ day, person }) => [day, person])).toEqual([
    ['2021-07-20', 'a2'],
    ['2021-07-20', 'a7'],
    ['2021-07-21', 'a2'],
    ['2021-07-21', 'a7'],
  ])
  expect(begun()).toBe(2)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  const missed = await missedBefore(app, own, ['a2', 'a7'])
  expect(missed.map(({ day, person }) => [day, person])).not.toContainEqual(['2021-07-21', 'a7'])
  expect(missed.length).toBe(3)
})
