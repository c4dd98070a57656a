import type { Day } from '@piket/domain/calendar/day.ts'
import { afterAll, expect, test } from 'vitest'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { addAccount, grantRole } from '../features/account/service.ts'
import { complaintsAt } from '../features/complaint-desk/service.ts'
import { saveFacts } from '../features/fact/service.ts'
import { findRegion, saveRegion } from '../features/region/service.ts'
import { openTestDatabase } from '../testing/database.ts'
import { samplePerson, sampleUnit } from '../testing/served-region.ts'
import { beginComplaints } from './complaints.ts'

const region = '64.01'
const date = '2026-11-30' as Day
const database = await openTestDatabase()
const { db } = database
const source = { db, clock: clockOf(() => Date.parse('2026-11-30T08:00:00+08:00')) }
afterAll(() => database[Symbol.asyncDispose]())

test('a date of Paser begins with one complaint that waits and one that was answered; once, after those of visitors', async () => {
  const name = { id: 'Kabupaten Paser', en: 'Paser' }
  const shared = { kind: 'regency', zone: 'Asia/Makassar', within: null, invented: false } as const
  await saveRegion(db, { ...shared, code: region, slug: 'paser', name, demoDay: '2021-07-12' as Day }, 'test')
  await as(db, { region, reach: 'region' }, async (tx) => {
    const units = ['disdukcapil', 'bapenda', 'bpbd'].map((path) => sampleUnit(path, path.toUpperCase()))
    await saveFacts(tx, { units, employees: [samplePerson('dimas', 'bpbd')] }, { by: 'test', recorded: null })
    const account = await addAccount(tx, { login: 'dimas', employee: 'dimas', passwordHash: '-' }, 'test')
    await grantRole(tx, account ?? '', { role: 'task_force' }, 'test')
  })
  const visitor = { complaint_id: '10000000-0000-4000-8000-000000000000', code_hash: '0'.repeat(64), number: 1 }
  await database.owner
    .insertInto('complaint')
    .values({
      ...visitor,
      ...{ region_id: region, kind: 'other', unit_id: 'bpbd', day: '2021-07-12', words: 'x', received_at: new Date(0) },
    })
    .execute()
  const found = await findRegion(db, region)
  if (!found) throw new Error('There is no region.')
  for (let times = 0; times < 2; times++) await beginComplaints(source, found, date)
  const held = await complaintsAt(source, found, undefined, 1)
  expect('items' in held && held.items.map(({ number, name, day, state }) => [number, name, day, state])).toEqual([
    [3, 'BAPENDA', '2021-07-11', 'received'],
    [2, 'DISDUKCAPIL', '2021-07-09', 'answered'],
    [1, 'BPBD', '2021-07-12', 'received'],
  ])
})
