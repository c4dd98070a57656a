import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addDelivery,
  addNotice,
  changeDelivery,
  deliveryRow,
  lockNotices,
  newestNotice,
  noticesOf,
  withdrawDeliveries,
} from './queries.ts'

test('the SQL of notices', async () => {
  const { tx, said } = sayingTx()
  const [id, day, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21', '2021-07-21T09:00:00Z']
  const about = { kind: 'recall', subject: id, agency_id: 'dinas-a', day, employee_id: 'a2' }
  await addNotice(tx, { ...about, due_at: at, told_by: 'a0', told_at: at, send_at: null }).catch(() => {})
  await addDelivery(tx, { notice_id: id, channel: 'mail', state: 'queued', changed_at: at })
  await deliveryRow(tx, id, 'mail')
  await changeDelivery(tx, id, 'mail', { state: 'failed', tries: 1, failed_for: 'unreachable', changed_at: at })
  await withdrawDeliveries(tx, { kind: 'recall', day: '2021-07-21', subjects: [id], at })
  await noticesOf(tx, { kind: 'recall', days: [day], since: at })
  await newestNotice(tx, 'a2', 'permit_answered', at)
  await lockNotices(tx, 'recall', day)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
