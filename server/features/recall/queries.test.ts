import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addRecall,
  cancellationRow,
  changeRecall,
  keptSince,
  linkedPeople,
  lockRecalls,
  recallRow,
  recallsOfDay,
  recallsOfForm,
  unarrivedWithRecord,
  unsettledOf,
} from './queries.ts'

test('the SQL of recalls', async () => {
  const { tx, said } = sayingTx()
  const [id, day, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21', '2021-07-21T09:00:00Z']
  const who = { day, employee_id: 'a2', agency_id: 'dinas-a', ordered_by: 'a0', ordered_as: 'opd_head' }
  const what = { order_id: id, reason: 'meeting', clause: 'uji/c1', place: 'Loket 2' }
  await addRecall(tx, { ...who, ...what, ordered_at: at, arrive_by_at: at, noticed_at: at, instead_of: null })
  await recallsOfDay(tx, day, { since: at })
  await recallsOfDay(tx, day, { since: at, employees: ['a2'], hold: true })
  await recallsOfForm(tx, id)
  await linkedPeople(tx, id, null)
  await unarrivedWithRecord(tx, '2021-06-21', day)
  await unsettledOf(tx, '2021-06-21', day, ['a2'])
  await keptSince(tx, '2021-06-21', ['a2'])
  await cancellationRow(tx, { recall: id, person: 'a2', day })
  await recallRow(tx, id)
  await changeRecall(tx, id, { answer: 'acknowledged', answered_at: at, declined_for: null })
  await lockRecalls(tx, day)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
