import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addChannel, channelById, channelsHeld, closeChannelRow, lockChannels } from './queries.ts'

test('the SQL of channels', async () => {
  const { tx, said } = sayingTx()
  const id = '20000000-0000-4000-8000-000000000000'
  const stated = { stated_by: 'a', stated_at: '2021-07-21' }
  await lockChannels(tx, 'dlh')
  await addChannel(tx, { channel_id: id, unit_id: 'dlh', kind: 'phone', address: '112', ...stated })
  await channelById(tx, id)
  await channelsHeld(tx)
  await channelsHeld(tx, 'dlh')
  await closeChannelRow(tx, id, 'a', '2021-07-21')
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
