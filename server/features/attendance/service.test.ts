/** Planned against actual, from the tap on a phone to what the superior sees. */
import type { CheckInRecord } from '@piket/domain/attendance/check-in-record.ts'
import { officeCodeAt } from '@piket/domain/attendance/office-code.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { isRefusal } from '#platform/refusal.ts'
import { addPhone, delivered, type Phone } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { forgetPositions } from '../check-in-grade/service.ts'
import { groundAsked } from '../ground/service.ts'
import { askedOf } from '../knowledge/service.ts'
import { closePlace, makePlaceKnown, placesSince } from '../known-place/service.ts'
import { attendanceOf } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const minute = 60_000
const day = '2021-07-21' as Day
const early = morning - 3600_000
const phones: Record<string, Phone> = {}
for (const employee of ['a0', 'a1', 'a2', 'a6'])
  phones[employee] = await addPhone(database.owner, { region: '63.98', employee, since: early })
beforeEach(() => {
  served.moment = morning
})

async function grounded(known?: string) {
  const asked = await askedOf(app, '63.98', { date: day, known })
  if (isRefusal(asked)) throw new Error(asked.refused)
  const ground = await groundAsked(app.db, asked, 'dinas-a')
  if (isRefusal(ground)) throw new Error(ground.refused)
  return ground
}
async function of(employee: string, known?: string) {
  const [found] = await attendanceOf(app, await grounded(known), day, [employee])
  if (!found) throw new Error(`${employee} was not found`)
  return found
}
async function tap(
  employee: string,
  at: number,
  given: Partial<CheckInRecord> = {},
  key = phones[employee]?.privateKey,
) {
  const phone = phones[employee] as Phone
  const { record } = phone.tap(at, { day, ...given })
  served.moment = at
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/api/v1/regions/63.98/check-ins',
    cookies: phone.cookies,
    payload: delivered(record, key ?? phone.privateKey),
  })
  expect(statusCode, body).toBe(201)
  await app.grader.done()
}

test('before anything is recorded nobody is missing until the window closes', async () => {
  expect((await of('a0')).day).toMatchObject({ state: 'not_due', deviation: null })
  served.moment = morning + 2 * minute
  expect((await of('a0')).day).toMatchObject({ state: 'not_recorded', deviation: { kind: 'not_recorded' } })
  expect((await of('a6')).day).toMatchObject({ state: 'excused', deviation: null })
})

describe('a check-in', () => {
  test('at the office with the code on the screen is on time, with the evidence of the building', async () => {
    const { seal } = await grounded()
    const code = officeCodeAt('dinas-a', morning - 5 * minute, seal)
    await tap('a0', morning - 5 * minute, { place: 'office', officeCode: code.toLowerCase(), note: '\u202eHujan' })
    const { day: state, checkIns, hours } = await of('a0')
    expect(state).toMatchObject({ state: 'at_office', planned: 'office', evidence: 3, deviation: null })
    expect(checkIns).toMatchObject([
      { timing: 'on_time', certainty: 'online', evidence: { reasons: ['office_code', 'statement'] }, note: 'Hujan' },
    ])
    expect(hours).toMatchObject({ hours: '07:30-16:00/60', source: 'usual' })
  })

  test('with a code of another office, or an old one, is the own statement', async () => {
    const { seal } = await grounded()
    const planned = (await of('a1')).day.planned === 'home' ? 'home' : 'office'
    await tap('a1', morning - 4 * minute, {
      place: planned,
      officeCode: officeCodeAt('dinas-b', morning - 4 * minute, seal),
    })
    expect((await of('a1')).day.evidence).toBe(1)
    await tap('a1', morning - 3 * minute, {
      place: planned,
      officeCode: officeCodeAt('dinas-a', morning - 7200_000, seal),
    })
    expect((await of('a1')).day.evidence).toBe(1)
  })

  test('signed by another key is kept and never counted', async () => {
    const other = phones.a0 as Phone
    await tap('a2', morning - minute, {}, other.privateKey)
    served.moment = morning + 5 * minute
    expect((await of('a2')).day.state).toBe('not_recorded')
    const rows = await database.owner
      .selectFrom('check_in')
      .select('employee_id')
      .where('employee_id', '=', 'a2')
      .execute()
    expect(rows).toHaveLength(1)
  })

  test('while on leave is shown as such to the head', async () => {
    await tap('a6', morning - minute, { place: 'home' })
    expect((await of('a6')).day).toMatchObject({ state: 'at_home', deviation: { kind: 'working_while_excused' } })
  })
})

test('an outage of ours credits whoever it caught', async () => {
  const at = (moment: number) => new Date(moment).toISOString()
  await tap('a2', morning + 10 * minute, { place: 'home' })
  served.moment = morning + 11 * minute
  // Without a time that the server signed before, lateness is not proven; it is not on time either.
  expect((await of('a2')).checkIns.at(-1)?.timing).toBe('undecided')
  await sql`insert into outage (region_id, cause, starts_at, ends_at)
    values ('63.98', 'silence', ${at(morning - 5 * minute)}, ${at(morning + 8 * minute)})`.execute(database.owner)
  const [last] = (await of('a2')).checkIns.slice(-1)
  expect(last).toMatchObject({ timing: 'credited' })
  expect(last?.outage).toMatch(/^\d+$/)
})

describe('where a point lay', () => {
  const viewer = { region: '63.98', account: 'test', roles: [] }
  const gate = '5f0c8a52-6d6b-4e1c-9d7e-0a4d6f3f7b01'
  const known = (id: string, point: string, radius = 100) =>
    makePlaceKnown(app, viewer, { id, unit: 'dinas-a', kind: 'office', name: 'Gedung', point, radius })
  const at = (latitude: number, longitude = 112.95) => ({ latitude, longitude, accuracy: 20, age: 0, imprint: 3 })
  const days = 86_400_000

  test('is the same before and after the points are dropped, and afterwards whatever becomes of the places', async () => {
    served.moment = morning - 2 * 3600_000
    expect(await known(gate, '-2.5337, 112.95')).toBeUndefined()
    const points = [at(-2.534), at(-2.54), at(-2.6), at(0), { ...at(-2.534), accuracy: 9000 }, null]
    for (const [number, position] of points.entries())
      await tap('a1', morning - minute + number * 1000, { place: 'office', position })
    await tap('a2', morning - minute, { place: 'home', position: at(-2.534) })
    // A place that is closed later counts for the days before.
    served.moment = morning + 3 * days
    const derived = async () => {
      const known = '2021-07-24T07:30'
      return [await of('a1', known), await of('a2', known)].map((one) => JSON.stringify(one))
    }
    const before = await derived()
    expect(before[0]).toMatch(/"inside".*"near".*"within":1000.*"away".*"within":25000.*"away".*"within":null/)
    expect(await closePlace(app, viewer, 'dinas-a', gate)).toBeUndefined()
    expect(await derived()).toEqual(before)

    served.moment = morning + 30 * days
    await forgetPositions(app)
    const positions = () => sql`select from check_in where position is not null`.execute(database.owner)
    expect((await positions()).rows.length).toBe(6)
    served.moment = morning + 31 * days
    await forgetPositions(app)
    expect((await positions()).rows).toEqual([])
    expect(await derived()).toEqual(before)

    await known('5f0c8a52-6d6b-4e1c-9d7e-0a4d6f3f7b02', '-2.6, 112.95')
    await sql`update known_place set closed_at = '2021-07-01' where place_id = ${gate}`.execute(database.owner)
    expect((await as(app.db, { region: '63.98', reach: 'region' }, (tx) => placesSince(tx, morning))).length).toBe(1)
    expect(await derived()).toEqual(before)
  })
})
