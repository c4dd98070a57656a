import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addVoucherRows, voucherOfId, vouchersOn, withdrawVoucherRow } from './queries.ts'

test('the SQL of words that vouch', async () => {
  const { tx, said } = sayingTx()
  const [day, voucher, at] = ['2021-07-21', '20000000-0000-4000-8000-000000000000', '2021-07-21T00:00:00Z']
  const word = { kind: 'superior_word', moment: 'in', place: 'office', reason: 'Rapat', seen_by: 'Ani', list_id: null }
  const row = { ...word, day, employee_id: 'e1', voucher_id: voucher, at, vouched_by: 'e2', vouched_at: at }
  await addVoucherRows(tx, [row])
  await vouchersOn(tx, day, ['e1'])
  await withdrawVoucherRow(tx, { employee: 'e1', voucher, by: 'e2' }, at)
  await voucherOfId(tx, 'e1', '20000000-0000-4000-8000-000000000000')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
