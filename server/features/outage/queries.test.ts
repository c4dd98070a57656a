import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { beat, outagesBetween, overloaded } from './queries.ts'

test('the SQL of outages', async () => {
  const { tx, said } = sayingTx()
  const [from, until] = ['2021-07-20T23:30:00.000Z', '2021-07-20T23:45:00.000Z']
  await beat(tx, from, 60)
  await overloaded(tx, from, until).catch(() => 'the transaction answers nothing')
  await outagesBetween(tx, new Date(from), new Date(until))
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
