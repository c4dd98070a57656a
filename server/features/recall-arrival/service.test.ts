/** Who comes that was called: kept once, from a check-in or from the word of a superior. */
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { minutes, serveRecalls, tomorrow } from '../../testing/recalls.ts'
import { untilWaiting } from '../../testing/waiting.ts'
import { keepArrivals } from './service.ts'

const recalls = await serveRecalls()
const { served, app, database, own, phone, page, post, board, ordered, state, events, checkIn, counted } = recalls
afterAll(() => served[Symbol.asyncDispose]())
beforeEach(recalls.afresh)

test('who came counts as at the office, and the decision of the day says so', async () => {
  const id = await ordered()
  served.moment = minutes(60)
  expect((await post('b0', `panggilan/${id}/hadir`)).statusCode).toBe(404)
  for (let times = 0; times < 2; times++) expect((await post('a0', `panggilan/${id}/hadir`)).statusCode).toBe(303)
  const other = await post('a1', `panggilan/${id}/hadir`)
  expect([other.statusCode, other.body.includes('sudah tercatat hadir')]).toEqual([409, true])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
  expect(await state()).toBe('Sudah hadir')
  const { rows } = await sql`select employee_id, action, to_char(starts_time, 'HH24:MI') as at, ordered_by
    from override where day = '2021-07-21'`.execute(database.owner)
  expect(rows).toEqual([{ employee_id: 'a7', action: 'recall', at: '08:30', ordered_by: 'opd_head' }])
  served.moment = minutes(61)
  const own = documentOf((await page('a7', 'saya')).body)
  expect(wordsOf(own.querySelector('.hero h1'))).toBe('Anda bekerja di kantor')
})

test.each([
  ['by the superior', (id: string) => post('a0', `panggilan/${id}/hadir`)],
  ['by a check-in', () => checkIn(phone.tap(minutes(50), { place: 'office' }))],
])('who cannot come, and then comes as is known %s, keeps the reason on the board', async (_, arrived) => {
  const id = await ordered()
  served.moment = minutes(4)
  const answer = { recall: id, answer: 'declined' } as const
  await checkIn(phone.tap(minutes(4), { kind: 'recall_answer', place: 'home', note: 'Jalan putus', recall: answer }))
  expect(wordsOf((await board()).querySelector('.list'))).toContain('Alasan: Jalan putus')
  served.moment = minutes(50)
  await arrived(id)
  await keepArrivals(app, own)
  const card = wordsOf((await board()).querySelector('.list'))
  expect([await state(), card.includes('Semula berhalangan: Jalan putus')]).toEqual(['Sudah hadir', true])
  expect(card).toContain('menjawab 07.34')
})

test('an answer signed by the phone counts at its tap; a check-in at the office is the arrival, kept once', async () => {
  const id = await ordered()
  const answer = { recall: id, answer: 'acknowledged' } as const
  served.moment = minutes(4)
  const said = phone.tap(minutes(4), { kind: 'recall_answer', place: 'home', recall: answer })
  for (let times = 0; times < 2; times++) await checkIn(said)
  expect(await state()).toBe('Siap hadir')
  expect(wordsOf((await board()).querySelector('.list'))).toContain('menjawab 07.34')
  expect(await keepArrivals(app, own)).toBe(0)
  served.moment = minutes(50)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  expect(wordsOf((await board()).querySelector('.list'))).toContain('hadir 08.20, dari presensi kantor')
  expect([await keepArrivals(app, own), await keepArrivals(app, own)]).toEqual([1, 0])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
  const { rows } = await sql`select employee_id from override where day = '2021-07-21'`.execute(database.owner)
  expect(rows).toEqual([{ employee_id: 'a7' }])
})

test('who came without a signal came: the check-in that is sent after midnight is the arrival', async () => {
  const id = await ordered()
  served.moment = tomorrow(10)
  expect(await keepArrivals(app, own)).toBe(0)
  await sql`update session set expires_at = expires_at + interval '1 day'`.execute(database.owner)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  expect((await board()).querySelector('.list')).toBeNull()
  expect([await keepArrivals(app, own), await keepArrivals(app, own)]).toEqual([1, 0])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
})

test('an arrival is kept once, though two look for it at the same time', async () => {
  const id = await ordered()
  served.moment = minutes(50)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  const both = await database.owner.transaction().execute(async (tx) => {
    await sql`select from recall where recall_id = ${id} for update`.execute(tx)
    const keeping = [keepArrivals(app, own), keepArrivals(app, own)]
    await untilWaiting(database.owner, 2)
    return keeping
  })
  expect((await Promise.all(both)).toSorted()).toEqual([0, 1])
  expect(await events(id)).toEqual(['recall-ordered', 'recall-arrived'])
})

test("a check-in that is found later does not take the superior's word away", async () => {
  const id = await ordered()
  served.moment = minutes(50)
  await checkIn(phone.tap(minutes(50), { place: 'office' }))
  const [keeping] = await database.owner.transaction().execute(async (tx) => {
    await sql`update recall set arrived_at = ordered_at, arrival_by = 'a0' where recall_id = ${id}`.execute(tx)
    const one = keepArrivals(app, own)
    await untilWaiting(database.owner)
    return [one]
  })
  expect(await keeping).toBe(0)
  const { rows } = await sql`select arrival_by from recall`.execute(database.owner)
  expect(rows).toEqual([{ arrival_by: 'a0' }])
  expect(await events(id)).toEqual(['recall-ordered'])
})

test('what nobody came to costs the same each minute, however much there is', async () => {
  const id = await ordered()
  await sql`insert into recall (region_id, order_id, day, employee_id, agency_id, reason, clause, place, ordered_by,
      ordered_as, ordered_at, arrive_by_at, noticed_at)
    select region_id, gen_random_uuid(), day, employee_id, agency_id, reason, clause, place, ordered_by, ordered_as,
      ordered_at, arrive_by_at, noticed_at
    from recall, generate_series(1, 4) where recall_id = ${id}`.execute(database.owner)
  served.moment = tomorrow(10)
  await sql`update session set expires_at = expires_at + interval '1 day'`.execute(database.owner)
  await checkIn(phone.tap(minutes(20), { place: 'home' }))
  const { source, begun } = counted()
  expect(await keepArrivals(source, own)).toBe(0)
  expect(begun()).toBe(2)
})
