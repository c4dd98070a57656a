import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import * as queries from './queries.ts'

test('the SQL of resolutions', async () => {
  const { tx, said } = sayingTx()
  const [id, at] = ['00000000-0000-4000-8000-000000000000', '2021-01-25T01:00:00Z']
  await queries.resolutionRows(tx, id)
  await queries.resolutionRow(tx, id)
  await queries.lockedResolution(tx, id)
  await queries.owedRows(tx, 'all', new Date(at))
  await queries.owedRows(tx, { agencies: ['dinkes'], employee: 'e1' }, new Date(at))
  await queries.lastPosition(tx, id).catch(() => undefined)
  const owner = { agency_id: 'dinkes', employee_id: null, due_on: '2021-02-01' }
  const row = { meeting_id: id, resolution_id: id, position: 1, kind: 'follow_up', words: 'x', ...owner }
  await queries.addResolution(tx, { ...row, written_by: 'a', written_at: at })
  await queries.strikeRow(tx, id, id)
  await queries.markGiven(tx, [id])
  await queries.settleRow(tx, id, { settled_words: 'x', settled_circular: null, settled_by: 'a', settled_at: at })
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
