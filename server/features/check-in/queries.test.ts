import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { keepMany } from './queries.ts'

test('the SQL of check-ins', async () => {
  const { tx, said } = sayingTx()
  await keepMany(tx, '{}')
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
