import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { dropPositions, keepMany } from './queries.ts'

test('the SQL of check-ins', async () => {
  const { tx, said } = sayingTx()
  await keepMany(tx, '{}')
  await dropPositions(tx, { from: '2021-04-19', until: '2021-06-19' })
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
