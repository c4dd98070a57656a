import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { countGuess, lockGiving, lockPin, setPin } from './queries.ts'

test('the SQL of the shared device', async () => {
  const { tx, said } = sayingTx()
  await lockGiving(tx, 'e1')
  await setPin(tx, { employee_id: 'e1', pin_hash: '-', set_by: 'e0', set_at: '2021-07-21' })
  await lockPin(tx, 'e1')
  await countGuess(tx, 'e1', 1, '2021-07-21')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
