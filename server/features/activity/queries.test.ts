import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { activitiesBetween, activityHeld, continuationOf, lastTold, membersOf, openFrom, stepsOf } from './queries.ts'

test('the SQL of activities', async () => {
  const { tx, said } = sayingTx()
  const activity = '20000000-0000-4000-8000-000000000000'
  await activitiesBetween(tx, '2021-07-19', '2021-07-25')
  await activityHeld(tx, activity)
  await membersOf(tx, activity)
  await openFrom(tx, '2021-07-21')
  await stepsOf(tx, activity)
  await continuationOf(tx, activity)
  await lastTold(tx, [activity])
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
