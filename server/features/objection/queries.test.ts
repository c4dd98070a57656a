import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addDecision,
  addObjection,
  lockObjections,
  markObjection,
  objectionById,
  objectionsOf,
  openAbout,
  unanswered,
} from './queries.ts'

test('the SQL of objections', async () => {
  const { tx, said } = sayingTx()
  const [id, day, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21', '2021-07-21T00:00:00Z']
  const about = { kind: 'roster', day, standing: false, staff_column: null, reason: 'Tidak adil', clause: 'c/c1' }
  const receipts = { receipt: '{}', seen_receipt: '{}' }
  await addObjection(tx, { ...about, ...receipts, employee_id: 'e1', objection_id: id, asked_at: at })
  await lockObjections(tx, 'e1')
  await objectionsOf(tx, 'e1')
  await objectionById(tx, 'e1', id)
  await unanswered(tx)
  await openAbout(tx, day, at, ['e1'])
  const outcome = { round: 1, outcome: 'refused', reason: 'x', clause: 'c/c1', changed_at: null, right_from: null }
  const by = { decided_by: 'e2', decided_as: 'head', decided_at: at }
  await addDecision(tx, { ...outcome, ...by, employee_id: 'e1', objection_id: id })
  await markObjection(tx, 'e1', id, { appealed_at: at, appealed_for: 'Tetap' })
  await markObjection(tx, 'e1', id, { withdrawn_at: at })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
