import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { rowsAbout } from './queries.ts'

test('the SQL of the own data', async () => {
  const { tx, said } = sayingTx()
  await rowsAbout(tx, 'e1', '20000000-0000-4000-8000-000000000000')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
