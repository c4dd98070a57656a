import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { keepChallenge, takeChallenge } from './queries.ts'

test('the SQL of renewals', async () => {
  const { tx, said } = sayingTx()
  const [device, token] = ['20000000-0000-4000-8000-000000000000', Buffer.from('x')]
  const row = { token_hash: token, employee_id: 'a1', device_id: device, challenge: 'c', expires_at: '2021-07-21' }
  await keepChallenge(tx, row)
  await takeChallenge(tx, token)
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
