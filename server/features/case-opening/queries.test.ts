import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addCase } from './queries.ts'

test('the SQL of opening a case', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  await addCase(tx, {
    employee_id: 'a2',
    case_id: id,
    kind: 'uncoordinated',
    finding_id: id,
    recall_id: null,
    inspection_id: null,
    complaint_id: null,
    day: '2021-07-08',
    agency_id: 'disdukcapil',
    clauses: ['paser-2021-07/c3'],
    words: 'Mengapa turun tanpa koordinasi?',
    opened_by: 'a0',
    opened_at: '2021-07-09',
  })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
