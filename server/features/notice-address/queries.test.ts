import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addAddress,
  dropSubscription,
  dropSubscriptionsOf,
  keepPushKey,
  keepSubscription,
  pushKey,
  statedAddresses,
  subscribedOf,
  subscriptionsOf,
} from './queries.ts'

test('the SQL of where notices go', async () => {
  const { tx, said } = sayingTx()
  const at = '2021-07-21T09:00:00Z'
  await pushKey(tx)
  await keepPushKey(tx, { publicKey: 'p', privateKey: 'q' })
  await subscriptionsOf(tx, 'a2')
  await subscribedOf(tx, ['a2'])
  const browser = { endpoint: 'https://push', p256dh: 'p', auth: 'a', subscribed_at: at }
  await keepSubscription(tx, { endpoint_sha256: Buffer.from('x'), employee_id: 'a2', ...browser })
  await dropSubscription(tx, Buffer.from('x'))
  await dropSubscriptionsOf(tx, 'a2', 5)
  await statedAddresses(tx, ['a2'])
  await addAddress(tx, { employee_id: 'a2', mail: null, stated_at: at })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
