import { roles } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { pilotKinds } from '@piket/domain/situation/pilot-site.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { publicAmbassadors } from '../features/ambassador/service.ts'
import { publicCoverage } from '../features/coverage/service.ts'
import { offeredAccounts } from '../features/demonstration/service.ts'
import { loadFacts } from '../features/fact/service.ts'
import { publicSites } from '../features/pilot-site/service.ts'
import { listRegions } from '../features/region/service.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { addDemonstrationAccounts } from './accounts.ts'
import { type DemoCircular, loadDemo, type Progress } from './load.ts'
import { addDemonstrationSituation } from './situation.ts'

const today = '2026-11-25' as Day
const stored: string[] = []
const steps: Progress[] = []
const options = {
  today,
  async storeCircular(_: unknown, { slug }: { slug: string }, { doc, recorded }: DemoCircular) {
    stored.push(`${slug} ${doc.id} ${recorded}`)
  },
  progress: (step: Progress) => void steps.push(step),
}

let database: TestDatabase
let loaded: string[] = []

beforeAll(async () => {
  database = await openTestDatabase()
  loaded = await loadDemo(database.db, options)
})
afterAll(() => database[Symbol.asyncDispose]())

test('five regions are loaded, and each says when it is done', () => {
  expect(loaded).toEqual(['62.02', '64.01', '64.02', '64.74', '99.01'])
  expect(steps.filter(({ step }) => step === 'done')).toHaveLength(5)
})

test('each region is given its own documents, as known from their text', () => {
  expect(stored.toSorted()).toEqual([
    'bontang bontang-2020-03 2020-03-23',
    'kotawaringin-timur kalteng-180.17-109-2021 2021-07-05',
    'kotawaringin-timur kotim-2021-07 2021-07-19',
    'kutai-kartanegara kukar-2021-01 2021-01-25',
    'muara-selasih muara-selasih-2026 2026-01-26',
    'paser paser-2021-01 2021-01-04',
    'paser paser-2021-07 2021-07-08',
  ])
})

test('what was generated is what is held', async () => {
  const actor = { region: '64.02', reach: 'region' } as const
  const day = '2021-01-27' as Day
  const facts = await as(database.db, actor, (tx) =>
    loadFacts(tx, { from: day, until: day, known: `${day}T08:00`, zone: 'Asia/Makassar' }),
  )
  expect(facts.employees).toHaveLength(12_889)
  expect(facts.leave.length).toBeGreaterThan(200)
  expect(facts.attributes.some(({ attribute }) => attribute === 'unwell')).toBe(true)
  expect(facts.employees.find(({ position }) => position === 'sekda')).toMatchObject({
    name: 'H. Sunggono',
    birth: null,
  })
})

test('areas, teams, minima and case counts are there', async () => {
  const counts = await as(database.db, { region: '64.01', reach: 'region' }, async (tx) => {
    const tables = [
      'district',
      'village',
      'escort_team',
      'case_count',
      'service_minimum',
      'calendar_day',
      'season',
    ] as const
    const count = async (table: (typeof tables)[number]) =>
      (
        await tx
          .selectFrom(table)
          .select((all) => all.fn.countAll<number>().as('rows'))
          .executeTakeFirstOrThrow()
      ).rows
    return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(table)])))
  })
  expect(counts).toMatchObject({ district: 10, village: 144, escort_team: 155, case_count: 1, season: 3 })
  expect(counts.service_minimum).toBeGreaterThan(20)
  expect(counts.calendar_day).toBeGreaterThan(80)
})

test('every region offers every role that people hold, and whoever leads an agency in the place of its head', async () => {
  const acting: Record<string, number> = {}
  for (const region of await listRegions(database.db)) {
    if (region.kind === 'province') continue
    const day = region.demoDay ?? today
    const clock = clockOf(() => Date.parse(`${day}T02:00:00Z`))
    await addDemonstrationAccounts(database.db, region, `${day}T10:00`)
    const offered = await offeredAccounts({ db: database.db, clock }, region)
    const held = new Set(offered.flatMap((one) => one.roles))
    expect([...roles].filter((role) => !held.has(role))).toEqual(['machine'])
    acting[region.slug] = offered.filter(({ acts }) => acts).length
  }
  // In Bontang every agency has its head.
  const four = { 'kotawaringin-timur': 1, paser: 1, 'kutai-kartanegara': 1, 'muara-selasih': 1 }
  expect(acting).toEqual({ ...four, bontang: 0 })
})

test('Kutai Kartanegara has a pilot site of every kind, all proposed, and names who agreed', async () => {
  const { db } = database
  const region = (await listRegions(db)).find(({ slug }) => slug === 'kutai-kartanegara')
  if (!region) throw new Error('The region is not there.')
  await addDemonstrationSituation(db, region)
  // Of a later morning of the same day, also where it is early.
  const source = { db, clock: clockOf(() => Date.parse('2026-07-20T16:05:00Z')) }
  const coverage = await publicCoverage(source, region, '2021-01-27' as Day)
  expect(coverage.map(({ group, first }) => [group, first])).toEqual([
    ['health_workers', 1142],
    ['public_officers', null],
    ['elderly', null],
  ])
  const together = coverage[0]?.breakdown?.rows.filter(({ districts }) => districts.length > 1)
  expect(together).toEqual([
    { districts: ['64.02.12', '64.02.18', '64.02.19', '64.02.09'], target: 245, first: 23, second: null },
  ])
  const sites = await publicSites(source, region)
  expect(sites.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(pilotKinds).toSorted())
  expect(sites.filter(({ proposed }) => !proposed)).toEqual([])
  const { named, unnamed } = await publicAmbassadors(source, region)
  expect([named.map(({ name }) => name), unnamed]).toEqual([['Maimunah (orang rekaan)'], 1])
  // Again, as at the next start: what visitors did since stays.
  await addDemonstrationSituation(db, region)
  expect(await publicAmbassadors(source, region)).toEqual({ named, unnamed })
})

test('a second load changes nothing', async () => {
  expect(await loadDemo(database.db, options)).toEqual([])
  expect(steps.slice(-5).map(({ step }) => step)).toEqual(Array(5).fill('present'))
})
