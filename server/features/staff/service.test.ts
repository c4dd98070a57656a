import type { Day } from '@piket/domain/calendar/day.ts'
import { nobody } from '@piket/domain/staff/facts.ts'
import { expect, test } from 'vitest'
import { as } from '#platform/db.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { saveRegion } from '../region/service.ts'
import { addVersions, agencyOfEmployee } from './service.ts'

test('somebody who has moved is found where they were posted that day', async () => {
  await using database = await openTestDatabase()
  const region = '64.01'
  const name = { id: 'Kabupaten Paser', en: 'Paser Regency' }
  const place = { kind: 'regency', zone: 'Asia/Makassar', within: null, demoDay: null, invented: false } as const
  await saveRegion(database.db, { code: region, slug: 'paser', name, ...place }, 'test')
  const ani = { ...nobody, employee: 'E-1', name: 'Ani' }
  const before = { ...ani, unit: 'dinas-lama/bidang', until: '2021-01-10' as Day }
  const after = { ...ani, unit: 'dinas-baru', from: '2021-01-11' as Day }
  await as(database.db, { region, reach: 'region' }, (tx) => addVersions(tx, { employees: [before, after] }))
  const agencyOn = (day: string) =>
    agencyOfEmployee(database.db, region, ani.employee, { from: day, until: day, known: day, zone: place.zone })
  expect([await agencyOn('2021-01-10'), await agencyOn('2021-01-11')]).toEqual(['dinas-lama', 'dinas-baru'])
})
