import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addAttempt, sweepAttempts, takeAttempt } from './queries.ts'

test('the SQL of signing on', async () => {
  const { tx, said } = sayingTx()
  await addAttempt(tx, {
    state: 's',
    nonce: 'n',
    verifier: 'v',
    back: null,
    account_id: null,
    expires_at: '2021-07-21',
  })
  await takeAttempt(tx, 's', new Date(0))
  await sweepAttempts(tx, new Date(0))
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
