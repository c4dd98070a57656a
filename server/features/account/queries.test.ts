import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  accountOfEmployee,
  accountOfId,
  accountOfLogin,
  accountsOf,
  activeHolders,
  addAccountRow,
  addGrant,
  addInvitedRows,
  grantsHeld,
  grantsOf,
  oldestAccounts,
  setPasswordHash,
  setState,
  withdrawGrants,
} from './queries.ts'

test('the SQL of accounts', async () => {
  const { tx, said } = sayingTx()
  const window = { from: '2021-07-21', until: '2021-07-21', known: '2021-07-21T07:30', zone: 'Asia/Makassar' }
  const [account, at] = ['20000000-0000-4000-8000-000000000000', new Date(0)]
  await accountOfLogin(tx, 'e1')
  await accountOfId(tx, account)
  await accountOfEmployee(tx, 'e1')
  await accountsOf(tx, ['e1'])
  await accountsOf(tx, null)
  await oldestAccounts(tx)
  const row = { login: 'e1', employee_id: 'e1', name: null, body: null, state: 'active', password_hash: '-' } as const
  await addAccountRow(tx, row)
  await addInvitedRows(tx, [{ login: 'e2', employee_id: 'e2' }])
  await setState(tx, account, 'suspended')
  await setPasswordHash(tx, account, '-', at)
  await grantsHeld(tx, [account], window)
  await grantsOf(tx, account)
  await activeHolders(tx, 'it_officer', window)
  const grant = { account_id: account, role: 'auditor', valid_from: null, valid_until: null, letter: null }
  await addGrant(tx, { ...grant, granted_by: 'test' })
  await withdrawGrants(tx, account, 'auditor', at)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
