import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addRecoveryCodes,
  addTotp,
  isRecoveryCode,
  lockTotp,
  recoveryCodesLeft,
  removeRecoveryCodes,
  removeTotp,
  takeRecoveryCode,
  takeStep,
  totpBegun,
} from './queries.ts'

test('the SQL of authenticator codes', async () => {
  const { tx, said } = sayingTx()
  const account = '20000000-0000-4000-8000-000000000000'
  await addTotp(tx, { account_id: account, secret: Buffer.of(), last_step: 1, begun_at: '2021-07-21' })
  await totpBegun(tx, account)
  await lockTotp(tx, account)
  await takeStep(tx, account, 2)
  await removeTotp(tx, account)
  await addRecoveryCodes(tx, account, ['00'])
  await isRecoveryCode(tx, account, Buffer.of())
  await recoveryCodesLeft(tx, account).catch(() => undefined)
  await takeRecoveryCode(tx, account, Buffer.of(), new Date(0))
  await removeRecoveryCodes(tx, account)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
