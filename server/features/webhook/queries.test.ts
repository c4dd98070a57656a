import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addWebhook,
  changeDelivery,
  deliveryById,
  endRow,
  isPingQueued,
  isWebhook,
  lockThread,
  lockWebhook,
  markNext,
  markStopped,
  newestDeliveries,
  openWebhooks,
  webhookBy,
} from './queries.ts'

test('the SQL of webhooks', async () => {
  const { tx, said } = sayingTx()
  const [id, at] = ['20000000-0000-4000-8000-000000000000', '2026-01-05T00:00:00.000Z']
  await addWebhook(tx, {
    webhook_id: id,
    address: 'https://simpeg.contoh.go.id/',
    secret: 's',
    kinds: ['return-stated'],
    made_by: 'a1',
    made_at: at,
  })
  await webhookBy(tx, 'a1', id)
  await isWebhook(tx, id)
  await openWebhooks(tx)
  await lockWebhook(tx, id)
  await isPingQueued(tx, id)
  await endRow(tx, id, 'a1', at)
  await deliveryById(tx, id)
  await changeDelivery(tx, id, { state: 'taken', tries: 1, answer: '200' })
  await lockThread(tx, 'uji-2021-07')
  await markNext(tx, id, 'uji-2021-07')
  await markStopped(tx)
  await newestDeliveries(tx, 50)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
