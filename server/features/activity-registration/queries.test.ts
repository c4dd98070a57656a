import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addActivity, addMembers, lockCalendar, othersOf } from './queries.ts'

test('the SQL of putting activities on the calendar', async () => {
  const { tx, said } = sayingTx()
  const activity = '20000000-0000-4000-8000-000000000000'
  await lockCalendar(tx)
  await addActivity(tx, {
    activity_id: activity,
    series_id: null,
    continues_id: null,
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
  await othersOf(tx, ['e1'], activity, '2021-07-23')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
