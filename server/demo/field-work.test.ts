import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { noChannels } from '#platform/channels.ts'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { isRefusal } from '#platform/refusal.ts'
import { ownCases, readCase } from '../features/case/service.ts'
import { saveFacts } from '../features/fact/service.ts'
import { findUncoordinated } from '../features/finding/service.ts'
import { findRegion, saveRegion } from '../features/region/service.ts'
import { openTestDatabase } from '../testing/database.ts'
import { samplePerson, sampleUnit } from '../testing/served-region.ts'
import { beginCalendar } from './field-work.ts'

const region = '64.01'
const date = '2026-11-30' as Day
const source = { clock: clockOf(() => Date.parse('2026-11-30T08:00:00+08:00')), channels: noChannels }
const database = await openTestDatabase()
const { db, owner } = database
afterAll(() => database[Symbol.asyncDispose]())

test('a date of Paser begins with its calendar, what was found on the first day of the letter, and both replies; once', async () => {
  const name = { id: 'Kabupaten Paser', en: 'Paser' }
  const shared = { kind: 'regency', zone: 'Asia/Makassar', within: null, invented: false } as const
  await saveRegion(db, { ...shared, code: region, slug: 'paser', name, demoDay: '2021-07-12' as Day }, 'test')
  await as(db, { region, reach: 'region' }, (tx) =>
    saveFacts(
      tx,
      {
        units: [
          sampleUnit('disdukcapil', 'Disdukcapil'),
          sampleUnit('disdukcapil/sekretariat', 'Sekretariat'),
          sampleUnit('disdukcapil/bidang-piak', 'Bidang PIAK'),
        ],
        employees: [
          samplePerson('kepala', 'disdukcapil', { position: 'kepala_dinas', echelon: 'II' }),
          samplePerson('sekretaris', 'disdukcapil', { supervisor: 'kepala' }),
          samplePerson('kabid', 'disdukcapil/bidang-piak', { position: 'kepala_bidang', supervisor: 'sekretaris' }),
          samplePerson('operator', 'disdukcapil/bidang-piak', { supervisor: 'kabid' }),
        ],
        acting: [
          {
            ...{ employee: 'sekretaris', unit: 'disdukcapil/sekretariat', position: 'sekretaris_opd', echelon: 'III' },
            ...{ kind: 'plt', from: '2020-12-01' as Day, until: null, letter: '821.2/114' },
          },
        ],
      },
      { by: 'test', recorded: null },
    ),
  )
  await sql`insert into district (region_id, code, name) values (${region}, '64.01.04', 'Kuaro')`.execute(owner)
  await sql`insert into village (region_id, code, district_code, name)
    values (${region}, '64.01.04.2001', '64.01.04', 'Lolo'), (${region}, '64.01.04.2002', '64.01.04', 'Tajur')`.execute(
    owner,
  )
  const found = await findRegion(db, region)
  if (!found) throw new Error('There is no region.')
  for (let times = 0; times < 2; times++) await beginCalendar({ db, ...source }, found, date)
  const { rows } = await sql<{ purpose: string; state: string }>`
    select purpose, state from activity order by day`.execute(owner)
  expect(rows).toEqual([
    { purpose: 'Layanan adminduk keliling', state: 'done' },
    { purpose: 'Perekaman KTP-el keliling', state: 'registered' },
  ])
  // The job finds nothing that is not found already.
  expect(await findUncoordinated({ db, ...source }, found)).toBe(0)
  const cases = await ownCases({ db, ...source }, found, 'kabid')
  expect(cases.map(({ steps, standing }) => [standing.phase, ...steps.map(({ move, by }) => `${move} ${by}`)])).toEqual(
    [['decision', 'clarify kabid', 'view sekretaris']],
  )
  // The head told the section, the acting secretary reminded it: its people had read both before the trip.
  const viewer = { region, account: '-', employee: 'kabid', grants: [] } as unknown as Viewer
  const read = await readCase({ db, ...source }, found, viewer, 'kabid', cases[0]?.id ?? '')
  if (isRefusal(read)) throw new Error(read.refused)
  expect(read.told.map(({ announcedBy, readAt }) => [announcedBy, readAt !== null])).toEqual([
    ['sekretaris', true],
    ['kepala', true],
  ])
  const { rows: receipts } = await sql<{ employee_id: string; early: boolean }>`
    select employee_id, read_at between announced_at and (select min(found_at) from finding) as early
    from announcement_receipt natural join announcement order by employee_id`.execute(owner)
  expect(receipts.map(({ employee_id, early }) => [employee_id, early])).toEqual(
    ['kabid', 'kabid', 'operator', 'operator'].map((one) => [one, true]),
  )
})
