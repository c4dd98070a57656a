import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addDutyRow, dutiesHeld, withdrawDutyRow } from './queries.ts'

test('the SQL of main duties', async () => {
  const { tx, said } = sayingTx()
  await dutiesHeld(tx, ['dlh'])
  const row = { post: 'staf', agency_id: null, text: 'Verifikasi berkas', counted: 'berkas', entered_by: 'e1' }
  await addDutyRow(tx, { ...row, recorded_at: '2021-07-21' }).catch(() => {})
  await withdrawDutyRow(tx, 1, null, new Date(0))
  await withdrawDutyRow(tx, 1, ['dlh'], new Date(0))
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
