import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { activityOfEscort, escortsOfOne, escortsOn, lockDay } from './queries.ts'

test('the SQL of the escorts of a day', async () => {
  const { tx, said } = sayingTx()
  const id = '00000000-0000-4000-8000-000000000000'
  await lockDay(tx, '2021-07-21')
  await escortsOn(tx, '2021-07-21')
  await escortsOfOne(tx, id)
  await activityOfEscort(tx, id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
