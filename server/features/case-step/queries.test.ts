import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addStep, markTurn } from './queries.ts'

test('the SQL of what is said in cases', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  await addStep(tx, {
    employee_id: 'a2',
    case_id: id,
    move: 'decide',
    words: 'Terbukti',
    outcome: 'upheld',
    clause: 'paser-2021-07/c3',
    measure_id: id,
    measure_version: 1,
    made_by: 'a0',
    made_as: 'head',
    made_at: '2021-07-12',
  })
  await markTurn(tx, 'a2', id, { phase: 'closed', level: null, closed_at: '2021-07-12' })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
