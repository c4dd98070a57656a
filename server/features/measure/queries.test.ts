import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addMeasure, lockMeasures, measureVersions } from './queries.ts'

test('the SQL of measures', async () => {
  const { tx, said } = sayingTx()
  await lockMeasures(tx)
  await measureVersions(tx)
  await addMeasure(tx, {
    measure_id: '20000000-0000-4000-8000-000000000000',
    version: 1,
    rank: 1,
    label: 'Teguran lisan',
    regulation: 'Perbup 12/2021 pasal 3',
    desk: 'head',
    withdrawn: false,
    entered_by: 'a',
    entered_at: '2021-07-08',
  })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
