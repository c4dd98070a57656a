import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addAttention } from './queries.ts'

test('the SQL of what calls for attention', async () => {
  const { tx, said } = sayingTx()
  await addAttention(tx, { circular_id: 'x', reason: 'basis', about: 'y', told_at: '2021-07-21T09:00:00Z' })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
