import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addDevice, approve, devicesOf, lockDevicesOf, revoke, waitingRows } from './queries.ts'

test('the SQL of devices', async () => {
  const { tx, said } = sayingTx()
  const [device, at] = ['10000000-0000-4000-8000-000000000000', '2021-07-20T23:30:00.000Z']
  await devicesOf(tx, 'e1')
  await waitingRows(tx, ['e1'], at)
  await waitingRows(tx, null, at)
  await lockDevicesOf(tx, 'e1')
  await addDevice(tx, {
    employee_id: 'e1',
    slot: 1,
    public_key: Buffer.alloc(0),
    label: 'Ponsel',
    registered_at: at,
    usable_from: at,
  })
  await approve(tx, 'e1', device, 'e2', at)
  await revoke(tx, 'e1', device, 'e1', at)
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
