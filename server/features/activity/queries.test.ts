import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  activitiesBetween,
  activityHeld,
  addActivity,
  addMembers,
  membersOf,
  openFrom,
  othersOf,
  stepsOf,
} from './queries.ts'

test('the SQL of activities', async () => {
  const { tx, said } = sayingTx()
  const activity = '20000000-0000-4000-8000-000000000000'
  await addActivity(tx, {
    activity_id: activity,
    series_id: null,
    agency_id: 'disdukcapil',
    unit_id: 'disdukcapil',
    purpose: 'Perekaman KTP-el',
    setting: 'village',
    village_code: '64.01.04.2003',
    place: null,
    day: '2021-07-23',
    starts_at: '09:00',
    ends_at: '12:00',
    expected: 80,
    registered_by: 'e1',
    registered_on: '2021-07-21',
    registered_at: '2021-07-21',
  })
  await addMembers(tx, activity, ['e1'])
  await activitiesBetween(tx, '2021-07-19', '2021-07-25')
  await activityHeld(tx, activity)
  await othersOf(tx, ['e1'], activity, '2021-07-23')
  await membersOf(tx, activity)
  await openFrom(tx, '2021-07-21')
  await stepsOf(tx, activity)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
