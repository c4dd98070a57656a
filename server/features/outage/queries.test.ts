import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addDeclared,
  beat,
  confirmRow,
  declaredBy,
  endRow,
  isAheadOf,
  outagesBetween,
  outagesSince,
  overloaded,
  withdrawRow,
} from './queries.ts'

test('the SQL of outages', async () => {
  const { tx, said } = sayingTx()
  const [from, until] = ['2021-07-20T23:30:00.000Z', '2021-07-20T23:45:00.000Z']
  await beat(tx, from, 60)
  await overloaded(tx, from, until).catch(() => 'the transaction answers nothing')
  await outagesBetween(tx, new Date(from), new Date(until))
  await outagesSince(tx, from)
  const form = '20000000-0000-4000-8000-000000000000'
  await addDeclared(tx, {
    form_id: form,
    starts_at: from,
    ends_at: null,
    district: null,
    reason: 'x',
    declared_by: 'a',
  })
  await declaredBy(tx, 'a', form)
  await confirmRow(tx, 1, 'b')
  await endRow(tx, 1, until)
  await withdrawRow(tx, 1, until)
  await isAheadOf(tx, 1, until)
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
