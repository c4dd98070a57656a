import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addGrades, daysWithPositions, dropPositions, gradedOf, ungraded, withPositions } from './queries.ts'

test('the SQL of grades', async () => {
  const { tx, said } = sayingTx()
  await ungraded(tx, '2021-07-21', 256)
  await addGrades(tx, '2021-07-21', [])
  await gradedOf(tx, { from: '2021-07-19', until: '2021-07-23' })
  await gradedOf(tx, { from: '2021-07-21', until: '2021-07-21', employees: ['e1'] })
  await gradedOf(tx, { from: '2021-06-21', until: '2021-07-21', around: { employees: ['e1'], agencies: ['dinas-a'] } })
  await daysWithPositions(tx, { from: '2021-04-19', until: '2021-06-19' })
  await withPositions(tx, '2021-06-19', 1000)
  await dropPositions(tx, '2021-06-19', [])
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
