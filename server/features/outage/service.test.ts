import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { morning, serveRegion } from '../../testing/served-region.ts'
import { outagesOf, pulseOf } from './service.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const { app, database } = served
const { owner } = database

const second = 1000
const at = (seconds: number) => morning + seconds * second
const well = { admitted: 100, shed: 0 }
const crowded = { admitted: 80, shed: 20 }
const known = async () =>
  (await outagesOf(app, '63.98', { from: at(-3600), until: at(36_000) })).map(({ cause, startsAt, endsAt }) => [
    cause,
    (startsAt - morning) / second,
    (endsAt - morning) / second,
  ])

beforeEach(async () => {
  await sql`truncate outage, pulse`.execute(owner)
  served.moment = morning
})

describe('the pulse', () => {
  /** Beats at some seconds, each time with what the door tells. */
  async function beats(...told: readonly (readonly [number, typeof well])[]) {
    const beat = pulseOf(app)
    for (const [seconds, door] of told) {
      served.moment = at(seconds)
      await beat(door)
    }
  }

  test('tells of no outage while it beats, nor at the first beat ever', async () => {
    await beats([0, well], [15, well], [74, well])
    expect(await known()).toEqual([])
  })

  test('tells of a silence of a minute, in every region, also when another process beats first', async () => {
    await beats([0, well], [60, well])
    await beats([60, well], [75, well])
    expect(await known()).toEqual([['silence', 0, 60]])
    expect((await outagesOf(app, '63.99', { from: at(0), until: at(60) })).length).toBe(1)
    const events = await owner.selectFrom('event').select('subject').where('kind', '=', 'outage-noticed').execute()
    expect(events.map(({ subject }) => subject).toSorted()).toEqual(['63.98', '63.99'])
  })

  test('of one region that fails leaves the others theirs', async () => {
    await sql`alter table pulse add constraint broken check (region_id <> '63.98')`.execute(owner)
    try {
      await beats([0, well])
      const { rows } = await sql`select region_id as region from pulse`.execute(owner)
      expect(rows).toEqual([{ region: '63.99' }])
    } finally {
      await sql`alter table pulse drop constraint broken`.execute(owner)
    }
  })

  test('is shared: one process that is silent beside one that beats is no outage', async () => {
    const [mine, theirs] = [pulseOf(app), pulseOf(app)]
    await mine(well)
    for (const seconds of [30, 60, 90]) {
      served.moment = at(seconds)
      await theirs(well)
    }
    await mine(well)
    expect(await known()).toEqual([])
  })

  test('tells of an overload once it has lasted a minute, for as long as it lasts', async () => {
    await beats([0, well], [15, crowded], [30, crowded], [45, crowded])
    expect(await known()).toEqual([])
    await sql`truncate pulse`.execute(owner)
    await beats(
      [0, well],
      [15, crowded],
      [30, crowded],
      [45, crowded],
      [60, crowded],
      [75, crowded],
      [90, well],
      [105, crowded],
      [120, well],
    )
    expect(await known()).toEqual([['overload', 0, 75]])
  })
})

test('an outage that somebody declares credits people when a second one has confirmed it, until it is withdrawn', async () => {
  await sql`insert into outage (region_id, cause, starts_at, reason, declared_by)
    values ('63.98', 'declared', ${new Date(at(0))}, 'listrik padam', 'it')`.execute(owner)
  expect(await known()).toEqual([])
  await expect(sql`update outage set confirmed_by = 'it'`.execute(owner)).rejects.toThrow('outage_check')
  await sql`update outage set confirmed_by = 'head'`.execute(owner)
  served.moment = at(600)
  expect(await known()).toEqual([['declared', 0, 600]])
  await sql`update outage set withdrawn_at = now()`.execute(owner)
  expect(await known()).toEqual([])
})
