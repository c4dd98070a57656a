import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addFailure, failuresOf, forgetFailures } from './queries.ts'

test('the SQL of failures', async () => {
  const { tx, said } = sayingTx()
  await failuresOf(tx, 'e1', 'b', new Date(0))
  await addFailure(tx, { login: 'e1', browser: 'b', at: new Date(0), countedSince: new Date(0) })
  await forgetFailures(tx, 'e1', 'b')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
