import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import * as queries from './queries.ts'

test('the SQL of the minutes of meetings', async () => {
  const { tx, said } = sayingTx()
  const [id, at] = ['00000000-0000-4000-8000-000000000000', '2021-01-25T01:00:00Z']
  await queries.correctionRows(tx, id)
  const written = { correction_no: 1, correction_id: id, words: 'x', written_by: 'a', written_at: at }
  await queries.addCorrection(tx, { meeting_id: id, ...written })
  await queries.lockMinutes(tx, id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
