import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { activityOfEscort, escortsOfOne, escortsOn, lockDay, waitingDays } from './queries.ts'

test('the SQL of the escorts of a day', async () => {
  const { tx, said } = sayingTx()
  const id = '00000000-0000-4000-8000-000000000000'
  await lockDay(tx, '2021-07-21')
  await escortsOn(tx, '2021-07-21')
  await escortsOfOne(tx, id)
  await waitingDays(tx, ['t'], '2021-07-21')
  await activityOfEscort(tx, id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
