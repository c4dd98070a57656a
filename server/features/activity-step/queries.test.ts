import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addDemand, addStep } from './queries.ts'

test('the SQL of steps', async () => {
  const { tx, said } = sayingTx()
  const activity = '20000000-0000-4000-8000-000000000000'
  const step = { number: 1, move: 'clear', words: 'Paling banyak 40 orang', clauses: ['ppkm/c3'], made_by: 'e1' }
  await addStep(tx, activity, { ...step, made_at: '2021-07-21' }, { state: 'cleared', clearedUnder: ['ppkm/c3'] })
  await addDemand(tx, activity, 'ppkm/c3', '2021-07-21')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
