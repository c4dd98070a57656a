import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addSetting, settingsOf } from './queries.ts'

test('the SQL of rhythms', async () => {
  const { tx, said } = sayingTx()
  const at = '2021-07-21T08:00:00Z'
  await settingsOf(tx, ['dlh'])
  await addSetting(tx, { agency_id: 'dlh', every: 'workday', due_time: '15:30', set_by: 'e2', recorded_at: at })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
