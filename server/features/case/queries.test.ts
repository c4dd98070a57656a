import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { caseById, caseCounts, casesOf, closedCases, lockCases, openCases } from './queries.ts'

test('the SQL of cases', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  await lockCases(tx, 'a2')
  await casesOf(tx, 'a2')
  await caseById(tx, 'a2', id)
  await openCases(tx)
  await closedCases(tx, 100, { agencies: ['dinas-a'], employees: ['a3'], openedBy: 'a2' })
  await caseCounts(tx, '2020-07-01', '2021-06-30', 'Asia/Makassar')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
