import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addCount,
  countById,
  countsHeld,
  countsStanding,
  countsWithdrawn,
  holdCounts,
  replaceCount,
  withdrawCountRow,
} from './queries.ts'

test('the SQL of case counts', async () => {
  const { tx, said } = sayingTx()
  const [id, known] = ['20000000-0000-4000-8000-000000000000', '2021-01-04T10:00']
  await holdCounts(tx)
  await countsHeld(tx, { known, zone: 'Asia/Makassar' })
  await countsStanding(tx)
  await countsWithdrawn(tx)
  await countById(tx, id)
  await replaceCount(tx, id, known)
  await withdrawCountRow(tx, id, { withdrawn_for: 'x', withdrawn_by: 'a' }, known)
  await addCount(
    tx,
    {
      count_id: id,
      day: '2021-01-04',
      confirmed: 4,
      recovered: 2,
      died: 1,
      in_care: 1,
      source: 'x',
      corrects: null,
      corrected_for: null,
      recorded_by: 'a',
    },
    known,
  )
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
