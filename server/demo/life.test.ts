import type { Day } from '@piket/domain/calendar/day.ts'
import { momentOf } from '@piket/domain/calendar/zone.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { isRefusal } from '#platform/refusal.ts'
import { addAccount } from '../features/account/service.ts'
import { checkInGrader, checkInsOf } from '../features/check-in-grade/service.ts'
import { type EnteredFacts, saveFacts } from '../features/fact/service.ts'
import { saveRegion } from '../features/region/service.ts'
import { regionDayOf } from '../features/region-return/service.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { samplePerson, sampleUnit } from '../testing/served-region.ts'
import { clearDemonstrations, cleared, goesWith } from './clearing.ts'
import { lifeOf } from './life.ts'

const region = '63.97'
const day = '2021-07-21' as Day
const date = '2026-11-30' as Day
const at = (time: string) => momentOf(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), 480)
let moment = at('05:00')
const clock = clockOf(() => moment)

const agencies = ['dinas-a', 'dinas-b', 'dinas-c', 'dinas-d', 'disdukcapil']
const facts: EnteredFacts = {
  units: agencies.map((unit) => ({ ...sampleUnit(unit, unit), head: `${unit}-0` })),
  employees: agencies.flatMap((unit) =>
    Array.from({ length: 60 }, (_, place) =>
      samplePerson(`${unit}-${place}`, unit, place === 0 ? { job: 'structural' } : {}),
    ),
  ),
}

let database: TestDatabase
let source: Parameters<typeof lifeOf>[0]
let grader: ReturnType<typeof checkInGrader>

beforeAll(async () => {
  database = await openTestDatabase()
  const { db } = database
  const name = { id: 'Kabupaten Hidup', en: 'Hidup' }
  const kind = 'regency'
  await saveRegion(
    db,
    { code: region, slug: 'hidup', name, kind, zone: 'Asia/Makassar', within: null, demoDay: day, invented: true },
    'test',
  )
  await as(db, { region, reach: 'region' }, async (tx) => {
    await saveFacts(tx, facts, { by: 'test', recorded: null })
    await addAccount(tx, { login: 'visitor', employee: 'dinas-a-7', passwordHash: 'none' }, 'test')
  })
  grader = checkInGrader(db, () => false)
  source = { db, clock, grader }
})
afterAll(async () => {
  await grader.stop()
  await database[Symbol.asyncDispose]()
})

const newLife = () => lifeOf(source, () => clearDemonstrations(database.ownerUrl, clock))
const goOn = async (time: string, life = newLife()) => {
  moment = at(time)
  await life(() => false)
  await source.grader.done()
  return checkInsOf(database.db, region, { from: day, until: day })
}
const statements = async () => {
  const found = await regionDayOf(source, region)
  if (isRefusal(found)) throw new Error(found.refused)
  return found.agencies.filter(({ stated }) => stated)
}

test('the morning fills as it goes by, and a restart doubles nothing', async () => {
  const life = newLife()
  expect(await goOn('05:30', life)).toHaveLength(0)
  const early = await goOn('07:00', life)
  expect(early.length).toBeGreaterThan(30)
  const morning = await goOn('09:00', life)
  expect(morning.length).toBeGreaterThan(early.length + 30)
  expect(await goOn('09:00')).toHaveLength(morning.length)
  expect(await statements()).not.toHaveLength(0)
})

test('what phones of the demonstration send is as good as what any phone sends', async () => {
  const all = await goOn('19:00')
  expect(all.every(({ signatureHolds }) => signatureHolds)).toBe(true)
  expect(all.every(({ time }) => time.prompt && time.steady)).toBe(true)
  for (const { record, sha256 } of all.filter(({ record: { kind } }) => kind === 'in')) {
    const next = all.find((one) => one.record.device === record.device && one.record.seq === record.seq + 1)
    if (next) expect(next.record.prev).toBe(sha256)
  }
})

test('visitors play whoever has an account, and the head of the agency they visit', async () => {
  const people = new Set((await goOn('19:00')).map(({ record: { person } }) => person))
  expect(people.has('dinas-a-7')).toBe(false)
  expect(people.size).toBeGreaterThan(270)
  expect((await statements()).map(({ agency }) => agency)).not.toContain('disdukcapil')
})

test('the next morning begins anew, and accounts and phones stay', async () => {
  await database.owner
    .insertInto('announcement')
    .values({
      region_id: region,
      announcement_id: '10000000-0000-4000-8000-000000000000',
      agencies: ['dinas-a'],
      title: 'Apel',
      text: 'Pukul tujuh',
      announced_by: 'a',
      announced_at: new Date(at('10:00')),
    })
    .execute()
  moment = at('19:00') + 11 * 3_600_000
  await newLife()(() => false)
  expect(await checkInsOf(database.db, region, { from: day, until: day })).toHaveLength(0)
  for (const [table] of cleared) expect(await rowsOf(table)).toBe(0)
  for (const [table] of goesWith) expect(await rowsOf(table)).toBe(0)
  expect(await rowsOf('device')).toBeGreaterThan(200)
  expect(await rowsOf('account')).toBeGreaterThan(0)
})

test('a region that fails is named, and those after it go on', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const name = { id: 'Kabupaten Diam', en: 'Diam' }
  const kind = 'regency'
  await saveRegion(
    database.db,
    { code: '63.96', slug: 'diam', name, kind, zone: 'Asia/Makassar', within: null, demoDay: day, invented: true },
    'test',
  )
  let dates = 0
  const life = lifeOf(source, async () => {
    dates += 1
    if (dates === 1) throw new Error('broken')
  })
  moment = at('09:00') + 24 * 3_600_000
  await life(() => false)
  await source.grader.done()
  expect(said.mock.calls.map(([line]) => line)).toEqual(['The demonstration does not begin in 63.96: Error: broken\n'])
  said.mockRestore()
  expect(await checkInsOf(database.db, region, { from: day, until: day })).not.toHaveLength(0)
})

const rowsOf = async (table: string) =>
  Number(
    (await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(database.owner)).rows[0]?.count,
  )

/** What stays when a demonstration begins a day: people, law, accounts, what is arranged, and what happened. */
const stays = [
  ...['region', 'region_setting', 'district', 'village', 'unit_version', 'employee', 'employee_version', 'acting_post'],
  ...['calendar_day', 'season', 'answer', 'override'],
  ...['roster', 'duty', 'service_minimum', 'case_count', 'escort_team', 'escort_team_member', 'receipt_key'],
  ...['coverage', 'coverage_district', 'pilot_site', 'pilot_check', 'ambassador', 'ambassador_award'],
  ...['push_key', 'migration'],
  ...['account', 'role_grant', 'session', 'invitation', 'passkey', 'challenge', 'sign_on_attempt', 'sign_in_failure'],
  ...['totp', 'recovery_code', 'session_challenge'],
  ...[
    'machine_token',
    'device',
    'kiosk_pin',
    'known_place',
    'service_channel',
    'office_screen',
    'push_subscription',
    'notice_address',
    'outage',
    'pulse',
  ],
  ...[
    'webhook',
    'webhook_delivery',
    'fingerprint_machine',
    'machine_number',
    'duty_template',
    'report_setting',
    'report_file',
    'event',
    'sensitive_read',
  ],
  // Of days that are over, which a fixed day never is, and of the region's regulation.
  ...['day_record', 'day_closing', 'tpp_band', 'measure'],
]

test('every table either begins the day anew or is said to stay', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`.execute(
    database.owner,
  )
  const known = new Set([...stays, ...cleared.map(([table]) => table), ...goesWith.map(([table]) => table)])
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
})
