/** Days that are over are kept, and follow what is learned of them later. */
import type { CheckInRecord } from '@piket/domain/attendance/check-in-record.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { addPhone, type Phone } from '../../testing/phone.ts'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { saveFacts } from '../fact/service.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { agencyFigures, closeDays, closedDays, keptDays } from './service.ts'

const served = await serveRegion()
const { app, database } = served
afterAll(() => served[Symbol.asyncDispose]())

const day = '2021-07-21' as Day
const hour = 3_600_000
const whole = { from: day, until: day }
const region = async () => (await findRegion(database.db, 'sungai-uji')) as RegionAsListed
const close = async () => closeDays(app, await region())
const recordOfDay = async (employee: string) =>
  (await keptDays(database.db, await region(), { ...whole, employees: [employee] }))[0]

const phones: Record<string, Phone> = {}
beforeAll(async () => {
  for (const [employee, since] of [
    ['a0', morning - hour],
    ['a2', morning + 22 * hour],
  ] as const)
    phones[employee] = await addPhone(database.owner, { region: '63.98', employee, since })
})

async function tap(employee: string, at: number, given: Partial<CheckInRecord> = {}) {
  const phone = phones[employee] as Phone
  const before = served.moment
  served.moment = at
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/api/v1/regions/63.98/check-ins',
    cookies: phone.cookies,
    payload: phone.tap(at, given),
  })
  expect(statusCode, body).toBe(201)
  await app.grader.done()
  served.moment = before
}

test('before a phone has recorded anything no day is closed: nobody was absent from what was not in use', async () => {
  served.moment = morning + 24 * hour
  expect(await close()).toEqual([])
})

describe('a day that is over', () => {
  test('is closed at five the next morning, not before', async () => {
    await tap('a0', morning - 300_000, { place: 'office' })
    served.moment = morning + 21 * hour
    expect(await close()).toEqual([])
    served.moment = morning + 22.5 * hour
    expect(await close()).toEqual([day])
    expect(await closedDays(database.db, await region(), whole)).toMatchObject([{ day, people: 15 }])
  })

  test('says of everybody what is on record', async () => {
    expect(await recordOfDay('a0')).toMatchObject({
      version: 1,
      agency: 'dinas-a',
      employment: 'pns',
      planned: 'office',
      clause: 'uji-2021-07/c3',
      state: 'at_office',
      standing: 'present',
      arrival: 'on_time',
      openFor: [],
    })
    expect(await recordOfDay('a6')).toMatchObject({ standing: 'excused', planned: 'leave', openFor: [] })
    expect(await recordOfDay('a2')).toMatchObject({ standing: 'unexcused', arrival: null, openFor: [] })
  })

  test('of an agency without any record stays open: rather its way of recording failed', async () => {
    expect(await recordOfDay('b1')).toMatchObject({ standing: 'unexcused', openFor: ['silence'] })
    const figures = await agencyFigures(database.db, await region(), whole)
    expect(figures).toMatchObject([
      { agency: 'dinas-a', working: 8, excused: 1, missing: 6, open: 0 },
      { agency: 'dinas-b', missing: 0, open: 4 },
      { agency: 'kantor-c', missing: 0, open: 3 },
    ])
  })

  test('is left alone while nothing changes', async () => {
    expect(await close()).toEqual([])
  })
})

describe('what is learned later', () => {
  test('from a phone without a signal replaces the record of that person alone', async () => {
    await tap('a2', morning + 23 * hour, { tappedWall: morning - 60_000, tappedMono: 0 })
    served.moment = morning + 23.5 * hour
    expect(await close()).toEqual([day])
    expect(await recordOfDay('a2')).toMatchObject({ version: 2, standing: 'present' })
    expect(await recordOfDay('a0')).toMatchObject({ version: 1 })
    const { rows } = await sql<{ standing: string; replaced: boolean }>`
      select standing, replaced_at is not null as replaced from day_record
      where employee_id = 'a2' order by version`.execute(database.owner)
    expect(rows).toEqual([
      { standing: 'unexcused', replaced: true },
      { standing: 'present', replaced: false },
    ])
  })

  test('of leave recorded late counts from the next night on', async () => {
    await as(database.db, { region: '63.98', reach: 'region' }, (tx) =>
      saveFacts(
        tx,
        { leave: [{ employee: 'a3', kind: 'sick', from: day, until: day, recorded: null }] },
        { by: 'test', recorded: null },
      ),
    )
    expect(await close()).toEqual([])
    served.moment = morning + 47 * hour
    expect(await close()).toEqual([day, '2021-07-22'])
    expect(await recordOfDay('a3')).toMatchObject({ version: 2, standing: 'excused' })
  })

  test('of an outage in the hours of coming opens the day of whoever is missing', async () => {
    await sql`insert into outage (region_id, cause, starts_at, ends_at, recorded_at) values ('63.98', 'silence',
      ${new Date(morning - hour).toISOString()}, ${new Date(morning - hour / 2).toISOString()},
      ${new Date(morning + 47.5 * hour).toISOString()})`.execute(database.owner)
    served.moment = morning + 48 * hour
    expect(await close()).toContain(day)
    expect(await recordOfDay('a4')).toMatchObject({ standing: 'unexcused', openFor: ['outage'] })
  })

  test('leaves events that name no person', async () => {
    const { rows } = await sql<{ kind: string; body: object }>`
      select kind, body from event where subject = ${day} order by id`.execute(database.owner)
    expect(rows.map(({ kind }) => kind)).toEqual(['day-closed', ...Array(3).fill('day-derived-again')])
    expect(rows[1]?.body).toEqual({ people: 15, changed: 1 })
  })
})

describe('a correction', () => {
  const openFor = async () => (await recordOfDay('a7'))?.openFor
  const at = (moment: number) => new Date(moment).toISOString()

  test('opens its day while it waits, and while a refusal can be appealed', async () => {
    await sql`insert into correction (region_id, employee_id, correction_id, day, kind, moment, place, at, reason, asked_at)
      values ('63.98', 'a7', '20000000-0000-4000-8000-000000000000', ${day}, 'forgot', 'in', 'home', ${at(morning)},
        'Lupa mencatat', ${at(served.moment + 60_000)})`.execute(database.owner)
    served.moment += hour / 2
    expect(await close()).toContain(day)
    expect(await openFor()).toContain('correction')
    await sql`insert into correction_decision (region_id, employee_id, correction_id, round, outcome, reason, decided_by,
        decided_as, decided_at) values ('63.98', 'a7', '20000000-0000-4000-8000-000000000000', 1, 'refused',
        'Tidak terlihat', 'a0', 'head', ${at(served.moment + 60_000)})`.execute(database.owner)
    served.moment += hour / 2
    await close()
    expect(await openFor()).toContain('correction')
  })

  test('closes it once its term has run out, without anybody doing anything', async () => {
    served.moment += 96 * hour
    expect(await close()).toContain(day)
    expect(await openFor()).not.toContain('correction')
  })
})

test('a region whose one day is fixed closes none', async () => {
  expect(await closeDays(app, { ...(await region()), demoDay: day })).toEqual([])
})
