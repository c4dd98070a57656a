import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addReport, lastReports, lockReports, reportOfId, reviewRow, versionsOf, waitingReports } from './queries.ts'

test('the SQL of reports', async () => {
  const { tx, said } = sayingTx()
  const [id, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21T08:00:00Z']
  await lockReports(tx, 'e1')
  await reportOfId(tx, 'e1', id)
  await lastReports(tx, ['e1'], { from: '2021-07-01', until: '2021-07-21' })
  await waitingReports(tx, ['e1'])
  await versionsOf(tx, 'e1', '2021-07-21')
  const words = { done: 'Selesai', main_duty: null, amount: null, target: null, counted: null }
  const origin = { entered_by: 'e1', channel: 'piket', clause: null, late: false, written_at: null, sent_at: at }
  const key = { employee_id: 'e1', day: '2021-07-21', version: 1, report_id: id, sha256: Buffer.of() }
  await addReport(tx, { ...key, ...words, ...origin, files: [], instructions: [] }).catch(() => {})
  const verdict = { state: 'returned', reviewed_by: 'e2', reviewed_at: at, returned_for: 'Berapa berkas?' } as const
  await reviewRow(tx, { employee: 'e1', id }, verdict)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
