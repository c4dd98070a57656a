import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addComplaint,
  complaintByCode,
  complaintIds,
  complaintRow,
  complaintRows,
  dropContacts,
  holdComplaint,
  holdComplaints,
  receivedSince,
  setAnswer,
  setTaken,
} from './queries.ts'

test('the SQL of complaints', async () => {
  const { tx, said } = sayingTx()
  await holdComplaints(tx)
  await addComplaint(tx, {
    ...{ complaint_id: 'c', code_hash: 'h', kind: 'closed', unit_id: 'dinas-a', day: '2021-07-21' },
    ...{ words: 'Tutup.', contact: null, received_at: '2021-07-21T00:00:00Z' },
  })
  await complaintByCode(tx, 'h')
  await complaintRow(tx, 'c')
  await holdComplaint(tx, 'c')
  await complaintIds(tx, undefined)
  await complaintIds(tx, 'taken_up')
  await complaintIds(tx, 'answered')
  await complaintRows(tx, ['20000000-0000-4000-8000-000000000000'])
  await receivedSince(tx, new Date(0)).catch(() => undefined)
  await setTaken(tx, 'c', 'a', '2021-07-21T00:00:00Z')
  await setAnswer(tx, 'c', { answer: 'Buka.', answered_by: 'a', answered_at: '2021-07-21T00:00:00Z' })
  await dropContacts(tx, new Date(0))
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
