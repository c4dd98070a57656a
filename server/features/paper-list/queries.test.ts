import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addList, enterList, listById, listsSince } from './queries.ts'

test('the SQL of lists on paper', async () => {
  const { tx, said } = sayingTx()
  const [list, at] = ['20000000-0000-4000-8000-000000000000', '2021-07-21T00:00:00Z']
  const kept = { rows: Buffer.from('x'), scan: null, scan_type: null, kept_by: 'e1', kept_at: at }
  await addList(tx, { ...kept, list_id: list, agency_id: 'dlh', day: '2021-07-21' })
  await listById(tx, 'dlh', list)
  await listsSince(tx, 'dlh', '2021-06-21')
  await enterList(tx, 'dlh', list, at)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
