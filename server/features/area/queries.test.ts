import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { districtRows, villageRows } from './queries.ts'

test('the SQL of areas', async () => {
  const { tx, said } = sayingTx()
  await districtRows(tx)
  await villageRows(tx)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
