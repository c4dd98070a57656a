/** How activities of several days stand: each under the days that its unit works by then. */
import type { Day } from '@piket/domain/calendar/day.ts'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { serveActivities } from '../../testing/activities.ts'
import { activitiesOf, activitiesToCoordinate, countToCoordinate } from './service.ts'

const { served, source, own, register, fileLetter } = await serveActivities()
const { owner } = served.database
afterAll(() => served[Symbol.asyncDispose]())

test('a unit that works six days from Saturday on owes coordination on that day too', async () => {
  await sql`insert into employee_version (region_id, employee_id, valid_from, valid_until, recorded_at, name, employment,
      unit_id, position, echelon, job, work_pattern)
    select region_id, employee_id, '2021-07-24', valid_until, recorded_at, name, employment, unit_id, position, echelon,
      job, 'six_day' from employee_version where region_id = '63.98' and agency_id = 'dinas-a'`.execute(owner)
  await sql`update employee_version set valid_until = '2021-07-23' where region_id = '63.98' and agency_id = 'dinas-a'
    and work_pattern <> 'six_day'`.execute(owner)
  for (const hari of ['2021-07-23', '2021-07-24', '2021-07-25']) await register({ hari })
  await fileLetter((yaml) =>
    yaml.replace('force: must, cite: "u:1"}', 'when: {day: [workday]}, force: must, cite: "u:1"}'),
  )
  const [from, until] = ['2021-07-23', '2021-07-25'] as [Day, Day]
  const found = await activitiesOf(source, await own(), from, until)
  if ('refused' in found) throw new Error(found.refused)
  expect(found.map(({ day, standing }) => [day, standing])).toEqual([
    ['2021-07-23', 'again'],
    ['2021-07-24', 'again'],
    ['2021-07-25', 'free'],
  ])
  const ahead = await activitiesToCoordinate(source, await own())
  if ('refused' in ahead) throw new Error(ahead.refused)
  expect([ahead.activities.length, await countToCoordinate(source, await own())]).toEqual([2, { count: 2 }])
})
