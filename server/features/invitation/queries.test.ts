import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addInvitations, closeInvitations, invitationOf, lockPrint, newerThan } from './queries.ts'

test('the SQL of invitations', async () => {
  const { tx, said } = sayingTx()
  const account = '20000000-0000-4000-8000-000000000000'
  const [made, expires] = ['2021-07-18', '2021-08-01']
  const row = { account_id: account, code_hash: '00', invited_by: 'test', invited_at: made, expires_at: expires }
  await lockPrint(tx, account)
  await addInvitations(tx, [row])
  await invitationOf(tx, account, Buffer.of())
  await newerThan(tx, account, 1)
  await closeInvitations(tx, [account], new Date(0))
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
