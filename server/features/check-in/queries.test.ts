import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addAside, deviceOf, keepMany } from './queries.ts'

test('the SQL of check-ins', async () => {
  const { tx, said } = sayingTx()
  await keepMany(tx, '{}')
  const id = '20000000-0000-4000-8000-000000000000'
  await deviceOf(tx, { employee: 'a1', device: id })
  const whose = { day: '2021-07-21', employee_id: 'a1', check_in_id: id, device_id: id, kind: 'in' }
  const what = { record: '{}', position: null, sha256: '\\x00', signature: '\\x00' }
  const sent = { sent_mono: 0, sent_wall: 0, sent_session: 's1', received_at: '2021-07-21T00:00:00Z' }
  await addAside(tx, { ...whose, ...what, ...sent })
  await expect(said()).toMatchFileSnapshot('queries.snap.sql')
})
