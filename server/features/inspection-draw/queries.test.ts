import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import { addDraw, drawById } from './queries.ts'

test('the SQL of draws', async () => {
  const { tx, said } = sayingTx()
  const [id, at] = ['00000000-0000-4000-8000-000000000000', '2021-07-21T01:00:00Z']
  await addDraw(tx, {
    draw_id: id,
    day: '2021-07-21',
    seed: 7,
    wanted: 3,
    candidates: '[]',
    drawn_by: 'a',
    drawn_at: at,
  })
  await drawById(tx, id)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})
