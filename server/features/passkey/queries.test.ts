import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addChallenge,
  addPasskeyRow,
  markUsed,
  passkeyOf,
  passkeysOf,
  revoke,
  revokeAll,
  sweepChallenges,
  takeChallenge,
} from './queries.ts'

test('the SQL of passkeys', async () => {
  const { tx, said } = sayingTx()
  const [account, at] = ['20000000-0000-4000-8000-000000000000', new Date(0)]
  await addChallenge(tx, { challenge: 'c', account_id: account, expires_at: '2021-07-21' })
  await takeChallenge(tx, 'c', at)
  await sweepChallenges(tx, at)
  await passkeysOf(tx, account)
  await passkeyOf(tx, 'k')
  const row = {
    credential_id: 'k',
    account_id: account,
    public_key: Buffer.of(),
    counter: 0,
    transports: [],
    label: 'HP',
  }
  await addPasskeyRow(tx, { ...row, registered_at: '2021-07-21' })
  await markUsed(tx, 'k', 1, at)
  await revoke(tx, account, 'k', at)
  await revokeAll(tx, account, at)
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
